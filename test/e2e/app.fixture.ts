import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test as base } from 'playwright/test';
import type { ElectronApplication, Page } from 'playwright/test';
import { createNodeHost } from '../../electron/runtime/host-node.ts';
import type { ElectronRuntime } from '../../electron/runtime/find-electron.ts';
import { launchArguments, launchEnvironment } from '../../electron/runtime/launch.ts';
import { placesOfThisCheckout } from '../../electron/runtime/places.ts';
import { prepareRuntime } from '../../electron/runtime/prepare.ts';

/** What a test may choose about the app it starts. */
export interface LaunchOptions {
  /** Further arguments for the app, after the files. */
  readonly appArguments?: readonly string[];
  /** Environment variables on top of the usual ones. */
  readonly environment?: Readonly<Record<string, string>>;
  /** A folder to keep from an earlier start, for tests about what is remembered. */
  readonly userData?: string;
  /** Messages that this test provokes, and that are therefore no failure. */
  readonly expectedProblems?: readonly RegExp[];
}

/** A started app. */
export interface RunningApp {
  readonly electronApp: ElectronApplication;
  /** The first window. */
  readonly page: Page;
  readonly userData: string;
  /** What the app has printed so far. */
  readonly output: () => string;
  readonly close: () => Promise<void>;
}

/** Starts the app with files. It is closed, by force if need be, when the test ends. */
export type Launch = (files?: readonly string[], options?: LaunchOptions) => Promise<RunningApp>;

/** What every end-to-end test may ask for. */
export interface TestFixtures {
  readonly launch: Launch;
  /** The app without a file. */
  app: RunningApp;
  /** The window of `app`. */
  page: Page;
}

const host = createNodeHost();
const places = placesOfThisCheckout();

export const test = base.extend<TestFixtures, { runtime: ElectronRuntime }>({
  runtime: [
    // Playwright wants the first argument destructured, though this fixture uses no other.
    async ({}, use) => {
      await use(await prepareRuntime(host, places));
    },
    { scope: 'worker', timeout: 600_000 },
  ],

  launch: async ({ runtime }, use) => {
    const started: { app: RunningApp; problems: string[]; expected: readonly RegExp[] }[] = [];
    await use(async (files = [], options = {}) => {
      const problems: string[] = [];
      const app = await launchApp(runtime, files, options, problems);
      started.push({ app, problems, expected: options.expectedProblems ?? [] });
      return app;
    });
    await Promise.all(started.map(({ app }) => app.close()));
    const unexpected = started.flatMap(({ problems, expected }) =>
      problems.filter((problem) => !expected.some((pattern) => pattern.test(problem))),
    );
    expect(unexpected, 'errors on the console, uncaught errors and content security policy violations').toStrictEqual(
      [],
    );
  },

  app: async ({ launch }, use) => {
    await use(await launch());
  },

  page: async ({ app }, use) => {
    await use(app.page);
  },
});

export { expect } from 'playwright/test';

async function launchApp(
  runtime: ElectronRuntime,
  files: readonly string[],
  options: LaunchOptions,
  problems: string[],
): Promise<RunningApp> {
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'vertex-lineage-test-')));
  const electronApp = await _electron.launch({
    executablePath: runtime.executable,
    args: [
      '-r',
      join(import.meta.dirname, 'hold-ready.cjs'),
      `--user-data-dir=${userData}`,
      ...launchArguments(host.isRoot, places.root, [...files, ...(options.appArguments ?? [])]),
    ],
    env: { ...launchEnvironment(host.environment, runtime), ...options.environment },
    // Playwright would turn the sandbox off for everyone on Linux; we do it for root only.
    chromiumSandbox: !host.isRoot,
  });
  const electronProcess = electronApp.process();
  let output = '';
  electronProcess.stdout?.on('data', (bytes: Buffer) => {
    output += bytes.toString();
  });
  electronApp.on('window', (page) => {
    watch(page, problems);
  });
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    closing ??= closeByForce(electronApp, electronProcess);
    await closing;
    if (options.userData === undefined) await rm(userData, { recursive: true, force: true });
  };
  try {
    const page = await electronApp.firstWindow();
    for (const open of electronApp.windows()) watch(open, problems);
    return { electronApp, page, userData, output: () => output, close };
  } catch (error) {
    // Nobody else knows of an app that opened no window.
    await close();
    throw error;
  }
}

const watched = new WeakSet<Page>();

/** Notes what must not happen in a window. Chromium reports policy violations as console errors. */
function watch(page: Page, problems: string[]): void {
  if (watched.has(page)) return;
  watched.add(page);
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('crash', () => problems.push('the window crashed'));
}

/** An app that hangs at its end must not hang the tests. */
async function closeByForce(electronApp: ElectronApplication, electronProcess: ChildProcess): Promise<void> {
  const patience = setTimeout(() => electronProcess.kill('SIGKILL'), 30_000);
  try {
    await electronApp.close();
  } finally {
    clearTimeout(patience);
  }
}
