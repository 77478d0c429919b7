import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createScreenshotRun } from '../../../../electron/app/screenshot.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'screenshot-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** A window that shows these pictures one after another, the last one for ever; empty means that nothing was drawn. */
function windowShowing(pictures: readonly string[]): BrowserWindow {
  let look = 0;
  function capturePage(): Promise<unknown> {
    const picture = Buffer.from(pictures[Math.min(look, pictures.length - 1)] ?? '');
    look += 1;
    return Promise.resolve({ isEmpty: () => picture.length === 0, toBitmap: () => picture, toPNG: () => picture });
  }
  return { webContents: { capturePage } } as unknown as BrowserWindow;
}

function run(file: string, timeoutMs?: number) {
  let exit: (ended: readonly unknown[]) => void;
  const ended = new Promise<readonly unknown[]>((resolve) => {
    exit = resolve;
  });
  return { ended, run: createScreenshotRun(file, (...args) => exit(args), timeoutMs) };
}

describe('a run with --screenshot', () => {
  it('writes the picture when the window holds still, and ends well', async () => {
    const file = join(folder, 'out.png');
    const { ended, run: picture } = run(file);
    picture.ready(windowShowing(['', 'loading', 'moving', 'graph']));
    expect([await ended, await readFile(file, 'utf8')]).toStrictEqual([[0, undefined], 'graph']);
  });

  it('ends with the reason when opening failed', async () => {
    const { ended, run: picture } = run(join(folder, 'out.png'));
    picture.failed('not text');
    expect(await ended).toStrictEqual([1, 'not text']);
  });

  it('ends when the graph does not come', async () => {
    expect(await run(join(folder, 'out.png'), 20).ended).toStrictEqual([
      1,
      'The graph was not ready after 0.02 seconds.',
    ]);
  });

  it('ends with the reason when the picture cannot be written', async () => {
    const { ended, run: picture } = run(join(folder, 'no', 'out.png'));
    picture.ready(windowShowing(['graph']));
    expect((await ended)[0]).toBe(1);
  });
});
