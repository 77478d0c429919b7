import type { Position, View } from '../../../../shared/graph/view.ts';
import { type CanvasSize, DEFAULT_CANVAS } from './columns.ts';
import { createFreePlaces } from './free-places.ts';
import { NODE_HEIGHT, NODE_WIDTH } from './node-size.ts';
import { rankByFlow } from './rank-by-flow.ts';
import { NORMAL_PITCH, type Pitch, roleGap } from './spacing.ts';

/** Rounds of moving every node to the middle of its neighbours; more rounds change little. */
const SWEEPS = 12;
/** Empty rows between what data flows through and the others. */
const BELOW_ROWS = 1.5;

/**
 * Lays a view out in ranks by the flow of data, from the sources on the left to what is made of them on the right. A rank that is
 * too high for the canvas takes several columns. What no data flows through (accounts, keys, networks) stands below, near what it
 * is linked to. A generator, so that the caller can stop or do other things between steps. Nothing is random, and no two cards
 * overlap. Linear in nodes and links but for sorting.
 */
export function* layoutLayered(
  view: View,
  canvas: CanvasSize = DEFAULT_CANVAS,
  pitch: Pitch = NORMAL_PITCH,
): Generator<void, Map<string, Position>> {
  const rankOf = rankByFlow(view);
  const neighbours = neighboursOf(view);
  yield;
  const ranks: string[][] = [];
  for (const [id, rank] of rankOf) (ranks[rank] ??= []).push(id);
  const ordered = yield* orderRanks(ranks, neighbours, rankOf);
  const positions = placeRanks(ordered, canvas, pitch, roleGap(view.edges.length, pitch));
  yield;
  const others = view.nodes.map(({ id }) => id).filter((id) => !rankOf.has(id));
  placeBelow(others, neighbours, positions, pitch);
  return positions;
}

function neighboursOf(view: View): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>(view.nodes.map(({ id }) => [id, []]));
  for (const { source, target } of view.edges) {
    neighbours.get(source)?.push(target);
    neighbours.get(target)?.push(source);
  }
  return neighbours;
}

/** Orders each rank by the mean height of its neighbours in other ranks, to and fro (barycentre heuristic, as for the columns). */
function* orderRanks(
  ranks: readonly (readonly string[])[],
  neighbours: ReadonlyMap<string, readonly string[]>,
  rankOf: ReadonlyMap<string, number>,
): Generator<void, readonly (readonly string[])[]> {
  const ordered = ranks.map((rank) => [...rank]);
  const heights = new Map<string, number>();
  for (const rank of ordered) setHeights(rank, heights);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const order = [...ordered.keys()];
    for (const index of sweep % 2 === 0 ? order : order.toReversed()) {
      const rank = ordered[index] ?? [];
      const wanted = new Map(
        rank.map((id) => {
          const linked = (neighbours.get(id) ?? []).filter((other) => (rankOf.get(other) ?? index) !== index);
          const sum = linked.reduce((total, other) => total + (heights.get(other) ?? 0), 0);
          return [id, linked.length === 0 ? (heights.get(id) ?? 0) : sum / linked.length];
        }),
      );
      rank.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0));
      setHeights(rank, heights);
    }
    yield;
  }
  return ordered;
}

/** Height as a share of the rank, so that short and long ranks can be compared. */
function setHeights(rank: readonly string[], heights: Map<string, number>): void {
  rank.forEach((id, index) => heights.set(id, (index + 0.5) / rank.length));
}

function placeRanks(
  ranks: readonly (readonly string[])[],
  canvas: CanvasSize,
  pitch: Pitch,
  gap: number,
): Map<string, Position> {
  const sizes = ranks.map(({ length }) => length);
  const rows = bestRows(sizes, canvas, pitch, gap);
  const height = Math.min(rows, Math.max(...sizes, 0)) * pitch.row;
  const positions = new Map<string, Position>();
  let left = 0;
  for (const rank of ranks) {
    const columns = Math.max(1, Math.ceil(rank.length / rows));
    const perColumn = Math.ceil(rank.length / columns);
    const top = (height - perColumn * pitch.row) / 2;
    rank.forEach((id, index) => {
      positions.set(id, {
        // Neighbours in the order stay neighbours: a column is filled before the next one begins.
        x: left + NODE_WIDTH / 2 + Math.floor(index / perColumn) * pitch.column,
        y: top + (index % perColumn) * pitch.row + NODE_HEIGHT / 2,
      });
    });
    left += rankWidth(columns, pitch) + gap;
  }
  return positions;
}

/** Number of rows at which all ranks can be shown largest on the canvas. */
function bestRows(sizes: readonly number[], canvas: CanvasSize, pitch: Pitch, gap: number): number {
  const longest = Math.max(...sizes, 1);
  let best = longest;
  let bestZoom = 0;
  for (let rows = 1; rows <= longest; rows += 1) {
    const width = sizes.reduce((sum, size) => sum + rankWidth(Math.max(1, Math.ceil(size / rows)), pitch) + gap, -gap);
    const zoom = Math.min(canvas.width / width, canvas.height / (rows * pitch.row));
    if (zoom > bestZoom) {
      best = rows;
      bestZoom = zoom;
    }
  }
  return best;
}

function rankWidth(columns: number, { column }: Pitch): number {
  return NODE_WIDTH + (columns - 1) * column;
}

/** Puts nodes below all that stand already, each as near as possible to the middle of its neighbours. */
function placeBelow(
  ids: readonly string[],
  neighbours: ReadonlyMap<string, readonly string[]>,
  positions: Map<string, Position>,
  pitch: Pitch,
): void {
  const placed = [...positions.values()];
  const lowest = placed.length === 0 ? 0 : Math.max(...placed.map(({ y }) => y)) + pitch.row * (1 + BELOW_ROWS);
  const right = placed.length === 0 ? 0 : Math.max(...placed.map(({ x }) => x));
  const free = createFreePlaces(pitch);
  const wanted = ids.map((id) => {
    const linked = (neighbours.get(id) ?? []).flatMap((other) => positions.get(other) ?? []);
    // What is linked to nothing that stands already comes last.
    const x = linked.length === 0 ? right : linked.reduce((sum, place) => sum + place.x, 0) / linked.length;
    return { id, x: Math.round(x / pitch.column) * pitch.column + NODE_WIDTH / 2 };
  });
  for (const { id, x } of wanted.toSorted((a, b) => a.x - b.x)) {
    const place = free.nearest({ x, y: lowest }, ({ y }) => y >= lowest);
    free.take(place);
    positions.set(id, place);
  }
}
