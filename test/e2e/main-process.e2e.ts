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
  await expect.poll(() => app.output().match(READY)?.length ?? 0, { timeout: 20_000 }).toBe(count);
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

test.describe('opening', () => {
  test('reports a shown inventory with exactly one line', async ({ launch }) => {
    const app = await launch([JOBS]);
    await ready(app, 1);
    await app.page.waitForTimeout(1000);
    expect(app.output().match(READY)).toHaveLength(1);
    expect(await titles(app.electronApp)).toStrictEqual(['custom-jobs-prod.json']);
  });

  test('without a file shows the start screen and opens dropped files there', async ({ app }) => {
    expect(await drop(app.page, [JOBS, MODELS])).toStrictEqual({ ok: true, value: { outcome: 'opened-here' } });
    await ready(app, 1);
    expect(await titles(app.electronApp)).toStrictEqual(['custom-jobs-prod.json and 1 more']);
  });

  test('a second inventory gets a window of its own', async ({ launch }) => {
    const app = await launch([JOBS]);
    await ready(app, 1);
    expect(await drop(app.page, [MODELS])).toStrictEqual({ ok: true, value: { outcome: 'opened-in-new-window' } });
    await ready(app, 2);
    expect(await titles(app.electronApp)).toStrictEqual(['custom-jobs-prod.json', 'models.json']);
  });

  test('by the menu takes what the dialog gives', async ({ app }) => {
    await app.electronApp.evaluate(
      ({ dialog }, path) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
      },
      join(process.cwd(), JOBS),
    );
    await choose(app.electronApp, 'open-files');
    await ready(app, 1);
  });

  test('is remembered in the list of recent files, over a restart', async ({ launch }) => {
    const first = await launch([JOBS], { userData: folder });
    await ready(first, 1);
    await expect
      .poll(() => first.page.evaluate(() => (window as unknown as PageWindow).api.listRecent()))
      .toMatchObject({
        ok: true,
        value: [{ title: 'custom-jobs-prod.json' }],
      });
    await first.close();
    const second = await launch([], { userData: folder });
    const opened = await second.page.evaluate(async () => {
      const { api } = window as unknown as PageWindow;
      const recent = await api.listRecent();
      return await api.openRecent({ id: recent.ok ? (recent.value[0]?.id ?? '') : '' });
    });
    expect(opened).toStrictEqual({ ok: true, value: { outcome: 'opened-here' } });
    await ready(second, 1);
  });

  test('a second start of the app opens its file in the first', async ({ launch, runtime }) => {
    const first = await launch([JOBS], { userData: folder });
    await ready(first, 1);
    const root = await first.electronApp.evaluate(({ app }) => app.getAppPath());
    const parameters = launchArguments(createNodeHost().isRoot, root, [MODELS]);
    await promisify(execFile)(runtime.executable, [`--user-data-dir=${folder}`, ...parameters]);
    await ready(first, 2);
    expect(await titles(first.electronApp)).toStrictEqual(['custom-jobs-prod.json', 'models.json']);
  });
});

test.describe('the menu', () => {
  test('offers what fits what the window shows', async ({ launch }) => {
    const app = await launch();
    await expect(app.page.getByRole('heading').first()).toBeVisible();
    const both = (): Promise<(boolean | undefined)[]> =>
      Promise.all(['save-snapshot', 'undo'].map((id) => isEnabled(app.electronApp, id)));
    expect(await both()).toStrictEqual([false, false]);
    await choose(app.electronApp, 'open-sample');
    await expect.poll(both).toStrictEqual([true, false]);
    await app.page.getByRole('combobox', { name: 'Search resources' }).focus();
    await expect.poll(both).toStrictEqual([true, true]);
    await app.page.keyboard.press('Control+Shift+P');
    await expect.poll(both).toStrictEqual([false, false]);
    await expect(app.page.getByRole('dialog', { name: 'Commands' })).toContainText('Dark theme');
  });

  test('chooses for the window what the keys and the palette choose', async ({ launch }) => {
    const app = await launch([], { appArguments: ['--sample'] });
    await ready(app, 1);
    await choose(app.electronApp, 'toggle-findings');
    await expect(app.page.getByRole('region', { name: 'Findings' })).toBeVisible();
    await choose(app.electronApp, 'toggle-findings');
    await expect(app.page.getByRole('region', { name: 'Findings' })).toBeHidden();
    await app.page.keyboard.press('Control+Shift+P');
    await app.page.keyboard.type('dark theme');
    await app.page.keyboard.press('Enter');
    await expect.poll(() => app.electronApp.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  });

  test('closes the inventory and returns to the start screen', async ({ launch }) => {
    const app = await launch([], { appArguments: ['--sample'] });
    await ready(app, 1);
    await choose(app.electronApp, 'close-inventory');
    await expect.poll(() => isEnabled(app.electronApp, 'close-inventory')).toBe(false);
    await expect(app.page.getByRole('button', { name: /open sample/i })).toBeVisible();
  });

  test('changes the theme at once and for the next start', async ({ launch }) => {
    function isDark(app: RunningApp): Promise<boolean> {
      return app.electronApp.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors);
    }
    const first = await launch([], { userData: folder });
    await choose(first.electronApp, 'theme-light');
    expect(await isDark(first)).toBe(false);
    await choose(first.electronApp, 'theme-dark');
    expect(await isDark(first)).toBe(true);
    await expect.poll(async () => readFile(join(folder, 'settings.json'), 'utf8').catch(() => '')).toContain('"dark"');
    await first.close();
    expect(await isDark(await launch([], { userData: folder }))).toBe(true);
  });

  test('zooms the interface', async ({ app }) => {
    const level = (): Promise<number | undefined> =>
      app.electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel());
    await choose(app.electronApp, 'interface-zoom-in');
    await expect.poll(level).toBe(0.5);
    await choose(app.electronApp, 'interface-zoom-in');
    await expect.poll(level).toBe(1);
    await choose(app.electronApp, 'interface-zoom-reset');
    await expect.poll(level).toBe(0);
  });

  test('makes a further window with the start screen', async ({ app }) => {
    const opened = app.electronApp.waitForEvent('window');
    await choose(app.electronApp, 'new-window');
    await expect((await opened).getByRole('button', { name: /open sample/i })).toBeVisible();
  });
});

test.describe('saving', () => {
  test('writes what the window hands over, packed where the name says so', async ({ app }) => {
    const file = join(folder, 'estate.lineage.json.gz');
    await app.electronApp.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, file);
    const answer = await app.page.evaluate(() =>
      (window as unknown as PageWindow).api.saveSnapshot({
        suggestedName: 'estate.lineage.json.gz',
        bytes: new TextEncoder().encode('{"a":1}'),
      }),
    );
    expect(answer).toStrictEqual({ ok: true, value: { outcome: 'saved', file } });
    expect(gunzipSync(await readFile(file)).toString()).toBe('{"a":1}');
  });

  test('copies text to the clipboard', async ({ app }) => {
    await app.page.evaluate(() => (window as unknown as PageWindow).api.copyText({ text: 'projects/acme' }));
    expect(await app.electronApp.evaluate(({ clipboard }) => clipboard.readText())).toBe('projects/acme');
  });
});

test.describe('the window', () => {
  test('comes back with the size it was left with', async ({ launch }) => {
    const first = await launch([], { userData: folder });
    await first.electronApp.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setBounds({ x: 40, y: 60, width: 900, height: 640 });
    });
    await first.page.waitForTimeout(300);
    await first.close();
    const second = await launch([], { userData: folder });
    const bounds = await second.electronApp.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getBounds(),
    );
    expect(bounds).toMatchObject({ width: 900, height: 640 });
  });

  test('is offered again after its process has crashed, with its inventory', async ({ launch }) => {
    const app = await launch([JOBS], { expectedProblems: [/crashed/] });
    await ready(app, 1);
    await app.electronApp.evaluate(({ BrowserWindow, dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    });
    await ready(app, 2);
  });

  test('starts although the stored settings are damaged', async ({ launch }) => {
    await writeFile(join(folder, 'settings.json'), '{"theme": 7');
    await writeFile(join(folder, 'window-state.json'), 'null');
    await writeFile(join(folder, 'recent-files.json'), '[1]');
    const { page } = await launch([], { userData: folder });
    expect(await page.evaluate(() => (window as unknown as PageWindow).api.getSettings())).toMatchObject({
      ok: true,
      value: { theme: 'system' },
    });
  });
});
