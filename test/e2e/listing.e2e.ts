import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './app.fixture.ts';
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
