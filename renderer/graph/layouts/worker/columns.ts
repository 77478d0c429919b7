import type { Position, View } from '../../../../shared/graph/view.ts';
import { addToLayout, keptPositions } from './add-to-layout.ts';
import { NODE_HEIGHT, NODE_WIDTH } from './node-size.ts';
import { type BandOrder, orderInBands } from './order-in-bands.ts';
import { BANDS, type Place, placeInColumns } from './place-in-columns.ts';
import { ROLE_GAP, ROW_PITCH, SUB_COLUMN_GAP } from './spacing.ts';

/** Width to height of the window's canvas, which the picture should have as well. */
const ASPECT = 1.6;
/** Empty rows between what jobs write and what guards them. */
const BLOCK_GAP_ROWS = 0.6;

/**
 * Lays a view out in columns by role. Nodes with a previous position keep it and the others are put beside what they are linked
 * to; no two cards overlap. The same view and previous positions give the same result.
 */
export function layoutColumns(
  view: View,
  previous: Readonly<Record<string, Position>>,
): Readonly<Record<string, Position>> {
  const places = placeInColumns(view);
  const fresh = freshColumns(orderInBands(view, places), places);
  const kept = keptPositions(view, previous);
  if (kept.size === 0) return Object.fromEntries(fresh);
  return Object.fromEntries(addToLayout(view, fresh, kept, previous));
}

function freshColumns(bands: BandOrder, places: ReadonlyMap<string, Place>): Map<string, Position> {
  const blocks = BANDS.map((band) => blocksOf(bands.get(band) ?? [], places)).filter((band) => band.length > 0);
  const rows = bestRows(blocks);
  const height = Math.max(...blocks.map((band) => bandRows(band, subColumns(band, rows))), 0) * ROW_PITCH;
  const positions = new Map<string, Position>();
  let left = 0;
  for (const band of blocks) {
    const columns = subColumns(band, rows);
    // Every band is centred on the same height, so that hubs stand in the middle of what is linked to them.
    let top = (height - bandRows(band, columns) * ROW_PITCH) / 2;
    for (const block of band) {
      block.forEach((id, index) => {
        const row = Math.floor(index / columns);
        const inRow = row === Math.floor((block.length - 1) / columns) ? block.length - row * columns : columns;
        const indent = (columns - inRow) / 2;
        positions.set(id, {
          x: left + NODE_WIDTH / 2 + ((index % columns) + indent) * (NODE_WIDTH + SUB_COLUMN_GAP),
          y: top + row * ROW_PITCH + NODE_HEIGHT / 2,
        });
      });
      top += (Math.ceil(block.length / columns) + BLOCK_GAP_ROWS) * ROW_PITCH;
    }
    left += bandWidth(columns) + ROLE_GAP;
  }
  return positions;
}

function blocksOf(order: readonly string[], places: ReadonlyMap<string, Place>): (readonly string[])[] {
  return [0, 1]
    .map((block) => order.filter((id) => (places.get(id)?.block ?? 0) === block))
    .filter((block) => block.length > 0);
}

/** Number of rows at which the whole picture comes closest to the window's aspect. */
function bestRows(bands: readonly (readonly (readonly string[])[])[]): number {
  const longest = Math.max(...bands.map(size), 1);
  let best = longest;
  let bestError = Infinity;
  for (let rows = 1; rows <= longest; rows += 1) {
    const columns = bands.map((band) => subColumns(band, rows));
    const width = columns.reduce((sum, count) => sum + bandWidth(count), 0) + (bands.length - 1) * ROLE_GAP;
    const height = Math.max(...bands.map((band, index) => bandRows(band, columns[index] ?? 1))) * ROW_PITCH;
    const error = Math.abs(Math.log(width / height / ASPECT));
    if (error < bestError) {
      best = rows;
      bestError = error;
    }
  }
  return best;
}

function size(band: readonly (readonly string[])[]): number {
  return band.reduce((sum, block) => sum + block.length, 0);
}

function subColumns(band: readonly (readonly string[])[], rows: number): number {
  return Math.max(1, Math.ceil(size(band) / rows));
}

function bandRows(band: readonly (readonly string[])[], columns: number): number {
  const rows = band.reduce((sum, block) => sum + Math.ceil(block.length / columns), 0);
  return rows + (band.length - 1) * BLOCK_GAP_ROWS;
}

function bandWidth(columns: number): number {
  return columns * NODE_WIDTH + (columns - 1) * SUB_COLUMN_GAP;
}
