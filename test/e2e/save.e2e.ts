import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type RunningApp } from './app.fixture.ts';
import { Explorer } from './pages/explorer.ts';
import { SAMPLE } from './sample.ts';

const PNG_SIGNATURE = '89504e470d0a1a0a';

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'save-'));
});

test.afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Answers the system's dialog, which no test can reach, as a user does who takes this file. */
async function answerSaveDialog({ electronApp }: RunningApp, file: string): Promise<void> {
  await electronApp.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, file);
}

test('saving by keyboard', async ({ launch }) => {
  const app = await launch([SAMPLE]);
  const { page } = app;
  await new Explorer(page).isOpen();

  await test.step('writes the whole graph as a picture', async () => {
    const file = join(folder, 'graph.png');
    await answerSaveDialog(app, file);
    await page.keyboard.press('Control+Shift+E');
    const picture = (): Promise<Buffer> => readFile(file).catch(() => Buffer.alloc(0));
    await expect.poll(async () => (await picture()).length).toBeGreaterThan(50_000);
    const bytes = await picture();
    expect(bytes.subarray(0, 8).toString('hex')).toBe(PNG_SIGNATURE);
    // Width and height, in the header: the whole graph, larger than the window.
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(1_280);
  });

  await test.step('writes a snapshot without secrets that opens as the same graph', async () => {
    const file = join(folder, 'estate.lineage.json');
    await answerSaveDialog(app, file);
    await page.keyboard.press('Control+S');
    const dialog = page.getByRole('dialog', { name: 'Save snapshot' });
    await dialog.getByRole('button', { name: 'Save…' }).press('Enter');
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('"format":"vertex-lineage-snapshot"');
    const written = await readFile(file, 'utf8');
    expect(written).not.toContain('correct-horse-battery-staple');
    expect(written).toContain('[masked ');

    const again = await launch([file]);
    await new Explorer(again.page).isOpen();
    const line = /ready: 37 jobs, \d+ resources, \d+ links/;
    await expect.poll(() => app.output()).toMatch(line);
    await expect.poll(() => again.output()).toContain(line.exec(app.output())?.[0] ?? 'no line');
  });
});
