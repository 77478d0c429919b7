import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildEstate } from '../doubles/google/build-estate.ts';
import { gcloudEnvironment } from '../doubles/google/gcloud-environment.ts';
import { startFakeGoogle, type FakeGoogle } from '../doubles/google/start.ts';
import { expect, test } from './app.fixture.ts';

let fake: FakeGoogle;
let folder: string;
let environment: Readonly<Record<string, string>>;

test.beforeAll(async () => {
  fake = await startFakeGoogle({ estate: buildEstate({ projects: 2, locations: 3, jobsPerLocation: 50 }) });
  folder = await mkdtemp(join(tmpdir(), 'connect-'));
  const tokenFile = join(folder, 'token');
  await writeFile(tokenFile, fake.tokens.issue({ email: 'reviewer@example.com' }, 3600), { mode: 0o600 });
  environment = {
    ...gcloudEnvironment(fake, { configurationFolder: join(folder, 'config'), tokenFile, project: 'ml-project-1' }),
    VERTEX_LINEAGE_ALLOW_LIVE: '1',
  };
});

test.afterAll(async () => {
  await fake.close();
  await rm(folder, { recursive: true });
});

test('a person connects, tests the connection and watches the inventory come in', async ({ launch }) => {
  const { page, output } = await launch([], { environment });
  await page.getByRole('button', { name: 'Connect to Google Cloud…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Connect to Google Cloud' });
  await expect(dialog.getByRole('radio', { name: /gcloud configuration "default"/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'List the projects I may see' }).click();
  await dialog.getByRole('checkbox', { name: 'ml-project-1' }).click({ force: true });
  await dialog.getByRole('checkbox', { name: 'ml-project-2' }).click({ force: true });
  await expect(dialog.getByRole('textbox', { name: 'Projects' })).toHaveValue('ml-project-1 ml-project-2');
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await expect(dialog.getByText('The connection works.')).toBeVisible();
  await page.screenshot({ path: '/tmp/live1.png' });
  await dialog.getByRole('button', { name: /What it will use/ }).click();
  await dialog.getByRole('button', { name: /Locations, kinds and depth/ }).click();
  await page.screenshot({ path: '/tmp/live2.png' });
  await dialog.getByRole('button', { name: 'Connect and collect' }).click();
  await expect(page.getByText('300 jobs · 332 resources')).toBeVisible();
  await expect.poll(output).toContain('ready: 300 jobs, 332 resources');
  await page.screenshot({ path: '/tmp/live3.png' });
});
