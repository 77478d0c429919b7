import type { CanvasSize } from './columns.ts';

/** A rectangle to be placed, in graph units. */
export interface Block {
  readonly width: number;
  readonly height: number;
}

/** Place of a block's upper left corner. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Widths of the whole that are tried. */
const TRIES = 40;

/**
 * Places blocks side by side in rows, highest first, so that the whole can be shown as large as possible on the canvas. Returns
 * their corners in the order of `blocks`; no two are nearer to each other than `gap`.
 */
export function packBlocks(blocks: readonly Block[], canvas: CanvasSize, gap: number): readonly Corner[] {
  const order = [...blocks.keys()].toSorted((a, b) => (blocks[b]?.height ?? 0) - (blocks[a]?.height ?? 0) || a - b);
  const least = Math.max(...blocks.map(({ width }) => width), 1);
  const most = blocks.reduce((sum, { width }) => sum + width + gap, 0);
  let best: readonly Corner[] = [];
  let bestZoom = 0;
  for (let step = 0; step <= TRIES; step += 1) {
    const { corners, width, height } = inRows(blocks, order, least + ((most - least) * step) / TRIES, gap);
    const zoom = Math.min(canvas.width / width, canvas.height / height);
    if (zoom > bestZoom) {
      best = corners;
      bestZoom = zoom;
    }
  }
  return best;
}

function inRows(
  blocks: readonly Block[],
  order: readonly number[],
  widest: number,
  gap: number,
): { readonly corners: readonly Corner[]; readonly width: number; readonly height: number } {
  const corners: Corner[] = [];
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  let width = 0;
  for (const index of order) {
    const { width: own = 0, height = 0 } = blocks[index] ?? {};
    if (x > 0 && x + own > widest) {
      x = 0;
      y += rowHeight + gap;
      rowHeight = 0;
    }
    corners[index] = { x, y };
    width = Math.max(width, x + own);
    rowHeight = Math.max(rowHeight, height);
    x += own + gap;
  }
  return { corners, width: Math.max(1, width), height: Math.max(1, y + rowHeight) };
}
