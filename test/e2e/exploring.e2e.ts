import { expect, test } from './app.fixture.ts';
import { Explorer } from './pages/explorer.ts';
import { SAMPLE } from './sample.ts';

const JOB = 'demand-forecast-weekly-2026-10-18';
const ACCOUNT = 'forecast-trainer@tidewater-ml-prod.iam.gserviceaccount.com';
const BUCKET = 'tidewater-forecast-artifacts';

test('exploring', async ({ launch }) => {
  const { page } = await launch([SAMPLE]);
  const explorer = new Explorer(page);
  const lit = page.getByRole('region', { name: 'Lit up' });
  await explorer.isOpen();

  await test.step('between two selected resources are listed, lit up one by one, and shown alone', async () => {
    await explorer.select(JOB);
    await explorer.graph.focus();
    await page.keyboard.press(']');
    await page.keyboard.press('p');
    const dialog = page.getByRole('dialog', { name: 'Paths between two resources' });
    await expect(dialog.getByRole('group', { name: 'From' })).toContainText(JOB);
    await expect(dialog.getByRole('status')).toContainText('shortest path');
    await dialog.getByLabel('Which paths').selectOption('All up to a length');
    await expect(dialog.getByRole('list', { name: 'Paths' }).getByRole('listitem').nth(1)).toBeVisible();
    await dialog.getByRole('button', { name: 'Light up path 1', exact: true }).click();
    await expect(lit).toContainText(/^Path 1 of \d+ from demand-forecast-weekly-2026-10-18 to /);
    await explorer.graph.focus();
    await page.keyboard.press('n');
    await expect(lit).toContainText(/^Path 2 of /);
    await page.keyboard.press('Shift+N');
    await expect(lit).toContainText(/^Path 1 of /);
    await lit.getByRole('button', { name: 'Show only' }).click();
    await expect(explorer.shown).toHaveText(/^2 of \d+ shown$/);
    await explorer.graph.focus();
    await page.keyboard.press('Escape');
    await expect(lit).toBeHidden();
    await page.keyboard.press('Control+Z');
    await expect(explorer.shown).not.toHaveText(/^2 of /);
  });

  await test.step('from here lead to a resource that is picked, and relations can be left out', async () => {
    await explorer.select(JOB);
    await explorer.chooseFromMenu('Paths from here…');
    const dialog = page.getByRole('dialog', { name: 'Paths between two resources' });
    await dialog.getByRole('combobox', { name: 'To' }).fill(BUCKET);
    await page.getByRole('option', { name: BUCKET }).first().click();
    await expect(dialog.getByRole('group', { name: 'To' })).toContainText(BUCKET);
    await expect(dialog.getByRole('status')).toContainText('shortest path');
    const before = await dialog.getByRole('status').textContent();
    const relations = dialog.getByRole('group', { name: 'Relations that are followed' }).getByRole('checkbox');
    await relations.first().click({ force: true });
    await expect(dialog.getByRole('status')).not.toHaveText(String(before));
    await dialog.getByRole('button', { name: 'Swap the ends' }).click();
    await expect(dialog.getByRole('group', { name: 'From' })).toContainText(BUCKET);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await explorer.chooseFromMenu('Paths to here…');
    await expect(dialog.getByRole('group', { name: 'To' })).toContainText(JOB);
    await dialog.getByRole('combobox', { name: 'From' }).fill(BUCKET);
    await page.getByRole('option', { name: BUCKET }).first().click();
    await expect(dialog.getByRole('status')).toContainText('shortest path');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('what was selected before is gone back to by keyboard, and forward again', async () => {
    await explorer.select(ACCOUNT);
    await explorer.graph.focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(explorer.details.title).toHaveText(JOB);
    await page.keyboard.press('Alt+ArrowRight');
    await expect(explorer.details.title).toHaveText(ACCOUNT);
  });

  await test.step('one key lights up what a job came from, one what it feeds, and Escape ends it', async () => {
    await explorer.select(JOB);
    await explorer.graph.focus();
    await page.keyboard.press('u');
    await expect(lit).toContainText(`${JOB} came from`);
    await expect(explorer.node(/, lit up$/).first()).toBeAttached();
    const all = await lit.locator('p').textContent();
    await lit.getByRole('radio', { name: 'Data only' }).click();
    await expect(lit.locator('p')).not.toHaveText(String(all));
    await explorer.graph.focus();
    await page.keyboard.press('d');
    await expect(lit).toContainText(`${JOB} feeds`);
    await page.keyboard.press('Escape');
    await expect(lit).toBeHidden();
    await expect(explorer.graph).toBeFocused();
  });

  await test.step('the details tell what depends on a resource, by distance and kind', async () => {
    await explorer.select(ACCOUNT);
    const impact = page.getByRole('region', { name: 'Impact' });
    await expect(impact.getByRole('listitem').first()).toContainText('1 link away');
    await impact.getByRole('button', { name: 'Light up' }).click();
    await expect(lit).toContainText(`${ACCOUNT} feeds`);
    await impact.getByRole('radio', { name: 'Data only' }).click();
    await expect(impact).toContainText('Its data goes nowhere');
    await explorer.graph.focus();
    await page.keyboard.press('Escape');
    await expect(lit).toBeHidden();
  });

  await test.step('the palette finds an action by its words and runs it', async () => {
    await explorer.graph.focus();
    await page.keyboard.press('Control+Shift+P');
    const palette = page.getByRole('dialog', { name: 'Commands' });
    await expect(palette.getByRole('searchbox', { name: 'Find a command' })).toBeFocused();
    await page.keyboard.type('force arrange');
    await expect(palette.getByRole('menuitem')).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(palette).toBeHidden();
    await expect(explorer.button('Undo: Arrange by force')).toBeEnabled();
    await explorer.undoAll();
  });

  await test.step('the history goes back several steps at once, and forward again', async () => {
    const whole = await explorer.shown.textContent();
    await explorer.select(JOB);
    await explorer.button('Neighbours up to 1 link away').click();
    await expect(explorer.shown).not.toHaveText(String(whole));
    await explorer.graph.focus();
    await page.keyboard.press('h');
    await expect(explorer.button('Undo: Hide 1 resource')).toBeEnabled();
    const hidden = await explorer.shown.textContent();
    await page.keyboard.press('Control+Shift+H');
    const dialog = page.getByRole('dialog', { name: 'History of the view' });
    await expect(dialog.getByRole('button', { name: /^Hide 1 resource/ })).toHaveAttribute('aria-current', 'step');
    await dialog.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(explorer.shown).toHaveText(String(whole));
    await page.keyboard.press('Control+Shift+H');
    await dialog.getByRole('button', { name: /^Hide 1 resource/ }).click();
    await expect(explorer.shown).toHaveText(String(hidden));
    await explorer.undoAll();
  });

  await test.step('the graph is arranged in circles around the selection, and back', async () => {
    await explorer.select(ACCOUNT);
    await explorer.chooseFromMenu('Arrange in circles around the selection');
    await expect(explorer.button('Undo: Arrange in circles')).toBeEnabled();
    await expect(explorer.button('Arrange in circles around the selection')).toHaveAttribute('aria-pressed', 'true');
    await explorer.button('Undo: Arrange in circles').click();
    await expect(explorer.button('Arrange in columns by role')).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('lists what the graph shows, sorted, with the selection and the actions of the graph', async () => {
    await explorer.select(JOB);
    await explorer.graph.focus();
    await page.keyboard.press('t');
    const table = page.getByRole('grid', { name: 'Resources' });
    await expect(table.getByRole('row').nth(3)).toBeVisible();
    await table.getByRole('button', { name: 'Links' }).click();
    await table.getByRole('button', { name: 'Links' }).click();
    await expect(table.getByRole('columnheader', { name: 'Links' })).toHaveAttribute('aria-sort', 'descending');
    await table.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    const first = table.getByRole('row', { selected: true });
    await expect(first).toHaveCount(1);
    await expect(explorer.details.title).not.toHaveText(JOB);
    const before = await table.getAttribute('aria-rowcount');
    await table.focus();
    await page.keyboard.press('h');
    await expect(table).not.toHaveAttribute('aria-rowcount', String(before));
    await page.keyboard.press('Control+Z');
    await expect(table).toHaveAttribute('aria-rowcount', String(before));
    await table.getByRole('row').nth(2).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Light up what it feeds' }).click();
    await expect(page.getByRole('region', { name: 'Lit up' })).toBeVisible();
    await table.focus();
    await page.keyboard.press('t');
    await expect(table).toBeHidden();
    await expect(explorer.graph).toBeFocused();
    await expect(explorer.graph).toBeVisible();
    await explorer.button('Undo: Show as a graph').click();
    await expect(table).toBeVisible();
    await explorer.undoAll();
  });

  await test.step('has the columns one chooses, and is copied', async () => {
    await explorer.graph.focus();
    await page.keyboard.press('t');
    const table = page.getByRole('grid', { name: 'Resources' });
    await expect(table.getByRole('columnheader', { name: 'Runs as' })).toBeHidden();
    await page.getByRole('button', { name: 'Columns', exact: true }).click();
    await page
      .getByRole('dialog', { name: 'Columns' })
      .getByRole('checkbox', { name: 'Runs as' })
      .click({ force: true });
    await page.keyboard.press('Escape');
    await expect(table.getByRole('columnheader', { name: 'Runs as' })).toBeVisible();
    await explorer.button('Copy table').click();
    await expect(page.getByText('Table copied')).toBeVisible();
  });

  await test.step('several selected resources are compared: what they share, and where they differ', async () => {
    const table = page.getByRole('grid', { name: 'Resources' });
    await table.getByRole('row').nth(2).click();
    await table
      .getByRole('row')
      .nth(3)
      .click({ modifiers: ['Control'] });
    await expect(explorer.details.region).toContainText('2 nodes selected');
    await expect(page.getByRole('region', { name: 'The same for all' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Different', exact: true })).toBeVisible();
  });
});
