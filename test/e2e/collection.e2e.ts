import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TRAINING_REGIONS } from '../doubles/google/training-regions.ts';
import { expect, test } from './live.fixture.ts';
import { ConnectDialog } from './pages/connect-dialog.ts';
import { Explorer } from './pages/explorer.ts';
import { seriousFindings } from './serious-findings.ts';

const [CENTRAL = '', EUROPE = '', EAST = ''] = TRAINING_REGIONS;
/** Jobs are read region by region, not all at once from Cloud Asset Inventory. */
const BY_REGION = {
  faults: [{ service: 'cloudasset.googleapis.com', fault: { kind: 'disabled' } }],
} as const;
/** A call for each project; held back, so that a collection is under way as long as the test wants. */
const LAST_JOBS = { location: EAST, method: 'ListCustomJobs' } as const;
const ESTATE = { projects: 2, locations: 6, jobsPerLocation: 20 } as const;

test('what is denied, switched off and slow costs only itself, and is told with what would help', async ({
  launch,
  startGoogle,
}) => {
  const google = await startGoogle(
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
});

test('a collection is stopped, crashes and loses its login, comes to the same end, and leaves no token anywhere', async ({
  launch,
  startGoogle,
}, info) => {
  const google = await startGoogle(ESTATE, BY_REGION);
  const userData = info.outputPath('user-data');
  const { page, electronApp } = await launch([], {
    environment: google.environment,
    userData,
    expectedProblems: [/A helper process \(Utility\) ended/],
  });
  const goOn = page.getByRole('button', { name: 'Go on' });
  const asked = (): number => google.fake.calls.count(LAST_JOBS);
  const release = google.hold(LAST_JOBS);
  await new ConnectDialog(page).collect('ml-project-1 ml-project-2');
  await new Explorer(page).isOpen();

  await test.step('each place is told with how far it is', async () => {
    await page.getByRole('button', { name: 'Show places' }).click();
    const rows = page.getByRole('table', { name: 'Places' }).getByRole('row');
    await expect(rows).toContainText(['KindLocationStateDocuments', `Custom jobs${EAST}reading0`]);
    expect(await seriousFindings(page)).toStrictEqual([]);
    await page.getByRole('button', { name: 'Hide places' }).click();
  });

  await test.step('a collection that was stopped goes on', async () => {
    await page.getByRole('button', { name: 'Stop and keep' }).click();
    await expect(page.getByText('Collecting was stopped.')).toBeVisible();
    const before = asked();
    await goOn.click();
    await expect(page.getByText('Collecting was stopped.')).toBeHidden();
    await expect.poll(asked).toBe(before + 2);
  });

  await test.step('nothing is lost and nothing is dumped when the collecting process crashes', async () => {
    for (const signal of ['SIGSEGV', 'SIGABRT'] as const) {
      const before = asked();
      await electronApp.evaluate(({ app }, name) => {
        const collector = app.getAppMetrics().find((process) => process.name === 'Google Cloud collector');
        process.kill(collector?.pid ?? Number.NaN, name);
      }, signal);
      await expect(page.getByText('Collecting was cut off.')).toBeVisible();
      await goOn.click();
      await expect(page.getByText('Collecting was cut off.')).toBeHidden();
      await expect.poll(asked).toBe(before + 2);
    }
    const files = await readdir(userData, { recursive: true });
    expect(files.filter((file) => file.endsWith('.dmp'))).toStrictEqual([]);
    expect(await filesWithToken(userData, google.tokens)).toStrictEqual([]);
  });

  await test.step('a login that ends in the middle is renewed', async () => {
    const ended = page.getByRole('alert').getByText('The login has ended.');
    google.expire();
    release();
    await expect(ended).toBeVisible();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('alert')).toContainText('It was tried again, and refused again.');
    await google.logIn();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(ended).toBeHidden();
    await expect(page.getByRole('region', { name: 'Collection' })).toBeHidden();
    await expect(page.getByRole('contentinfo')).toContainText(/^240 jobs/);
  });

  await test.step('no token is found anywhere afterwards', async () => {
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
  });
});

test('a collection whose app was killed is offered at the next start, and a reload keeps it', async ({
  launch,
  startGoogle,
}, info) => {
  const google = await startGoogle(ESTATE, BY_REGION);
  const userData = info.outputPath('user-data');
  const first = await launch([], { environment: google.environment, userData });
  const release = google.hold(LAST_JOBS);
  const begin = google.hold({ service: 'aiplatform.googleapis.com' });
  await new ConnectDialog(first.page).collect('ml-project-1 ml-project-2');
  await test.step('axe finds nothing serious while nothing is read yet', async () => {
    await expect(first.page.getByRole('heading', { level: 1 })).toHaveText('Collecting ml-project-1 and 1 more');
    expect(await seriousFindings(first.page)).toStrictEqual([]);
  });
  begin();
  await new Explorer(first.page).isOpen();
  await expect(first.page.getByRole('contentinfo')).toContainText(/^[1-9]\d* jobs/);
  first.electronApp.process().kill('SIGKILL');
  await first.close();
  release();

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
  await expect(page.getByRole('contentinfo')).toContainText(/^240 jobs/);
  await page.reload();
  await new Explorer(page).isOpen();
  await expect(page.getByRole('contentinfo')).toContainText(/^240 jobs/);
  await page.getByRole('button', { name: /^Problems and coverage/ }).click();
  await page.getByRole('tab', { name: /^Coverage/ }).click();
  await expect(page.getByText('Kept from before it was cut off, secrets masked').first()).toBeVisible();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Close inventory/ }).click();
  await kept.getByRole('button', { name: 'Discard ml-project-1, ml-project-2' }).click();
  await expect(kept).toBeHidden();
  expect(await readdir(join(userData, 'collections'))).toStrictEqual([]);
});

/** Files below a folder in which the beginning of one of the tokens stands. */
async function filesWithToken(folder: string, tokens: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = entries
    .filter((entry) => entry.isFile())
    .map(async ({ parentPath, name }) => {
      // Chromium removes files of its own at any time.
      const text = await readFile(join(parentPath, name), 'latin1').catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
        return '';
      });
      return tokens.some((token) => text.includes(token.slice(0, 24))) ? [name] : [];
    });
  return (await Promise.all(found)).flat();
}
