import { expect, test } from './app.fixture.ts';
import { Explorer } from './pages/explorer.ts';
import { StartScreen } from './pages/start-screen.ts';
import { SAMPLE } from './sample.ts';

test.describe('by keyboard alone', () => {
  test('one opens the sample, finds a job, reads its evidence, hides it and takes that back', async ({ page }) => {
    const explorer = new Explorer(page);
    await expect(new StartScreen(page).heading).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Open sample' })).toBeFocused();
    await page.keyboard.press('Enter');
    await explorer.isOpen();

    await page.keyboard.press('Control+K');
    await page.keyboard.type('demand-forecast-weekly-2026-10-18');
    await expect(explorer.hits.getByRole('option', { selected: true })).toContainText('2026-10-18');
    await page.keyboard.press('Enter');
    await expect(explorer.details.title).toHaveText('demand-forecast-weekly-2026-10-18');
    await expect(explorer.graph).toBeFocused();

    await page.keyboard.press('F6');
    await expect(explorer.details.region).toBeFocused();
    await explorer.details.evidence('jobSpec.network').focus();
    await page.keyboard.press('Enter');
    await expect(explorer.details.markedLines()).toContainText('"network"');

    await page.keyboard.press('Shift+F6');
    await page.keyboard.press('Tab');
    await explorer.graph.focus();
    await page.keyboard.press('h');
    await expect(explorer.button('Undo: Hide 1 resource')).toBeEnabled();
    await page.keyboard.press('Control+Z');
    await expect(explorer.button('Redo: Hide 1 resource')).toBeEnabled();
  });

  test('one walks over the graph and leaves it again', async ({ launch }) => {
    const { page } = await launch([SAMPLE]);
    const explorer = new Explorer(page);
    await explorer.isOpen();
    await explorer.graph.focus();
    const before = await explorer.graph.getAttribute('aria-activedescendant');
    await page.keyboard.press('ArrowRight');
    await expect(explorer.graph).not.toHaveAttribute('aria-activedescendant', String(before));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('toolbar', { name: 'View' }).getByRole('button').first()).toBeFocused();
  });

  test('skip links are the first stops', async ({ launch }) => {
    const { page } = await launch([SAMPLE]);
    await new Explorer(page).isOpen();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to search' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main', { name: 'Graph' })).toBeFocused();
  });

  test('the sheet of shortcuts opens on "?" and gives the focus back', async ({ launch }) => {
    const { page } = await launch([SAMPLE]);
    const explorer = new Explorer(page);
    await explorer.isOpen();
    await explorer.graph.focus();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(sheet).toContainText('Search resources');
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(explorer.graph).toBeFocused();
  });

  test('letters typed into a field are no shortcuts', async ({ launch }) => {
    const { page } = await launch([SAMPLE]);
    const explorer = new Explorer(page);
    await explorer.isOpen();
    await explorer.search.focus();
    await page.keyboard.type('h?/f');
    await expect(explorer.search).toHaveValue('h?/f');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});
