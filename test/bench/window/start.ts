import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import type { ElectronApplication, Page } from 'playwright';
import type { ElectronRuntime } from '../../../electron/runtime/find-electron.ts';
import { createNodeHost } from '../../../electron/runtime/host-node.ts';
import { launchArguments, launchEnvironment } from '../../../electron/runtime/launch.ts';

/** A started app with the moment at which it was started, in milliseconds since 1970. */
export interface Started {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly startedAt: number;
  /** Moment at which the app's standard output first held a text. */
  printed(text: string): Promise<number>;
  close(): Promise<void>;
}

/** A new folder that goes when the machine's temporary files go. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'vertex-lineage-bench-'));
}

/** Starts the app in `folder` with a profile of its own. */
export async function startApp(
  runtime: ElectronRuntime,
  folder: string,
  forApp: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Started> {
  const host = createNodeHost();
  const profile = await temporaryFolder();
  const startedAt = Date.now();
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [`--user-data-dir=${profile}`, ...launchArguments(host.isRoot, folder, forApp)],
    env: { ...launchEnvironment(host.environment, runtime), ...environment },
    chromiumSandbox: !host.isRoot,
  });
  const lines: { readonly time: number; readonly text: string }[] = [];
  const listeners = new Set<() => void>();
  app.process().stdout?.on('data', (bytes: Buffer) => {
    lines.push({ time: Date.now(), text: bytes.toString() });
    for (const listener of listeners) listener();
  });
  const page = await app.firstWindow();
  // The loader of the measures wraps functions in a helper of this name, which functions that run in the page would miss.
  await page.evaluate('globalThis.__name = (value) => value');
  return {
    app,
    page,
    startedAt,
    printed: (text) =>
      new Promise((resolve) => {
        const look = (): void => {
          const line = lines.find((each) => each.text.includes(text));
          if (line === undefined) return;
          listeners.delete(look);
          resolve(line.time);
        };
        listeners.add(look);
        look();
      }),
    async close() {
      await app.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Moment of a window's first paint with content, in milliseconds since 1970. */
export function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((entries) => {
          const paint = entries.getEntriesByName('first-contentful-paint')[0];
          if (paint !== undefined) resolve(performance.timeOrigin + paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

/** Duration in milliseconds of the longest task the window's main thread has had so far; 0 when none took over 50 ms. */
export function longestTask(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let longest = 0;
        new PerformanceObserver((entries) => {
          for (const { duration } of entries.getEntries()) longest = Math.max(longest, duration);
        }).observe({ type: 'longtask', buffered: true });
        // Buffered entries are delivered before the next frame but one.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(longest), 100)));
      }),
  );
}

/** Seconds until a window that was just filled has nothing to do any more, and for how long it is looked at then. */
const SETTLED = 5;
const IDLE = 5;

/** Milliseconds of processor time that all processes of an app take in a second while nobody touches it. */
export async function idleLoad({ app, page }: Started): Promise<number> {
  const used = (): Promise<number> =>
    app.evaluate(({ app: main }) =>
      main.getAppMetrics().reduce((sum, { cpu }) => sum + (cpu.cumulativeCPUUsage ?? 0) * 1000, 0),
    );
  await page.waitForTimeout(SETTLED * 1000);
  const before = await used();
  await page.waitForTimeout(IDLE * 1000);
  return ((await used()) - before) / IDLE;
}

/** Writes the smallest Electron app that shows a window: what any such app costs on this machine. */
export async function writeTrivialApp(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vertex-lineage-trivial-'));
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'trivial', version: '1.0.0', main: 'main.cjs' }),
  );
  await writeFile(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL('data:text/html,<h1>Hello</h1>'));
`,
  );
  return folder;
}
