import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './app.fixture.ts';
import { queryLink } from '../../shared/ipc/query-link.ts';
import { Explorer } from './pages/explorer.ts';
import { SAMPLE } from './sample.ts';

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'looks-'));
});

test.afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('table and tree: ranges, widths, groups, and the file that is written of them', async ({ launch }) => {
  const { page, electronApp } = await launch([SAMPLE]);
  const explorer = new Explorer(page);
  await explorer.isOpen();
  await explorer.button('Show as a table').click();
  const table = page.getByRole('grid', { name: 'Resources' });
  await expect(table.getByRole('row').nth(5)).toBeVisible();

  await test.step('a stretch is selected with Shift, by mouse and keyboard, and all with Ctrl+A', async () => {
    await table.getByRole('row').nth(2).click();
    await table
      .getByRole('row')
      .nth(5)
      .click({ modifiers: ['Shift'] });
    await expect(explorer.details.region).toContainText('4 nodes selected');
    await table.focus();
    await page.keyboard.press('Shift+ArrowDown');
    await expect(explorer.details.region).toContainText('5 nodes selected');
    await page.keyboard.press('Control+A');
    const rows = Number(await table.getAttribute('aria-rowcount')) - 1;
    await expect(explorer.details.region).toContainText(`${String(rows)} nodes selected`);
  });

  await test.step('the edge of a column moves with the arrow keys', async () => {
    const edge = table.getByRole('separator', { name: 'Width of Kind' });
    await edge.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(edge).toHaveAttribute('aria-valuetext', '202 pixels');
    await page.keyboard.press('Delete');
    await expect(edge).toHaveAttribute('aria-valuetext', 'as wide as there is room');
  });

  await test.step('the rows say why the search found them', async () => {
    await explorer.searchFor('kind:job state:failed');
    await page.keyboard.press('Shift+Enter');
    await expect(table.getByRole('columnheader', { name: 'Why it matches' })).toBeVisible();
    await expect(table.getByRole('row').nth(1)).toContainText('state');
  });

  await test.step('what is listed is saved as CSV', async () => {
    const file = join(folder, 'jobs.csv');
    await electronApp.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, file);
    await explorer.button('Export CSV…').click();
    await expect(page.getByText('Table saved')).toBeVisible();
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\r\n');
    expect(lines[0]).toBe('Kind,Title,Status,Project,Location,Links,Created,Why it matches');
    expect(lines.slice(1).every((line) => line.startsWith('Custom job,') && line.includes(',failed,'))).toBe(true);
    expect(lines.length).toBe(Number(await table.getAttribute('aria-rowcount')));
  });

  await test.step('the tree has the same resources in groups that the arrow keys open and close', async () => {
    await explorer.button('Show as a tree').click();
    const tree = page.getByRole('treegrid', { name: 'Resources' });
    const project = tree.getByRole('row', { expanded: true, level: 1 }).first();
    await expect(project).toContainText(/\d+ resources?/);
    await tree.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    await expect(tree.getByRole('row', { expanded: false, level: 1 }).first()).toBeVisible();
    await page.keyboard.press(' ');
    await expect(explorer.details.region).toContainText(/selected|Custom job/);
    await explorer.button('Open all').click();
    const job = tree.getByRole('row', { level: 4 }).first();
    await job.click();
    await expect(job).toHaveAttribute('aria-selected', 'true');
    await expect(explorer.details.region).toContainText('Custom job');
  });
});

test('the timeline filters jobs by time, by mouse, keyboard and text, and speaks with the search', async ({
  launch,
}) => {
  const { page } = await launch([SAMPLE]);
  const explorer = new Explorer(page);
  await explorer.isOpen();
  const whole = String(await explorer.shown.textContent());
  await page.keyboard.press('Control+5');
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const status = timeline.getByRole('status');
  await expect(status).toContainText(/^\d+ jobs of \d+ with a time/);
  await expect(timeline).toContainText(/not submitted|never started|not collected/);

  await test.step('the thumbs move with the arrow keys, and one undo takes the filter away', async () => {
    await timeline.getByRole('slider', { name: 'From' }).focus();
    await page.keyboard.press('PageUp');
    await page.keyboard.press('ArrowRight');
    await expect(status).toContainText('in the range');
    await expect(explorer.shown).not.toHaveText(whole);
    await expect(page.getByRole('toolbar', { name: 'View' })).toContainText('Time: running');
    await explorer.button(/^Undo: Jobs running /).click();
    await expect(explorer.shown).toHaveText(whole);
  });

  await test.step('a stretch is drawn with the mouse', async () => {
    const bars = timeline.getByRole('img');
    const { x, y, width, height } = (await bars.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(x + width * 0.2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.6, y + height / 2, { steps: 4 });
    await page.mouse.up();
    await expect(status).toContainText('in the range');
    await timeline.getByRole('button', { name: 'Zoom the scale to the range' }).click();
    await expect(timeline.getByRole('button', { name: 'Scale of the whole time' })).toBeEnabled();
  });

  await test.step('times are typed, and what is no time is said to be none', async () => {
    const from = timeline.getByRole('textbox', { name: 'From' });
    await from.fill('someday');
    await expect(timeline.getByText('Such as 2026-03-02')).toBeVisible();
    await from.fill('2026-10-01');
    await from.press('Enter');
    await timeline.getByRole('radio', { name: 'Created in' }).click();
    await expect(page.getByRole('toolbar', { name: 'View' })).toContainText('Time: created 2026-10-01 00:00 to ');
  });

  await test.step('the range is written into the search, and read from there', async () => {
    await timeline.getByRole('button', { name: 'Write into the search' }).click();
    await expect(explorer.search).toHaveValue(/^created:>=2026-10-01 created:<.+$/);
    await timeline.getByRole('button', { name: 'Any time' }).click();
    await expect(explorer.shown).toHaveText(whole);
    await explorer.search.fill('kind:job created:2026-10');
    await explorer.search.press('Escape');
    await timeline.getByRole('button', { name: 'Take from the search' }).click();
    await expect(timeline.getByRole('textbox', { name: 'To' })).toHaveValue('2026-11-01 00:00');
  });
});

test('a link asks its query; hits are marked, alone or listed; runs of one template lead to what changed', async ({
  launch,
}) => {
  const { page } = await launch([SAMPLE], { appArguments: ['--link', queryLink('kind:job state:failed')] });
  const explorer = new Explorer(page);
  await explorer.isOpen();

  await test.step('the query of the link stands in the search box, and its hits are shown as one likes', async () => {
    await expect(explorer.search).toHaveValue('kind:job state:failed');
    await expect(explorer.search).toBeFocused();
    const ways = page.getByRole('radiogroup', { name: 'Show what is found as' });
    await expect(ways.getByRole('radio', { name: 'Marked' })).toBeChecked();
    await ways.getByRole('radio', { name: 'Table' }).click();
    await expect(page.getByRole('grid', { name: 'Resources' })).toBeFocused();
    await explorer.button(/^Undo: Show only hits for .* as a table$/).click();
    await expect(page.getByRole('grid', { name: 'Resources' })).toBeHidden();
    await explorer.search.focus();
    await explorer.button('Copy link').click();
    await expect(page.getByText('Link to the query copied')).toBeVisible();
    await explorer.button('Clear search').click();
  });

  await explorer.select('demand-forecast-weekly-2026-10-18');
  await explorer.graph.focus();
  await page.keyboard.press('r');
  const pane = page.getByRole('region', { name: 'Runs', exact: true });
  await expect(pane.getByRole('heading', { name: 'demand-forecast-weekly' })).toBeVisible();
  await expect(pane.getByRole('status')).toContainText(/\d+ runs of a custom job/);
  await pane.getByRole('list', { name: 'Changed since the run before' }).first().getByRole('button').first().click();
  await expect(explorer.details.region.getByRole('tab', { name: 'Raw document' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await pane.getByRole('button', { name: 'All templates' }).click();
  await expect(pane.getByRole('status')).toContainText(/templates? with several runs/);
  await pane
    .getByRole('button', { name: /^substitution-ranker/ })
    .first()
    .click();
  await expect(pane.getByRole('heading', { name: 'substitution-ranker' })).toBeVisible();
});
