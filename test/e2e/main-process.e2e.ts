import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { ElectronApplication, Page } from 'playwright/test';
import { createNodeHost } from '../../electron/runtime/host-node.ts';
import { launchArguments } from '../../electron/runtime/launch.ts';
import type { WindowApi } from '../../shared/ipc/api.ts';
import { expect, test, type RunningApp } from './app.fixture.ts';
import { choose, isEnabled } from './menu-item.ts';

type PageWindow = Window & { readonly api: WindowApi<File> };

const JOBS = 'electron/files/sample/custom-jobs-prod.json';
const MODELS = 'electron/files/sample/models.json';
const READY = /^ready: \d+ jobs, \d+ resources, \d+ links, runtime Electron \d+\.\d+\.\d+$/gm;

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'main-process-'));
});

test.afterEach(async () => {
  // The app ends only after this and may still write to its profile.
  await rm(folder, { recursive: true, maxRetries: 10, retryDelay: 100 });
});

/** Waits until so many inventories have been reported on stdout. */
async function ready(app: RunningApp, count: number): Promise<void> {
  await expect.poll(() => app.output().match(READY)?.length ?? 0).toBe(count);
}

/** The titles of all windows. */
function titles(electronApp: ElectronApplication): Promise<string[]> {
  return electronApp.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map((window) => window.getTitle().replace(/ – .*/, ''))
      .toSorted(),
  );
}

/** Hands files to the page as a drop does: with their real paths, which the page cannot see. */
async function drop(page: Page, files: readonly string[]): Promise<unknown> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.id = 'dropped-files';
    document.body.append(input);
  });
  await page.locator('#dropped-files').setInputFiles([...files]);
  return await page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('#dropped-files');
    const answer = await (window as unknown as PageWindow).api.openDropped([...(input?.files ?? [])]);
    input?.remove();
    return answer;
  });
}

test('a window that starts without a file', async ({ app, page }) => {
  const { electronApp } = app;

  await test.step('copies text to the clipboard', async () => {
    await page.evaluate(() => (window as unknown as PageWindow).api.copyText({ text: 'projects/acme' }));
    expect(await electronApp.evaluate(({ clipboard }) => clipboard.readText())).toBe('projects/acme');
  });

  await test.step('writes what the window hands over, packed where the name says so', async () => {
    const file = join(folder, 'estate.lineage.json.gz');
    await electronApp.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, file);
    const answer = await page.evaluate(() =>
      (window as unknown as PageWindow).api.saveSnapshot({
        suggestedName: 'estate.lineage.json.gz',
        bytes: new TextEncoder().encode('{"a":1}'),
      }),
    );
    expect(answer).toStrictEqual({ ok: true, value: { outcome: 'saved', file } });
    expect(gunzipSync(await readFile(file)).toString()).toBe('{"a":1}');
  });

  await test.step('the menu zooms the interface', async () => {
    const level = (): Promise<number | undefined> =>
      electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel());
    await choose(electronApp, 'interface-zoom-in');
    await expect.poll(level).toBe(0.5);
    await choose(electronApp, 'interface-zoom-in');
    await expect.poll(level).toBe(1);
    await choose(electronApp, 'interface-zoom-reset');
    await expect.poll(level).toBe(0);
  });

  await test.step('the menu offers what fits what the window shows', async () => {
    await expect(page.getByRole('heading').first()).toBeVisible();
    const both = (): Promise<(boolean | undefined)[]> =>
      Promise.all(['save-snapshot', 'undo'].map((id) => isEnabled(electronApp, id)));
    expect(await both()).toStrictEqual([false, false]);
    await choose(electronApp, 'open-sample');
    await expect.poll(both).toStrictEqual([true, false]);
    await page.getByRole('combobox', { name: 'Search resources' }).focus();
    await expect.poll(both).toStrictEqual([true, true]);
    await page.keyboard.press('Control+Shift+P');
    const commands = page.getByRole('dialog', { name: 'Commands' });
    await expect(commands).toContainText('Dark theme');
    // The palette's own field can still undo what one types there.
    await expect.poll(both).toStrictEqual([false, true]);
    await page.keyboard.press('Escape');
    await expect(commands).toBeHidden();
  });

  await test.step('the menu chooses for the window what the keys and the palette choose', async () => {
    await ready(app, 1);
    await choose(electronApp, 'toggle-findings');
    await expect(page.getByRole('region', { name: 'Findings' })).toBeVisible();
    await choose(electronApp, 'toggle-findings');
    await expect(page.getByRole('region', { name: 'Findings' })).toBeHidden();
    await page.keyboard.press('Control+Shift+P');
    await page.keyboard.type('dark theme');
    await page.keyboard.press('Enter');
    await expect.poll(() => electronApp.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  });

  /** Returns to the start screen by the menu. */
  async function closeInventory(): Promise<void> {
    await choose(electronApp, 'close-inventory');
    await expect.poll(() => isEnabled(electronApp, 'close-inventory')).toBe(false);
    await expect(page.getByRole('button', { name: /open sample/i })).toBeVisible();
  }

  await test.step('the menu closes the inventory and returns to the start screen', closeInventory);

  await test.step('opening by the menu takes what the dialog gives', async () => {
    await electronApp.evaluate(
      ({ dialog }, path) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
      },
      join(process.cwd(), JOBS),
    );
    await choose(electronApp, 'open-files');
    await ready(app, 2);
    await closeInventory();
  });

  await test.step('the start screen opens dropped files', async () => {
    expect(await drop(page, [JOBS, MODELS])).toStrictEqual({ ok: true, value: { outcome: 'opened-here' } });
    await ready(app, 3);
    expect(await titles(electronApp)).toStrictEqual(['custom-jobs-prod.json and 1 more']);
  });

  await test.step('a second inventory gets a window of its own', async () => {
    expect(await drop(page, [MODELS])).toStrictEqual({ ok: true, value: { outcome: 'opened-in-new-window' } });
    await ready(app, 4);
    expect(await titles(electronApp)).toStrictEqual(['custom-jobs-prod.json and 1 more', 'models.json']);
  });

  await test.step('the menu makes a further window with the start screen', async () => {
    const opened = electronApp.waitForEvent('window');
    await choose(electronApp, 'new-window');
    await expect((await opened).getByRole('button', { name: /open sample/i })).toBeVisible();
  });
});

test('what is remembered over a restart', async ({ launch, runtime }) => {
  function isDark(app: RunningApp): Promise<boolean> {
    return app.electronApp.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors);
  }
  function bounds(app: RunningApp): Promise<unknown> {
    return app.electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  }
  const first = await launch([JOBS], { userData: folder });

  await test.step('the list of recent files has what was opened', async () => {
    await ready(first, 1);
    expect(await titles(first.electronApp)).toStrictEqual(['custom-jobs-prod.json']);
    await expect
      .poll(() => first.page.evaluate(() => (window as unknown as PageWindow).api.listRecent()))
      .toMatchObject({
        ok: true,
        value: [{ title: 'custom-jobs-prod.json' }],
      });
  });

  await test.step('the theme changes at once', async () => {
    await choose(first.electronApp, 'theme-light');
    expect(await isDark(first)).toBe(false);
    await choose(first.electronApp, 'theme-dark');
    expect(await isDark(first)).toBe(true);
    await expect.poll(async () => readFile(join(folder, 'settings.json'), 'utf8').catch(() => '')).toContain('"dark"');
  });

  await test.step('the window gets another size', async () => {
    await first.electronApp.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 900, height: 640 });
    });
    await expect.poll(() => bounds(first)).toMatchObject({ width: 900, height: 640 });
  });

  await test.step('a shown inventory was reported with exactly one line', async () => {
    expect(first.output().match(READY)).toHaveLength(1);
    await first.close();
  });

  const second = await launch([], { userData: folder });

  await test.step('the theme and the size are as they were left', async () => {
    expect(await isDark(second)).toBe(true);
    expect(await bounds(second)).toMatchObject({ width: 900, height: 640 });
  });

  await test.step('the list of recent files opens what was open', async () => {
    const opened = await second.page.evaluate(async () => {
      const { api } = window as unknown as PageWindow;
      const recent = await api.listRecent();
      return await api.openRecent({ id: recent.ok ? (recent.value[0]?.id ?? '') : '' });
    });
    expect(opened).toStrictEqual({ ok: true, value: { outcome: 'opened-here' } });
    await ready(second, 1);
  });

  await test.step('a second start of the app opens its file in the first', async () => {
    const root = await second.electronApp.evaluate(({ app }) => app.getAppPath());
    const parameters = launchArguments(createNodeHost().isRoot, root, [MODELS]);
    await promisify(execFile)(runtime.executable, [`--user-data-dir=${folder}`, ...parameters]);
    await ready(second, 2);
    expect(await titles(second.electronApp)).toStrictEqual(['custom-jobs-prod.json', 'models.json']);
  });
});

test('a window is offered again after its process has crashed, with its inventory', async ({ launch }) => {
  const app = await launch([JOBS], { expectedProblems: [/crashed/] });
  await ready(app, 1);
  await app.electronApp.evaluate(({ BrowserWindow, dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await ready(app, 2);
});

test('the app starts although the stored settings are damaged', async ({ launch }) => {
  await writeFile(join(folder, 'settings.json'), '{"theme": 7');
  await writeFile(join(folder, 'window-state.json'), 'null');
  await writeFile(join(folder, 'recent-files.json'), '[1]');
  const { page } = await launch([], { userData: folder });
  expect(await page.evaluate(() => (window as unknown as PageWindow).api.getSettings())).toMatchObject({
    ok: true,
    value: { theme: 'system' },
  });
});
