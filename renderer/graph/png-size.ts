import type { Size } from './viewport.ts';

/** Chromium draws nothing on a canvas longer than 16,384 pixels (https://crbug.com/339725); some room is left. */
const MAX_SIDE = 16_000;
/** Four bytes a pixel, twice while encoding: about half a gigabyte. */
const MAX_PIXELS = 64_000_000;

/** The scale at which a graph of `size` (graph units) is drawn: the one asked for, or the largest within the limits. */
export function pngScale(size: Size, asked: number): number {
  const width = Math.max(1, size.width);
  const height = Math.max(1, size.height);
  return Math.min(asked, MAX_SIDE / Math.max(width, height), Math.sqrt(MAX_PIXELS / (width * height)));
}
