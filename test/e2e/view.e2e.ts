import { writeFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { expect, test } from './app.fixture.ts';
import type { Launch } from './app.fixture.ts';
import { Explorer } from './pages/explorer.ts';
import { SAMPLE } from './sample.ts';

const HUB = 'trainer@acme-ml.iam.gserviceaccount.com';

test('the view', async ({ launch }) => {
  const { page } = await launch([SAMPLE]);
  const explorer = new Explorer(page);
  await explorer.isOpen();

  await test.step('is filtered by kind, by state and back', async () => {
    const whole = await explorer.shown.textContent();
    const kinds = explorer.filters.getByRole('region', { name: 'Kind' });
    await kinds.getByRole('checkbox', { name: /^Buckets/ }).click({ force: true });
    await expect(explorer.shown).not.toHaveText(String(whole));
    await expect(page.getByRole('toolbar', { name: 'View' })).toContainText('filtered out');
    await kinds.getByRole('button', { name: 'Show only Custom jobs' }).focus();
    await page.keyboard.press('Enter');
    await expect(explorer.shown).toHaveText(/^37 of \d+ shown/);
    await kinds.getByRole('button', { name: 'Show none: Kind' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing is shown' })).toBeVisible();
    await explorer.button('Show all').first().click();
    await expect(explorer.shown).toHaveText(String(whole));
  });

  await test.step('hides what is selected; undo and redo are named and work by keyboard', async () => {
    const whole = await explorer.shown.textContent();
    await explorer.select('tidewater-forecast-artifacts');
    await explorer.graph.focus();
    await page.keyboard.press('h');
    await expect(explorer.shown).not.toHaveText(String(whole));
    await expect(explorer.button('Undo: Hide 1 resource')).toBeEnabled();
    await page.keyboard.press('Control+Z');
    await expect(explorer.shown).toHaveText(String(whole));
    await expect(explorer.button('Redo: Hide 1 resource')).toBeEnabled();
    await page.keyboard.press('Control+Shift+Z');
    await expect(page.getByRole('toolbar', { name: 'View' })).toContainText('1 hidden');
    await explorer.undoAll();
  });

  await test.step('changes its layout and keeps everything on the screen', async () => {
    const whole = await explorer.shown.textContent();
    await explorer.button('Arrange by force').click();
    await expect(explorer.button(/^Arrange by force/)).toHaveAttribute('aria-pressed', 'true');
    await expect(explorer.button('Undo: Arrange by force')).toBeEnabled();
    await expect(explorer.shown).toHaveText(String(whole));
    await explorer.undoAll();
  });

  await test.step('focuses on the neighbours of a resource, deeper step by step', async () => {
    await explorer.select('demand-forecast-weekly-2026-10-18');
    await explorer.button('Neighbours up to 1 link away').click();
    await expect(page.getByText('Focus: 1 link around 1 resource')).toBeVisible();
    const near = await explorer.shown.textContent();
    await explorer.button('Neighbours up to 2 links away').click();
    await expect(page.getByText('Focus: 2 links around 1 resource')).toBeVisible();
    await expect(explorer.shown).not.toHaveText(String(near));
    await explorer.undoAll();
  });

  await test.step('is expanded by relation, with counts', async () => {
    await explorer.select('demand-forecast-weekly-2026-10-18');
    await explorer.button('Neighbours up to 1 link away').click();
    await expect(page.getByText('Focus: 1 link around 1 resource')).toBeVisible();
    const near = await explorer.shown.textContent();
    await explorer.select('forecast-trainer@tidewater-ml-prod.iam.gserviceaccount.com');
    await explorer.button('Expand…').click();
    const dialog = page.getByRole('dialog', { name: 'Expand by relation' });
    await expect(dialog).toContainText('identity of');
    await dialog.getByRole('button', { name: /: identity of$/ }).click();
    await expect(explorer.shown).not.toHaveText(String(near));
    await expect(explorer.button('Undo: Expand identity of')).toBeEnabled();
    await explorer.undoAll();
  });

  await test.step('offers the same actions in the context menu of a node', async () => {
    await explorer.select('demand-forecast-weekly-2026-10-18');
    await explorer.chooseFromMenu('Show only with neighbours');
    await expect(page.getByText('Focus: 1 link around 1 resource')).toBeVisible();
    await explorer.undoAll();
  });

  await test.step('remembers which panes are open', async () => {
    await page.keyboard.press('Control+1');
    await expect(explorer.filters).toBeHidden();
    await page.reload();
    await explorer.isOpen();
    await expect(explorer.filters).toBeHidden();
  });
});

/** Opens a job whose account has many other jobs, focused on the job, and selects the account. */
async function openHub(launch: Launch): Promise<{ page: Page; explorer: Explorer; dialog: Locator }> {
  const jobs = Array.from({ length: 130 }, (_, index) => ({
    name: `projects/acme-ml/locations/us-central1/customJobs/${1000 + index}`,
    displayName: `train-fraud-${String(index).padStart(3, '0')}`,
    jobSpec: { serviceAccount: HUB, workerPoolSpecs: [] },
  }));
  const file = test.info().outputPath('jobs.json');
  await writeFile(file, JSON.stringify(jobs));
  const { page } = await launch([file]);
  const explorer = new Explorer(page);
  await explorer.isOpen();
  await explorer.select('train-fraud-007');
  await explorer.chooseFromMenu('Show only the selection');
  await expect(explorer.shown).toHaveText(/^1 of 131 shown/);
  await explorer.select(HUB);
  await expect(explorer.shown).toHaveText(/^2 of 131 shown/);
  return { page, explorer, dialog: page.getByRole('dialog', { name: 'Expand by relation' }) };
}

test('expanding a hub asks first', async ({ launch }) => {
  const { page, explorer, dialog } = await openHub(launch);

  await test.step('by key: cancel adds nothing', async () => {
    await explorer.graph.focus();
    await page.keyboard.press('e');
    await expect(dialog).toContainText('identity of 130 resources');
    await expect(dialog).toContainText('hard to read');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
    await expect(explorer.shown).toHaveText(/^2 of 131 shown/);
  });

  await test.step('by the menu: the first fifty', async () => {
    await explorer.chooseFromMenu('Expand by relation…');
    await dialog.getByRole('button', { name: 'Show first 50: identity of' }).click();
    await expect(explorer.shown).toHaveText(/^52 of 131 shown/);
    await explorer.button('Undo: Expand identity of').click();
    await expect(explorer.shown).toHaveText(/^2 of 131 shown/);
  });

  await test.step('from the details: all of them', async () => {
    await explorer.details.linksIn.getByRole('button', { name: 'Show 129 more in the graph: identity of…' }).click();
    await dialog.getByRole('button', { name: 'Show all 129: identity of' }).click();
    await expect(explorer.shown).toHaveText(/^131 of 131 shown/);
  });
});
