import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Locator, Page } from 'playwright/test';
import { expect, test } from './app.fixture.ts';
import { FindingsPane } from './pages/findings-pane.ts';
import { Explorer } from './pages/explorer.ts';
import { StartScreen } from './pages/start-screen.ts';

const JOB = 'demand-forecast-weekly-2026-10-18';
/** More stops than there are on any way of this review. */
const MOST_STOPS = 250;

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vertex-lineage-review-'));
});

test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Presses a key until a place has the focus. */
async function pressUntilFocused(page: Page, key: string, place: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await place.evaluateAll((found) => found.some((element) => element === document.activeElement))) return;
    await page.keyboard.press(key);
  }
  await expect(place, `reached with ${key}`).toBeFocused();
}

test('a whole review is done by keyboard alone', async ({ app }) => {
  const { page, electronApp } = app;
  const { keyboard } = page;
  const explorer = new Explorer(page);
  const file = join(folder, 'review.lineage.json.gz');
  await electronApp.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, file);

  await test.step('open the sample', async () => {
    await expect(new StartScreen(page).heading).toBeVisible();
    await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: 'Open sample' }));
    await keyboard.press('Enter');
    await explorer.isOpen();
  });
  const whole = String(await explorer.shown.textContent());

  await test.step('ask a query and a question of the library', async () => {
    await keyboard.press('/');
    await keyboard.type('kind:job state:failed');
    await expect(page.getByRole('search')).toContainText('6 resources found');
    await keyboard.press('Shift+Enter');
    await expect(explorer.shown).not.toHaveText(whole);
    await keyboard.press('Control+Shift+A');
    await expect(explorer.shown).toHaveText(whole);
    await keyboard.press('Control+Shift+K');
    await keyboard.type('log in');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await expect(explorer.search).toBeFocused();
    await expect(explorer.hits).toContainText('llm-eval-sandbox');
  });

  await test.step('select a job and see the field that proves a link', async () => {
    await keyboard.press('Control+K');
    await keyboard.type(JOB);
    await keyboard.press('Enter');
    await expect(explorer.details.title).toHaveText(JOB);
    await expect(explorer.graph).toBeFocused();
    await pressUntilFocused(page, 'F6', explorer.details.region);
    await pressUntilFocused(page, 'Tab', explorer.details.evidence('jobSpec.network'));
    await keyboard.press('Enter');
    await expect(explorer.details.markedLines()).toContainText('"network"');
  });

  const lit = page.getByRole('region', { name: 'Lit up' });
  await test.step('follow its lineage, see its impact, and the paths to a neighbour', async () => {
    await pressUntilFocused(page, 'Shift+F6', page.getByRole('main', { name: 'Graph' }));
    await pressUntilFocused(page, 'Tab', explorer.graph);
    await keyboard.press('u');
    await expect(lit).toContainText(`${JOB} came from`);
    await keyboard.press('d');
    await expect(lit).toContainText(`${JOB} feeds`);
    await keyboard.press('Escape');
    await expect(lit).toBeHidden();
    await keyboard.press(']');
    await keyboard.press('p');
    const paths = page.getByRole('dialog', { name: 'Paths between two resources' });
    await expect(paths.getByRole('status')).toContainText('shortest path');
    await keyboard.press('Escape');
    await expect(explorer.graph).toBeFocused();
  });

  await test.step('answer what a reviewer asks of a model', async () => {
    await keyboard.press('Control+K');
    await keyboard.type('reef-detector');
    await keyboard.press('Enter');
    await expect(explorer.details.title).toHaveText('reef-detector');
    await expect(explorer.graph).toBeFocused();
    await keyboard.press('a');
    await expect(page.getByRole('region', { name: 'Which network exposes it?' })).toContainText('0.0.0.0/0');
  });

  await test.step('filter by kind, take it back, and look at the table', async () => {
    const before = String(await explorer.shown.textContent());
    await pressUntilFocused(page, 'F6', explorer.filters);
    await pressUntilFocused(page, 'Tab', explorer.filters.getByRole('checkbox').first());
    await keyboard.press('Space');
    await expect(explorer.shown).not.toHaveText(before);
    await keyboard.press('Control+Z');
    await expect(explorer.shown).toHaveText(before);
    await pressUntilFocused(page, 'F6', page.getByRole('main', { name: 'Graph' }));
    await pressUntilFocused(page, 'Tab', explorer.graph);
    await keyboard.press('t');
    const table = page.getByRole('grid', { name: 'Resources' });
    await expect(table).toBeFocused();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(table.getByRole('row', { selected: true })).toHaveCount(1);
    await keyboard.press('t');
    await expect(explorer.graph).toBeFocused();
  });

  await test.step('read the worst finding and what to do', async () => {
    await keyboard.press('Control+4');
    const findings = new FindingsPane(page);
    await expect(findings.totals.first()).toBeVisible();
    await pressUntilFocused(page, 'F6', findings.region);
    await pressUntilFocused(page, 'Tab', findings.region.getByRole('tab', { selected: true }));
    await keyboard.press('ArrowRight');
    await pressUntilFocused(page, 'Tab', findings.group('Remote Desktop is open to the internet'));
    await keyboard.press('Enter');
    await expect(findings.region.getByRole('article').first()).toContainText('default-allow-rdp');
    await keyboard.press('Control+4');
    await expect(findings.region).toBeHidden();
  });

  await test.step('bookmark the view, hide a node, and come back', async () => {
    const bookmarked = String(await explorer.shown.textContent());
    await keyboard.press('Control+B');
    await expect(page.getByRole('dialog', { name: 'Bookmark this view' })).toBeVisible();
    await keyboard.press('Control+A');
    await keyboard.type('All of it');
    await keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await keyboard.press('Control+K');
    await keyboard.type(JOB);
    await keyboard.press('Enter');
    await expect(explorer.graph).toBeFocused();
    await keyboard.press('h');
    await expect(explorer.button('Undo: Hide 1 resource')).toBeEnabled();
    await keyboard.press('Control+Shift+B');
    const bookmarks = page.getByRole('dialog', { name: 'Bookmarks and views' });
    await pressUntilFocused(page, 'Tab', bookmarks.getByRole('button', { name: 'All of it' }).first());
    await keyboard.press('Enter');
    await expect(explorer.shown).toHaveText(bookmarked);
  });

  await test.step('save the snapshot, and go back to the first view', async () => {
    await keyboard.press('Control+S');
    const dialog = page.getByRole('dialog', { name: 'Save snapshot' });
    await pressUntilFocused(page, 'Tab', dialog.getByRole('button', { name: /^Save/ }));
    await keyboard.press('Enter');
    await expect(page.getByText('Snapshot saved').first()).toBeVisible();
    expect(gunzipSync(await readFile(file)).toString()).toContain('All of it');
    await keyboard.press('Control+Shift+H');
    const history = page.getByRole('dialog', { name: 'History of the view' });
    await pressUntilFocused(page, 'Tab', history.getByRole('button', { name: 'Open', exact: true }));
    await keyboard.press('Enter');
    await expect(explorer.shown).toHaveText(whole);
  });
});
