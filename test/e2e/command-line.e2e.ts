import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNodeHost } from '../../electron/runtime/host-node.ts';
import { launchArguments, launchEnvironment } from '../../electron/runtime/launch.ts';
import { placesOfThisCheckout } from '../../electron/runtime/places.ts';
import type { ElectronRuntime } from '../../electron/runtime/find-electron.ts';
import { expect, test } from './app.fixture.ts';

const JOBS = 'electron/files/sample/custom-jobs-prod.json';

interface Ended {
  readonly code: number | string | null;
  readonly output: string;
  readonly messages: string;
}

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'command-line-'));
});

test.afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Runs the app to its end, as `npm start` does once it has found a runtime. */
function run(runtime: ElectronRuntime, forApp: readonly string[]): Promise<Ended> {
  const host = createNodeHost();
  const parameters = launchArguments(host.isRoot, placesOfThisCheckout().root, forApp);
  return new Promise((resolve) => {
    execFile(
      runtime.executable,
      parameters,
      { env: launchEnvironment(host.environment, runtime), timeout: 60_000 },
      (error, output, messages) => resolve({ code: error?.code ?? 0, output, messages }),
    );
  });
}

/** Width and height of a PNG image: https://www.w3.org/TR/png/#11IHDR */
function sizeOf(png: Buffer): { readonly width: number; readonly height: number } {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

test.describe('--screenshot', () => {
  test('writes a picture of the window with the graph, ends well, and does not touch the app that is open', async ({
    launch,
    runtime,
  }) => {
    const app = await launch();
    const file = join(folder, 'window.png');
    const { code, output } = await run(runtime, [JOBS, '--size', '900x640', '--theme', 'dark', '--screenshot', file]);
    expect(code).toBe(0);
    expect(output).toMatch(/^ready: \d+ jobs, \d+ resources, \d+ links, runtime Electron \d+\.\d+\.\d+\n$/);
    const png = await readFile(file);
    expect(sizeOf(png)).toStrictEqual({ width: 900, height: 640 });
    // An empty window would be a few thousand bytes.
    expect(png.length).toBeGreaterThan(30_000);
    expect(app.electronApp.windows()).toHaveLength(1);
    await expect(app.page.getByRole('button', { name: /open sample/i })).toBeVisible();
  });

  test('writes a picture of the start screen when there is nothing to open', async ({ runtime }) => {
    const file = join(folder, 'start.png');
    expect(await run(runtime, ['--screenshot', file])).toMatchObject({ code: 0, output: '' });
    expect((await readFile(file)).length).toBeGreaterThan(10_000);
  });

  test('says why there is no picture, and ends badly', async ({ runtime }) => {
    const file = join(folder, 'not-an-inventory.json');
    await writeFile(file, 'hello');
    const { code, output, messages } = await run(runtime, [file, '--screenshot', join(folder, 'window.png')]);
    expect([code, output]).toStrictEqual([1, '']);
    expect(messages).toContain('not-an-inventory.json could not be opened:');
  });
});

test.describe('the command line', () => {
  test('is explained when it is wrong', async ({ runtime }) => {
    const { code, output, messages } = await run(runtime, ['--theme', 'purple']);
    expect([code, output]).toStrictEqual([2, '']);
    expect(messages).toContain('--theme is light or dark, not purple.');
  });

  test('tells the version', async ({ runtime }) => {
    expect(await run(runtime, ['--version'])).toMatchObject({ code: 0, output: 'Vertex Lineage Explorer 0.1.0\n' });
  });
});
