import { expect, test } from './app.fixture.ts';
import { Explorer } from './pages/explorer.ts';
import { SAMPLE } from './sample.ts';

test('by keyboard alone', async ({ launch }) => {
  const { page } = await launch([SAMPLE]);
  const explorer = new Explorer(page);
  await explorer.isOpen();

  await test.step('skip links are the first stops', async () => {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to search' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main', { name: 'Graph' })).toBeFocused();
  });

  await test.step('one walks over the graph and leaves it again', async () => {
    await explorer.graph.focus();
    const before = await explorer.graph.getAttribute('aria-activedescendant');
    await page.keyboard.press('ArrowRight');
    await expect(explorer.graph).not.toHaveAttribute('aria-activedescendant', String(before));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('toolbar', { name: 'View' }).getByRole('button').first()).toBeFocused();
  });

  await test.step('the sheet of shortcuts opens on "?" and gives the focus back', async () => {
    await explorer.graph.focus();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(sheet).toContainText('Search resources');
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(explorer.graph).toBeFocused();
  });

  await test.step('letters typed into a field are no shortcuts', async () => {
    await explorer.search.focus();
    await page.keyboard.type('h?/f');
    await expect(explorer.search).toHaveValue('h?/f');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});
