import type { Position } from '../../../../shared/graph/view.ts';
import { CLEAR_X, CLEAR_Y, COLUMN_PITCH, ROW_PITCH } from './spacing.ts';

/** Places already taken by cards; finds free ones near a wanted place. */
export interface FreePlaces {
  /** Marks a place as taken. */
  take(position: Position): void;
  isFree(position: Position): boolean;
  /** The free place nearest to `wanted`, going up and down rather than sideways; it is not taken yet. */
  nearest(wanted: Position): Position;
}

/** Sideways steps cost as much as this many rows: a column that grows reads better than one that widens. */
const SIDE_COST = 3;

/** Returns an empty plane. Looking a place up costs the same however many are taken. */
export function createFreePlaces(): FreePlaces {
  // Cells as large as the clear distance: what touches a place lies in its own or one of the eight cells around it.
  const cells = new Map<string, Position[]>();
  function cellsAround({ x, y }: Position): Position[] {
    const column = Math.floor(x / CLEAR_X);
    const row = Math.floor(y / CLEAR_Y);
    const found: Position[] = [];
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) found.push(...(cells.get(`${column + dx} ${row + dy}`) ?? []));
    }
    return found;
  }
  function isFree(position: Position): boolean {
    return cellsAround(position).every(
      (taken) => Math.abs(taken.x - position.x) >= CLEAR_X || Math.abs(taken.y - position.y) >= CLEAR_Y,
    );
  }
  function take(position: Position): void {
    const key = `${Math.floor(position.x / CLEAR_X)} ${Math.floor(position.y / CLEAR_Y)}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [position]);
    else cell.push(position);
  }
  function nearest(wanted: Position): Position {
    for (let cost = 0; ; cost += 1) {
      for (const candidate of candidates(wanted, cost)) if (isFree(candidate)) return candidate;
    }
  }
  return { take, isFree, nearest };
}

/** Places at a given distance: below before above, right before left, so that the choice is always the same. */
function candidates(wanted: Position, cost: number): Position[] {
  const found: Position[] = [];
  for (let side = 0; side * SIDE_COST <= cost; side += 1) {
    const rows = cost - side * SIDE_COST;
    for (const row of rows === 0 ? [0] : [rows, -rows]) {
      for (const column of side === 0 ? [0] : [side, -side]) {
        found.push({ x: wanted.x + column * COLUMN_PITCH, y: wanted.y + row * ROW_PITCH });
      }
    }
  }
  return found;
}
