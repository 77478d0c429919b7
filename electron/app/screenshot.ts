import { writeFile } from 'node:fs/promises';
import type { BrowserWindow } from 'electron';

/** How long opening may take before a picture is given up. */
export const SCREENSHOT_TIMEOUT_MS = 120_000;

/** Time between two looks at the window, and the most looks; then the last one is taken, moving or not. */
const LOOK_AGAIN_MS = 200;
const MOST_LOOKS = 40;

/** Takes the one picture of a run with `--screenshot`, and ends the app. */
export interface ScreenshotRun {
  /** The window shows what was asked for: take the picture once it holds still. */
  ready(window: BrowserWindow): void;
  failed(reason: string): void;
}

/** Returns a run that ends by itself: with code 0 when the picture is written, else with 1 and the reason. */
export function createScreenshotRun(
  file: string,
  exit: (code: number, reason?: string) => void,
  timeoutMs: number = SCREENSHOT_TIMEOUT_MS,
): ScreenshotRun {
  let done = false;
  function end(code: number, reason?: string): void {
    if (done) return;
    done = true;
    clearTimeout(timer);
    exit(code, reason);
  }
  const timer = setTimeout(
    () => end(1, `The graph was not ready after ${String(timeoutMs / 1000)} seconds.`),
    timeoutMs,
  );
  return {
    ready: (window) => {
      settledPicture(window)
        .then((png) => writeFile(file, png))
        .then(
          () => end(0),
          (error: unknown) => end(1, error instanceof Error ? error.message : String(error)),
        );
    },
    failed: (reason) => end(1, reason),
  };
}

/** Returns the window's picture once two looks in a row are equal, as PNG. */
async function settledPicture(window: BrowserWindow): Promise<Uint8Array> {
  let previous: Buffer | undefined;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_AGAIN_MS);
    });
    const image = await window.webContents.capturePage();
    if (image.isEmpty()) continue;
    const bitmap = image.toBitmap();
    if (previous?.equals(bitmap) === true) return image.toPNG();
    previous = bitmap;
  }
  const image = await window.webContents.capturePage();
  if (image.isEmpty()) throw new Error('The window has drawn nothing.');
  return image.toPNG();
}
