import { buildJob } from '../doubles/google/build-estate.ts';
import { expect, test } from './live.fixture.ts';
import { ConnectDialog } from './pages/connect-dialog.ts';
import { Explorer } from './pages/explorer.ts';
import { FindingsPane } from './pages/findings-pane.ts';

test('a refresh marks what differs, and a job is looked up from the search box', async ({ launch, startGoogle }) => {
  const google = await startGoogle({ projects: 1, locations: 1, jobsPerLocation: 4 });
  const { page } = await launch([], { environment: google.environment });
  await new ConnectDialog(page).collect('ml-project-1');
  const explorer = new Explorer(page);
  await explorer.isOpen();
  await expect(page.getByRole('region', { name: 'Collection' })).toBeHidden();
  const { world } = google.fake;
  const [project] = world.projects;
  const [location = ''] = project?.locations ?? [];
  const job = (index: number) => buildJob(project ?? { id: '', number: '', locations: [] }, location, index);

  await test.step('a refresh marks what came and changed, lists what is gone, and the marks can be cleared', async () => {
    await explorer.select('train-3-3');
    await explorer.graph.focus();
    await page.keyboard.press('h');
    const bar = page.getByRole('toolbar', { name: 'View' });
    await expect(bar).toContainText('1 hidden');
    const keys = explorer.filters.getByRole('checkbox', { name: /^KMS keys/ });
    await keys.uncheck({ force: true });
    await explorer.select('train-2-2');
    world.remove(job(0).name);
    world.put({ ...job(1), data: { ...job(1).data, displayName: 'renamed' } });
    world.put(job(7));
    await page.getByRole('button', { name: 'Refresh from Google Cloud' }).click();
    await expect(page.getByText('Refreshed: 1 new, 1 changed, 1 gone')).toBeVisible();
    await expect(explorer.details.title).toHaveText('train-2-2');
    await expect(bar).toContainText('1 hidden');
    await expect(keys).not.toBeChecked();
    await expect(explorer.node(/train-3-3/)).toHaveCount(0);
    await expect(explorer.node(/^Custom job train-7-7, new since the last reading, /)).toBeAttached();
    await expect(explorer.node(/^Custom job renamed, changed since the last reading, /)).toBeAttached();
    await page.getByRole('button', { name: 'Show the changes' }).click();
    const changes = page.getByRole('list', { name: 'Changes' }).getByRole('listitem');
    await expect(changes).toHaveText([/^newtrain-7-7/, /^changedrenamed/, /^gonetrain-0-0/]);
    await changes.getByRole('button', { name: /renamed/ }).click();
    await expect(explorer.details.title).toHaveText('renamed');
    await page.getByRole('button', { name: 'Clear the marks' }).click();
    await expect(page.getByRole('tab', { name: /^Changes/ })).toBeHidden();
    await expect(explorer.node(/since the last reading/)).toHaveCount(0);
  });

  await test.step('the findings say what is new since then, and show only that', async () => {
    await page.keyboard.press('Control+4');
    const { region } = new FindingsPane(page);
    const news = region.getByRole('button', { name: /^[1-9]\d* new, [1-9]\d* gone, [1-9]\d* as on \d{4}-/ });
    await news.press('Enter');
    await expect(region.getByRole('article').first()).toContainText('new');
    await expect(region.getByRole('status').first()).toContainText(/^[1-9]\d* failed/);
    await page.keyboard.press('Control+4');
  });

  await test.step('a job is looked up in Google Cloud from the search box, joins the graph and is selected', async () => {
    await expect(page.getByRole('contentinfo')).toContainText(/^4 jobs/);
    const added = job(9);
    world.put(added);
    await explorer.search.fill(added.name.replace('//aiplatform.googleapis.com/', ''));
    await page.getByRole('button', { name: /^Search Google Cloud for/ }).click();
    await expect(explorer.details.title).toHaveText('train-9-9');
    await expect(page.getByRole('contentinfo')).toContainText(/^5 jobs/);
  });

  await test.step('of a job that does not exist it is said that there is none, although something else cannot be read', async () => {
    google.fake.faults.add({ service: 'cloudkms.googleapis.com', fault: { kind: 'denied' } });
    await page.getByRole('button', { name: 'Refresh from Google Cloud' }).click();
    await expect(page.getByText('Not everything could be read.')).toBeVisible();
    await explorer.search.fill(job(11).name.replace('//aiplatform.googleapis.com/', ''));
    await page.getByRole('button', { name: /^Search Google Cloud for/ }).click();
    await expect(page.getByText('Google Cloud has nothing for')).toBeVisible();
  });
});

test('a snapshot of a collection opens elsewhere with the same numbers, and nothing is left unsaved', async ({
  launch,
  startGoogle,
}, info) => {
  const google = await startGoogle(
    { projects: 1, locations: 2, jobsPerLocation: 4 },
    { faults: [{ service: 'cloudkms.googleapis.com', fault: { kind: 'denied' } }] },
  );
  const userData = info.outputPath('user-data');
  const file = info.outputPath('saved.lineage.json.gz');
  const { page, electronApp } = await launch([], { environment: google.environment, userData });
  await new ConnectDialog(page).collect('ml-project-1');
  await new Explorer(page).isOpen();
  await expect(page.getByText('Not everything could be read.')).toBeVisible();
  await page.getByRole('button', { name: 'Show what is missing' }).click();
  const coverage = page.getByRole('list', { name: 'Coverage' });
  await expect(coverage.getByRole('listitem').first()).toBeVisible();
  const rows = await coverage.getByRole('listitem').allTextContents();
  await electronApp.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Save snapshot/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText('Snapshot saved')).toBeVisible();
  const numbers = /^\d+ jobs · \d+ resources · \d+ links/;
  const collected = numbers.exec((await page.getByRole('contentinfo').textContent()) ?? '')?.[0] ?? '';
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Close inventory/ }).click();
  await expect(page.getByRole('heading', { name: 'Vertex Lineage Explorer' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Collections not saved' })).toBeHidden();

  const second = await launch([file]);
  await new Explorer(second.page).isOpen();
  await expect(second.page.getByRole('contentinfo')).toContainText(collected);
  await second.page.getByRole('button', { name: /^Problems and coverage/ }).click();
  await second.page.getByRole('tab', { name: /^Coverage/ }).click();
  await expect(second.page.getByRole('list', { name: 'Coverage' }).getByRole('listitem')).toHaveText(rows);
});
