import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TRAINING_REGIONS } from '../doubles/google/training-regions.ts';
import { expect, test } from './app.fixture.ts';
import { startLiveGoogle } from './live-google.ts';
import { ConnectDialog } from './pages/connect-dialog.ts';
import { Explorer } from './pages/explorer.ts';

const [CENTRAL = '', EUROPE = '', EAST = ''] = TRAINING_REGIONS;
/** So slow that a collection is under way when the test acts, and done within the patience of a test. */
const SLOW = { latencyMilliseconds: 150 };

test('what is denied, switched off and slow costs only itself, and is told with what would help', async ({
  launch,
}) => {
  const google = await startLiveGoogle(
    { projects: 1, locations: 4, jobsPerLocation: 3 },
    {
      faults: [
        { location: CENTRAL, service: 'aiplatform.googleapis.com', fault: { kind: 'denied' } },
        { location: EUROPE, service: 'aiplatform.googleapis.com', fault: { kind: 'denied' } },
        { service: 'cloudkms.googleapis.com', fault: { kind: 'disabled' } },
        { location: EAST, method: 'ListCustomJobs', fault: { kind: 'delay', milliseconds: 1500 } },
        { service: 'cloudasset.googleapis.com', fault: { kind: 'disabled' } },
      ],
    },
  );
  const { page, electronApp } = await launch([], { environment: google.environment });
  await new ConnectDialog(page).collect('ml-project-1');
  const explorer = new Explorer(page);
  await explorer.isOpen();
  await expect(page.getByText('Not everything could be read.')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText(/6 jobs · .* · collected from 1 project, \d\d:\d\d UTC/);
  await page.getByRole('button', { name: 'Show what is missing' }).click();
  const rows = page.getByRole('list', { name: 'Coverage' }).getByRole('listitem');
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('gcp-ai-platform-custom-job');
  await expect(rows).toHaveText([
    new RegExp(`^ml-project-1${EUROPE}Custom jobsno permissionunknownIt takes aiplatform.customJobs.list`),
    new RegExp(`^ml-project-1${CENTRAL}Custom jobsno permissionunknownIt takes aiplatform.customJobs.list`),
    'ml-project-1us-east1Custom jobsread3',
    'ml-project-1us-east4Custom jobsread3',
  ]);
  await new Explorer(page).problems.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByRole('combobox', { name: 'Result' }).selectOption('disabled');
  await expect(rows.first()).toContainText('is not enabled');
  await page.getByRole('button', { name: 'Copy the missing roles as gcloud commands' }).click();
  await expect(page.getByText('1 command copied')).toBeVisible();
  expect(await electronApp.evaluate(({ clipboard }) => clipboard.readText())).toMatch(
    /^gcloud projects add-iam-policy-binding ml-project-1 --member=user:\S+ --role=roles\/aiplatform.viewer --condition=None\n$/,
  );
  google.fake.faults.clear();
  await new Explorer(page).problems.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByRole('button', { name: /^Try \d+ again$/ }).click();
  await expect(page.getByRole('contentinfo')).toContainText(/^12 jobs/);
  await expect(page.getByText('Not everything could be read.')).toBeHidden();
  await google.close();
});

test('a collection that was stopped goes on to the same end', async ({ launch }) => {
  const google = await startLiveGoogle({ projects: 2, locations: 6, jobsPerLocation: 20 }, SLOW);
  const { page } = await launch([], { environment: google.environment });
  await new ConnectDialog(page).collect('ml-project-1 ml-project-2');
  await new Explorer(page).isOpen();
  await page.getByRole('button', { name: 'Stop and keep' }).click();
  await expect(page.getByText('Collecting was stopped.')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('contentinfo')).toContainText(/^240 jobs/, { timeout: 30_000 });
  await expect(page.getByRole('region', { name: 'Collection' })).toBeHidden({ timeout: 30_000 });
  await google.close();
});

test('nothing is lost and nothing is dumped when the collecting process crashes', async ({ launch }, info) => {
  const google = await startLiveGoogle({ projects: 2, locations: 6, jobsPerLocation: 20 }, SLOW);
  const userData = info.outputPath('user-data');
  const { page, electronApp } = await launch([], {
    environment: google.environment,
    userData,
    expectedProblems: [/A helper process \(Utility\) ended/],
  });
  await new ConnectDialog(page).collect('ml-project-1 ml-project-2');
  await new Explorer(page).isOpen();
  for (const signal of ['SIGSEGV', 'SIGABRT'] as const) {
    await electronApp.evaluate(({ app }, name) => {
      const collector = app.getAppMetrics().find((process) => process.name === 'Google Cloud collector');
      process.kill(collector?.pid ?? Number.NaN, name);
    }, signal);
    await expect(page.getByText('Collecting was cut off.')).toBeVisible();
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByText('Collecting was cut off.')).toBeHidden();
  }
  const files = await readdir(userData, { recursive: true });
  expect(files.filter((file) => file.endsWith('.dmp'))).toStrictEqual([]);
  expect(await filesWithToken(userData, google.tokens)).toStrictEqual([]);
  await expect(page.getByRole('contentinfo')).toContainText(/^240 jobs/, { timeout: 30_000 });
  await expect(page.getByRole('region', { name: 'Collection' })).toBeHidden({ timeout: 30_000 });
  await google.close();
});

test('a collection whose app was killed is offered at the next start, and a reload keeps it', async ({
  launch,
}, info) => {
  const google = await startLiveGoogle({ projects: 2, locations: 6, jobsPerLocation: 20 }, SLOW);
  const userData = info.outputPath('user-data');
  const first = await launch([], { environment: google.environment, userData });
  await new ConnectDialog(first.page).collect('ml-project-1 ml-project-2');
  await new Explorer(first.page).isOpen();
  await first.page.waitForTimeout(700);
  first.electronApp.process().kill('SIGKILL');
  await first.close();

  const { page } = await launch([], { environment: google.environment, userData });
  const kept = page.getByRole('region', { name: 'Collections not saved' });
  await kept.getByRole('button', { name: 'Open ml-project-1, ml-project-2 as it is' }).click();
  await new Explorer(page).isOpen();
  await expect(page.getByRole('contentinfo')).toContainText(/^[1-9]\d* jobs/);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Close inventory/ }).click();
  await page.getByRole('button', { name: 'Go on with ml-project-1, ml-project-2' }).click();
  const dialog = page.getByRole('dialog', { name: 'Go on with ml-project-1, ml-project-2' });
  await expect(dialog.getByRole('radio', { name: /gcloud configuration "default"/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await new Explorer(page).isOpen();
  await expect(page.getByRole('contentinfo')).toContainText(/^240 jobs/, { timeout: 30_000 });
  await page.reload();
  await new Explorer(page).isOpen();
  await expect(page.getByRole('contentinfo')).toContainText(/^240 jobs/, { timeout: 30_000 });
  await page.getByRole('button', { name: /^Problems and coverage/ }).click();
  await page.getByRole('tab', { name: /^Coverage/ }).click();
  await expect(page.getByText('Kept from before it was cut off, secrets masked').first()).toBeVisible();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Close inventory/ }).click();
  await kept.getByRole('button', { name: 'Discard ml-project-1, ml-project-2' }).click();
  await expect(kept).toBeHidden();
  expect(await readdir(join(userData, 'collections'))).toStrictEqual([]);
  await google.close();
});

test('a login that ends in the middle is renewed, and no token is found anywhere afterwards', async ({
  launch,
}, info) => {
  // One region answers late, so that something is left to be read when the login ends.
  const late = { location: EAST, method: 'ListCustomJobs', fault: { kind: 'delay', milliseconds: 6000 } } as const;
  const google = await startLiveGoogle({ projects: 2, locations: 6, jobsPerLocation: 20 }, { ...SLOW, faults: [late] });
  const userData = info.outputPath('user-data');
  const { page } = await launch([], { environment: google.environment, userData });
  await new ConnectDialog(page).collect('ml-project-1 ml-project-2');
  await new Explorer(page).isOpen();
  google.expire();
  await expect(page.getByRole('alert').getByText('The login has ended.')).toBeVisible({ timeout: 20_000 });
  await google.logIn();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('region', { name: 'Collection' })).toBeHidden({ timeout: 30_000 });
  await expect(page.getByRole('contentinfo')).toContainText(/^240 jobs/);

  const secrets = google.tokens.map((token) => token.slice(0, 24));
  expect(secrets).toHaveLength(2);
  const session = await page.context().newCDPSession(page);
  let heap = '';
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    heap += chunk;
  });
  await session.send('HeapProfiler.takeHeapSnapshot');
  expect(heap).toContain('ml-project-1');
  const places = [heap, await page.content()];
  expect(places.filter((text) => secrets.some((secret) => text.includes(secret)))).toStrictEqual([]);
  expect(await filesWithToken(userData, google.tokens)).toStrictEqual([]);
  await google.close();
});

/** Files below a folder in which the beginning of one of the tokens stands. */
async function filesWithToken(folder: string, tokens: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = entries
    .filter((entry) => entry.isFile())
    .map(async ({ parentPath, name }) => {
      const text = await readFile(join(parentPath, name), 'latin1');
      return tokens.some((token) => text.includes(token.slice(0, 24))) ? [name] : [];
    });
  return (await Promise.all(found)).flat();
}
