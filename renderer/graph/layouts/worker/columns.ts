import type { Position, View } from '../../../../shared/graph/view.ts';
import { addToLayout, keptPositions } from './add-to-layout.ts';
import { NODE_HEIGHT, NODE_WIDTH } from './node-size.ts';
import { type BandOrder, orderInBands } from './order-in-bands.ts';
import { BANDS, type Band, type Place, placeInColumns } from './place-in-columns.ts';
import { NORMAL_PITCH, type Pitch, roleGap } from './spacing.ts';

/** Where the picture is to be shown, in CSS pixels. */
export interface CanvasSize {
  readonly width: number;
  readonly height: number;
}

/** Canvas of a window of 1280 x 800. */
export const DEFAULT_CANVAS: CanvasSize = { width: 1040, height: 715 };
/** Empty rows between two blocks of a band. */
const BLOCK_GAP_ROWS = 0.6;

/**
 * Lays a view out in columns by role. Nodes with a previous position keep it and the others are put beside what they are linked
 * to; no two cards overlap. The same view and previous positions give the same result.
 */
export function layoutColumns(
  view: View,
  previous: Readonly<Record<string, Position>>,
  canvas: CanvasSize = DEFAULT_CANVAS,
  pitch: Pitch = NORMAL_PITCH,
): Readonly<Record<string, Position>> {
  const kept = keptPositions(view, previous);
  if (kept.size === view.nodes.length) return Object.fromEntries(kept);
  const places = placeInColumns(view);
  // Of few new nodes it only matters in which column they stand: their height is that of what they are linked to.
  const isMostlyKept = kept.size * 2 >= view.nodes.length;
  const fresh = freshColumns(orderInBands(view, places, isMostlyKept ? 0 : undefined), places, {
    canvas,
    pitch,
    gap: roleGap(view.edges.length, pitch),
  });
  if (kept.size === 0) return Object.fromEntries(fresh);
  return Object.fromEntries(addToLayout(view, fresh, kept, { previous, pitch }));
}

/** What the picture has to fit into. */
interface Frame {
  readonly canvas: CanvasSize;
  readonly pitch: Pitch;
  /** Between two bands. */
  readonly gap: number;
}

/** A band as its blocks of node ids. */
type Blocks = readonly (readonly string[])[];

function freshColumns(bands: BandOrder, places: ReadonlyMap<string, Place>, frame: Frame): Map<string, Position> {
  const filled = BANDS.map((band) => ({ band, blocks: blocksOf(bands.get(band) ?? [], places) })).filter(
    ({ blocks }) => blocks.length > 0,
  );
  const rows = bestRows(
    filled.map(({ blocks }) => blocks),
    frame,
  );
  const { row, column } = frame.pitch;
  const height = Math.max(...filled.map(({ blocks }) => bandRows(blocks, subColumns(blocks, rows))), 0) * row;
  const positions = new Map<string, Position>();
  let left = 0;
  for (const { band, blocks } of filled) {
    const columns = subColumns(blocks, rows);
    // Every band is centred on the same height, so that hubs stand in the middle of what is linked to them.
    let top = (height - bandRows(blocks, columns) * row) / 2;
    for (const block of blocks) {
      block.forEach((id, index) => {
        const x = left + NODE_WIDTH / 2 + columnOf(band, index % columns, columns) * column;
        positions.set(id, { x, y: top + Math.floor(index / columns) * row + NODE_HEIGHT / 2 });
      });
      top += (Math.ceil(block.length / columns) + BLOCK_GAP_ROWS) * row;
    }
    left += bandWidth(columns, frame.pitch) + frame.gap;
  }
  return positions;
}

/** Rows that are not full leave their gap on the side away from the jobs. */
function columnOf(band: Band, place: number, columns: number): number {
  return band === 'left' ? columns - 1 - place : place;
}

function blocksOf(order: readonly string[], places: ReadonlyMap<string, Place>): Blocks {
  const blocks = new Map<number, string[]>();
  for (const id of order) {
    const number = places.get(id)?.block ?? 0;
    const block = blocks.get(number);
    if (block === undefined) blocks.set(number, [id]);
    else block.push(id);
  }
  return [...blocks.values()];
}

/** Number of rows at which the whole picture can be shown largest on the canvas. */
function bestRows(bands: readonly Blocks[], { canvas, gap, pitch }: Frame): number {
  const longest = Math.max(...bands.map(size), 1);
  let best = longest;
  let bestZoom = 0;
  for (let rows = 1; rows <= longest; rows += 1) {
    const columns = bands.map((band) => subColumns(band, rows));
    const width = columns.reduce((sum, count) => sum + bandWidth(count, pitch), 0) + (bands.length - 1) * gap;
    const height = Math.max(...bands.map((band, index) => bandRows(band, columns[index] ?? 1))) * pitch.row;
    const zoom = Math.min(canvas.width / width, canvas.height / height);
    if (zoom > bestZoom) {
      best = rows;
      bestZoom = zoom;
    }
  }
  return best;
}

function size(band: Blocks): number {
  return band.reduce((sum, block) => sum + block.length, 0);
}

function subColumns(band: Blocks, rows: number): number {
  return Math.max(1, Math.ceil(size(band) / rows));
}

function bandRows(band: Blocks, columns: number): number {
  const rows = band.reduce((sum, block) => sum + Math.ceil(block.length / columns), 0);
  return rows + (band.length - 1) * BLOCK_GAP_ROWS;
}

function bandWidth(columns: number, { column }: Pitch): number {
  return NODE_WIDTH + (columns - 1) * column;
}
