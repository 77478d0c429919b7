import type { Position } from '../../../../shared/graph/view.ts';
import { NORMAL_PITCH, type Pitch } from './spacing.ts';

/** Places already taken by cards; finds free ones near a wanted place. */
export interface FreePlaces {
  /** Marks a place as taken. */
  take(position: Position): void;
  isFree(position: Position): boolean;
  /** The free (and allowed) place nearest to `wanted`, going up and down rather than sideways; it is not taken yet. */
  nearest(wanted: Position, isAllowed?: (place: Position) => boolean): Position;
}

/** Sums of fractions differ by less than this from what they should be. */
const ROUNDING = 0.01;
/** Sideways steps cost as much as this many rows: a column that grows reads better than one that widens. */
const SIDE_COST = 3;

/** More cells than any picture is high. */
const CELLS = 2 ** 20;
const NOTHING: readonly Position[] = [];

/** Returns an empty plane. Looking a place up costs the same however many are taken. */
export function createFreePlaces({ row, column, clearX, clearY }: Pitch = NORMAL_PITCH): FreePlaces {
  // Cells as large as the clear distance: what touches a place lies in its own or one of the eight cells around it.
  const cells = new Map<number, Position[]>();
  function isFree({ x, y }: Position): boolean {
    const across = Math.floor(x / clearX);
    const down = Math.floor(y / clearY);
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        for (const taken of cells.get(cellNumber(across + dx, down + dy)) ?? NOTHING) {
          const isBeside = Math.abs(taken.x - x) >= clearX - ROUNDING || Math.abs(taken.y - y) >= clearY - ROUNDING;
          if (!isBeside) return false;
        }
      }
    }
    return true;
  }
  function take(position: Position): void {
    const key = cellNumber(Math.floor(position.x / clearX), Math.floor(position.y / clearY));
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [position]);
    else cell.push(position);
  }
  /** Least cost at which the next place near a wanted one can be, where any place is allowed: what was taken stays taken. */
  const reached = new Map<string, number>();
  function nearest(wanted: Position, isAllowed?: (place: Position) => boolean): Position {
    const key = `${wanted.x} ${wanted.y}`;
    for (let cost = isAllowed === undefined ? (reached.get(key) ?? 0) : 0; ; cost += 1) {
      for (const { columns, rows } of steps(cost)) {
        const place = { x: wanted.x + columns * column, y: wanted.y + rows * row };
        if (isAllowed?.(place) === false || !isFree(place)) continue;
        if (isAllowed === undefined) reached.set(key, cost);
        return place;
      }
    }
  }
  return { take, isFree, nearest };
}

/** A number of its own for each cell; two cells that are half a million cells apart may share one, which is no harm. */
function cellNumber(across: number, down: number): number {
  return across * CELLS + down;
}

/** Steps of a given cost: below before above, right before left, so that the choice is always the same. */
function steps(cost: number): readonly { columns: number; rows: number }[] {
  const found: { columns: number; rows: number }[] = [];
  for (let side = 0; side * SIDE_COST <= cost; side += 1) {
    const away = cost - side * SIDE_COST;
    for (const rows of away === 0 ? [0] : [away, -away]) {
      for (const columns of side === 0 ? [0] : [side, -side]) found.push({ columns, rows });
    }
  }
  return found;
}
