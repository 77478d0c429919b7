import { writeFile } from 'node:fs/promises';
import { expect, test } from './app.fixture.ts';
import { Explorer } from './pages/explorer.ts';
import { StartScreen } from './pages/start-screen.ts';
import { SAMPLE, sampleFile } from './sample.ts';

async function fileWith(name: string, content: string): Promise<string> {
  const file = test.info().outputPath(name);
  await writeFile(file, content);
  return file;
}

test('the start screen', async ({ app, page }) => {
  const start = new StartScreen(page);
  const explorer = new Explorer(page);
  const close = async (): Promise<void> => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Close inventory' }).click();
    await expect(start.heading).toBeVisible();
  };

  await test.step('offers ways in, says what can be read, and promises that nothing leaves the machine', async () => {
    await expect(start.heading).toBeVisible();
    await expect(start.openFiles).toBeVisible();
    await expect(start.openFolder).toBeVisible();
    await expect(start.openSample).toBeVisible();
    await expect(page.getByText('Nothing leaves this machine.')).toBeVisible();
  });

  await test.step('copies the commands that make the files', async () => {
    const help = await start.openFormat('Cloud Asset Inventory');
    await expect(help).toContainText('gcloud asset export --project=PROJECT --content-type=resource');
    await help.getByRole('button', { name: 'Copy command' }).first().click();
    await expect(help.getByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await app.electronApp.evaluate(({ clipboard }) => clipboard.readText())).toBe(
      'gcloud asset export --project=PROJECT --content-type=resource --output-path=gs://BUCKET/resources.ndjson',
    );
  });

  await test.step('opens the files the user chooses, and remembers them', async () => {
    await app.electronApp.evaluate(({ dialog }, file) => {
      // The system's dialog cannot be driven by a test.
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] });
    }, sampleFile('custom-jobs-prod.json'));
    await start.openFiles.click();
    await explorer.isOpen();
    await expect(page).toHaveTitle(/custom-jobs-prod\.json/);
    await close();
    await expect(start.recent).toContainText('custom-jobs-prod.json');
    await start.recent.getByRole('button', { name: /^custom-jobs-prod\.json/ }).click();
    await explorer.isOpen();
    await close();
  });

  await test.step('opens what is dropped on the window', async () => {
    const client = await page.context().newCDPSession(page);
    const data = { items: [], files: [sampleFile('custom-jobs-prod.json')], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await client.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
    }
    await explorer.isOpen();
  });
});

test.describe('files on the command line', () => {
  test('are shown as one graph, and counted on the terminal', async ({ launch }) => {
    const app = await launch([SAMPLE]);
    const explorer = new Explorer(app.page);
    await explorer.isOpen();
    await expect(explorer.shown).toContainText(/^\d+ of \d+ shown/);
    await expect(app.page.getByRole('contentinfo')).toContainText('37 jobs');
    await expect.poll(() => app.output()).toMatch(/ready: 37 jobs, \d+ resources, \d+ links, runtime Electron /);
  });

  test('that cannot be read leave a clear message and a way on', async ({ launch }) => {
    const file = await fileWith('cut.json', '{"customJobs": [{"name": ');
    const { page } = await launch([file]);
    await expect(page.getByRole('heading', { name: 'Nothing could be read' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('cut.json:1');
    await expect(page.getByRole('main')).toContainText('Not valid JSON');
    await page.getByRole('button', { name: 'Back to the start screen' }).click();
    await expect(new StartScreen(page).heading).toBeVisible();
  });

  test('without resources are not called unreadable', async ({ launch }) => {
    const file = await fileWith('none.json', '{"customJobs": []}');
    const { page } = await launch([file]);
    await expect(page.getByRole('heading', { name: 'No resources found' })).toBeVisible();
  });

  test('of which one is bad show the others, and lead to the reason', async ({ launch }) => {
    const bad = await fileWith('cut.json', '{"customJobs": [{"name": ');
    const { page } = await launch([bad, sampleFile('custom-jobs-prod.json')]);
    const explorer = new Explorer(page);
    await explorer.isOpen();
    const message = page.getByRole('region', { name: 'Messages' });
    await expect(message).toContainText('could not be read');
    await message.getByRole('button', { name: 'Problems and coverage' }).click();
    await expect(explorer.problems.getByRole('listitem').first()).toContainText('cut.json');
  });
});
