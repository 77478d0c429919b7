import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './app.fixture.ts';
import { Explorer } from './pages/explorer.ts';
import { SAMPLE } from './sample.ts';
import { seriousFindings } from './serious-findings.ts';

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'review-'));
});

test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** All that is kept of the work in a profile. */
async function keptText(userData: string): Promise<string> {
  const reviews = join(userData, 'reviews');
  const names = await readdir(reviews).catch(() => []);
  const texts = names.filter((name) => !name.startsWith('.')).map((name) => readFile(join(reviews, name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

test('bookmarks, views and their histories survive the app being killed, and travel in a snapshot', async ({
  launch,
}) => {
  const userData = join(folder, 'profile');
  const file = join(folder, 'reviewed.lineage.json');
  const first = await launch([SAMPLE], { userData, expectedProblems: [/.*/] });
  const { page } = first;
  const explorer = new Explorer(page);
  await explorer.isOpen();
  const tabs = page.getByRole('tablist', { name: 'Views of the inventory' });
  await expect(tabs).toHaveCount(0);

  await test.step('a bookmark with a note, by keyboard', async () => {
    await explorer.select('demand-forecast-weekly-2026-09-27');
    await explorer.graph.focus();
    await page.keyboard.press('h');
    await expect(page.getByRole('button', { name: /^Undo: Hide/ })).toBeEnabled();
    await page.keyboard.press('Control+b');
    const dialog = page.getByRole('dialog', { name: 'Bookmark this view' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Without the detector');
    await dialog.getByRole('textbox', { name: 'Note' }).fill('Key AIzaSyA1234567890abcdefghijklmnopqrstuv leaked');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Bookmark “Without the detector” saved')).toBeVisible();
  });

  await test.step('a query that is kept with the inventory', async () => {
    await explorer.searchFor('kind:job state:failed');
    await explorer.button('Save').click();
    const dialog = page.getByRole('dialog', { name: 'Save query' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Failed runs');
    await dialog.getByRole('radio', { name: /^With this inventory/ }).press('Space');
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(page.getByText('Query "Failed runs" saved')).toBeVisible();
    await explorer.graph.focus();
  });

  await test.step('further views, each with its own history and search', async () => {
    await page.keyboard.press('Control+t');
    await expect(tabs.getByRole('tab')).toHaveText(['View 1', 'View 2']);
    await expect(tabs.getByRole('tab', { name: 'View 2' })).toHaveAttribute('aria-selected', 'true');
    await expect(explorer.search).toHaveValue('');
    await page.keyboard.press('t');
    await expect(page.getByRole('grid')).toBeVisible();
    await page.keyboard.press('Control+PageUp');
    await expect(tabs.getByRole('tab', { name: 'View 1' })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('grid')).toHaveCount(0);
    await tabs.getByRole('tab', { name: 'View 1' }).press('F2');
    const dialog = page.getByRole('dialog', { name: 'Name the view' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Fraud');
    await page.keyboard.press('Enter');
    await expect(tabs.getByRole('tab')).toHaveText(['Fraud', 'View 2']);
    await page.keyboard.press('Control+t');
    await tabs.getByRole('tab', { name: 'View 3' }).press('Delete');
    await expect(tabs.getByRole('tab')).toHaveText(['Fraud', 'View 2']);
    await page.keyboard.press('Control+Shift+t');
    await expect(tabs.getByRole('tab')).toHaveText(['Fraud', 'View 3', 'View 2']);
    await expect(tabs.getByRole('tab', { name: 'View 3' })).toBeFocused();
    expect(await seriousFindings(page)).toStrictEqual([]);
    await page.keyboard.press('Control+F4');
    await tabs.getByRole('tab', { name: 'Fraud' }).click();
  });

  await test.step('a killed app offers to go on, and has everything', async () => {
    await expect.poll(() => keptText(userData)).toContain('"name":"Fraud","active":true');
    await expect.poll(() => keptText(userData)).toContain('"query":"kind:job state:failed"');
    const kept = await keptText(userData);
    expect(kept).toContain('Without the detector');
    expect(kept).not.toContain('AIzaSyA1234567890abcdefghijklmnopqrstuv');
    first.electronApp.process().kill('SIGKILL');
    await first.close();
  });

  const second = await launch([], { userData });
  const again = new Explorer(second.page);
  await second.page.getByRole('button', { name: 'Go on with sample' }).click();
  await again.isOpen();
  const restored = second.page.getByRole('tablist', { name: 'Views of the inventory' });
  await expect(restored.getByRole('tab')).toHaveText(['Fraud', 'View 2']);
  await expect(second.page.getByText('You go on where you left off')).toBeVisible();
  await expect(again.search).toHaveValue('kind:job state:failed');
  await second.page.getByRole('button', { name: /^Undo: Hide/ }).click();
  await expect(second.page.getByRole('button', { name: /^Redo: Hide/ })).toBeEnabled();
  await second.page.keyboard.press('Control+PageDown');
  await expect(second.page.getByRole('grid')).toBeVisible();

  await test.step('opening a bookmark is a step of the history', async () => {
    await second.page.keyboard.press('Control+Shift+b');
    const dialog = second.page.getByRole('dialog', { name: 'Bookmarks and views' });
    await expect(dialog.getByText(/^Key \[masked 33-64 characters #[0-9a-f]{6}\] leaked$/)).toBeVisible();
    expect(await seriousFindings(second.page)).toStrictEqual([]);
    await dialog.getByRole('button', { name: 'Without the detector', exact: true }).click();
    await expect(second.page.getByRole('grid')).toHaveCount(0);
    await expect(second.page.getByRole('button', { name: 'Undo: Open “Without the detector”' })).toBeEnabled();
  });

  await test.step('a deleted bookmark comes back by undoing', async () => {
    await second.page.keyboard.press('Control+Shift+b');
    const dialog = second.page.getByRole('dialog', { name: 'Bookmarks and views' });
    await dialog.getByRole('button', { name: 'Delete Without the detector' }).click();
    await expect(dialog.getByText('No bookmarks yet.')).toBeVisible();
    await second.page.keyboard.press('Escape');
    await second.page.keyboard.press('Control+z');
    await second.page.keyboard.press('Control+Shift+b');
    await expect(dialog.getByRole('button', { name: 'Without the detector', exact: true })).toBeVisible();
    await second.page.keyboard.press('Escape');
  });

  await test.step('a snapshot has it all, for whoever opens it', async () => {
    await second.electronApp.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, file);
    await second.page.keyboard.press('Control+s');
    await second.page.getByRole('dialog', { name: 'Save snapshot' }).getByRole('button', { name: 'Save…' }).click();
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('"entry":"view"');
  });
  const third = await launch([file]);
  await new Explorer(third.page).isOpen();
  await third.page.keyboard.press('Control+2');
  await expect(third.page.getByText('1 bookmark, 1 saved query, 2 views that were open')).toBeVisible();
  await third.page.getByRole('button', { name: 'Open the 2 views as they were' }).click();
  await expect(third.page.getByRole('tab', { name: 'Fraud' })).toBeVisible();
  await third.page.keyboard.press('Control+Shift+K');
  await third.page
    .getByRole('region', { name: 'Saved with this inventory' })
    .getByRole('button', { name: 'Failed runs', exact: true })
    .press('Enter');
  await expect(new Explorer(third.page).search).toHaveValue('kind:job state:failed');
});
