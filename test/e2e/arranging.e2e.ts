import { expect, test } from './app.fixture.ts';
import { Explorer } from './pages/explorer.ts';
import { SAMPLE } from './sample.ts';

const JOB = 'demand-forecast-weekly-2026-10-18';
/** Resources hang on it that nothing else in the sample is linked to. */
const ALONE = 'supplier-negotiator-rl';

test('resources are grouped, folded, pinned, spaced and filtered by the legend, by mouse and keyboard', async ({
  launch,
}) => {
  const { page } = await launch([SAMPLE]);
  const explorer = new Explorer(page);
  await explorer.isOpen();
  const whole = String(await explorer.shown.textContent());
  const groups = page.getByRole('toolbar', { name: 'Groups' });
  const bar = page.getByRole('toolbar', { name: 'View' });
  const choose = async (menu: RegExp, item: string): Promise<void> => {
    await explorer.button(menu).click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  };

  const showAll = bar.getByRole('button', { name: 'Show all', exact: true });

  await test.step('groups are areas with a title and a count; a title folds its group', async () => {
    await choose(/^Group by:/, 'Group by project');
    await expect(explorer.button('Group by: project')).toBeVisible();
    const label = String(await groups.getByRole('button').first().getAttribute('aria-label'));
    const title = label.replace(/^Fold (.+), .+$/, '$1');
    // Another group may be the first before the click, while the graph is on its way.
    await groups.getByRole('button', { name: label, exact: true }).click();
    await expect(bar).toContainText('in 1 folded group');
    await expect(groups.getByRole('button', { name: `Fold ${title},` })).toHaveCount(0);
    await explorer.button(`Undo: Fold ${title}`).click();
    await expect(groups.getByRole('button', { name: `Fold ${title},` })).toBeVisible();
  });

  await test.step('the same by keyboard: G folds the group of a node, Enter unfolds it', async () => {
    await explorer.select(JOB);
    await explorer.graph.focus();
    await expect(explorer.node(new RegExp(`^Custom job ${JOB}.*in group `))).toBeAttached();
    await page.keyboard.press('g');
    await expect(bar).toContainText('in 1 folded group');
    const card = explorer.node(/^Group .*, folded, \d+ resources/);
    await expect(card).toHaveAttribute('aria-selected', 'true');
    await expect(explorer.details.region).toContainText(/Group of \d+ resources, folded/);
    await page.keyboard.press('Enter');
    await expect(card).toHaveCount(0);
  });

  await test.step('what is risky and folded is said, and shown when asked for', async () => {
    await choose(/^Group by:/, 'Fold all groups');
    await explorer.button(/severity not seen one by one: show/).click();
    await expect(explorer.button(/^Undo: Show \d+ resources? with severe findings/)).toBeEnabled();
    await choose(/^Group by:/, 'Unfold all groups');
  });

  await test.step('labels can be grouped by, with their counts', async () => {
    await choose(/^Group by:/, 'Group by label…');
    const dialog = page.getByRole('dialog', { name: 'Group by label' });
    await expect(dialog.getByRole('listitem').first()).toContainText(/\d+ values? on \d+ resources?/);
    await dialog
      .getByRole('button', { name: /^Group by label/ })
      .first()
      .click();
    await expect(explorer.button(/^Group by: label /)).toBeVisible();
    await choose(/^Group by:/, 'Group only identical links');
    await expect(groups).toHaveCount(0);
  });

  await test.step('what is pinned says so, and stays where it is in another layout', async () => {
    await explorer.select(JOB);
    await explorer.graph.focus();
    await page.keyboard.press('Shift+P');
    await expect(explorer.node(new RegExp(`^Custom job ${JOB}.*pinned`))).toBeAttached();
    await explorer.button(/^Arrange in layers/).click();
    await expect(explorer.button(/^Arrange in layers/)).toHaveAttribute('aria-pressed', 'true');
    await choose(/^Spacing and pins/, 'Wide apart');
    await expect(explorer.button('Undo: Space widely')).toBeEnabled();
    await choose(/^Spacing and pins/, 'Unpin everything');
    await expect(explorer.node(new RegExp(`^Custom job ${JOB}.*pinned`))).toHaveCount(0);
  });

  await test.step('the minimap is there while something is out of sight, moves the view, and can be put away', async () => {
    const minimap = page.locator('.minimap');
    const frame = minimap.locator('.minimap__frame');
    await explorer.button('Fit the graph').click();
    await expect(minimap).toBeHidden();
    for (let step = 0; step < 6; step += 1) await explorer.button('Zoom into the graph').click();
    await expect(minimap).toBeVisible();
    const before = String(await frame.getAttribute('style'));
    await minimap.click({ position: { x: 8, y: 8 } });
    await expect(frame).not.toHaveAttribute('style', before);
    await explorer.graph.focus();
    const clicked = String(await frame.getAttribute('style'));
    await page.keyboard.press('Shift+ArrowRight');
    await expect(frame).not.toHaveAttribute('style', clicked);
    await page.keyboard.press('m');
    await expect(minimap).toBeHidden();
    await expect(explorer.button('Minimap')).toHaveAttribute('aria-pressed', 'false');
  });

  await test.step('collapsing takes away what hangs on a node alone, and undo brings it back', async () => {
    await explorer.select(ALONE);
    await explorer.graph.focus();
    await page.keyboard.press('Shift+E');
    await expect(explorer.button(`Undo: Collapse ${ALONE}`)).toBeEnabled();
    await expect(explorer.shown).not.toHaveText(whole);
    await page.keyboard.press('Control+Z');
    await expect(explorer.shown).toHaveText(whole);
  });

  await test.step('the legend is the filter: with Shift only one value, and links can be switched off', async () => {
    const states = explorer.filters.getByRole('region', { name: 'Reported state' });
    await states.getByRole('checkbox', { name: /^Failed/ }).focus();
    await page.keyboard.press('Shift+Space');
    await expect(explorer.button('Undo: Show only Failed')).toBeEnabled();
    await expect(states.getByRole('checkbox', { name: /^Succeeded, 0 of \d+ drawn/ })).not.toBeChecked();
    await showAll.click();
    await expect(explorer.shown).toHaveText(whole);
    const links = explorer.filters.getByRole('region', { name: 'Links', exact: true });
    await links.getByRole('checkbox', { name: /^runs as/ }).click({ force: true });
    await expect(links.getByRole('checkbox', { name: /^runs as, 0 of \d+ drawn/ })).not.toBeChecked();
    await expect(explorer.shown).toHaveText(whole);
    await showAll.click();
    await expect(links.getByRole('checkbox', { name: /^runs as/ })).toBeChecked();
  });
});
