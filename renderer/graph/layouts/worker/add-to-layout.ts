import type { Position, View, ViewNode } from '../../../../shared/graph/view.ts';
import { roomInAreas, takePlace } from './add-in-areas.ts';
import { createFreePlaces } from './free-places.ts';
import type { Pitch } from './spacing.ts';

/** Previous positions of the nodes that are still in the view, in the view's order. */
export function keptPositions(view: View, previous: Readonly<Record<string, Position>>): Map<string, Position> {
  const kept = new Map<string, Position>();
  for (const { id } of view.nodes) {
    const position = Object.hasOwn(previous, id) ? previous[id] : undefined;
    if (position !== undefined) kept.set(id, position);
  }
  return kept;
}

/**
 * Places the nodes that have no position yet without moving those that have. What came out of a fold goes where the fold was;
 * other nodes stand in the column of their role, at the height of what they are linked to. `fresh` is the layout the view would
 * have from nothing: it tells the columns, shifted to where the kept nodes are. Areas stay apart.
 */
export function addToLayout(
  view: View,
  fresh: ReadonlyMap<string, Position>,
  kept: ReadonlyMap<string, Position>,
  { previous, pitch }: { readonly previous: Readonly<Record<string, Position>>; readonly pitch: Pitch },
): Map<string, Position> {
  const positions = new Map(kept);
  const free = createFreePlaces(pitch);
  const room = view.areas === undefined ? undefined : roomInAreas(view, fresh, kept, previous);
  for (const position of kept.values()) free.take(position);
  const shift = meanShift(fresh, kept);
  const isMostlyNew = kept.size * 2 < view.nodes.length;
  const neighbours = new Map<string, string[]>(view.nodes.map(({ id }) => [id, []]));
  for (const { source, target } of view.edges) {
    neighbours.get(source)?.push(target);
    neighbours.get(target)?.push(source);
  }

  const columnOfFresh = keptColumns(fresh, kept);
  for (const node of view.nodes) {
    if (positions.has(node.id)) continue;
    positions.set(node.id, takePlace(free, node, wanted(node), room));
  }
  return positions;

  function wanted(node: ViewNode): Position {
    const fold = room?.places.get(node.id) ?? foldPosition(node, previous);
    if (fold !== undefined) return fold;
    const own = fresh.get(node.id) ?? { x: 0, y: 0 };
    const x = columnOfFresh.get(own.x) ?? own.x + shift.x;
    const linked = (neighbours.get(node.id) ?? []).flatMap((id) => positions.get(id) ?? []);
    if (isMostlyNew || linked.length === 0) return { x, y: own.y + shift.y };
    return { x, y: linked.reduce((sum, { y }) => sum + y, 0) / linked.length };
  }
}

function foldPosition(node: ViewNode, previous: Readonly<Record<string, Position>>): Position | undefined {
  const { unfoldedFrom } = node;
  return unfoldedFrom !== undefined && Object.hasOwn(previous, unfoldedFrom) ? previous[unfoldedFrom] : undefined;
}

/** How far the kept nodes stand, on average, from where a fresh layout would put them. */
function meanShift(fresh: ReadonlyMap<string, Position>, kept: ReadonlyMap<string, Position>): Position {
  let x = 0;
  let y = 0;
  for (const [id, position] of kept) {
    x += position.x - (fresh.get(id)?.x ?? 0);
    y += position.y - (fresh.get(id)?.y ?? 0);
  }
  return { x: x / Math.max(1, kept.size), y: y / Math.max(1, kept.size) };
}

/** Where the kept nodes of each fresh column stand now: the most frequent x, so that one dragged node does not bend a column. */
function keptColumns(
  fresh: ReadonlyMap<string, Position>,
  kept: ReadonlyMap<string, Position>,
): ReadonlyMap<number, number> {
  const counts = new Map<number, Map<number, number>>();
  for (const [id, { x }] of kept) {
    const column = fresh.get(id)?.x ?? 0;
    const seen = counts.get(column) ?? new Map<number, number>();
    seen.set(x, (seen.get(x) ?? 0) + 1);
    counts.set(column, seen);
  }
  return new Map(
    [...counts].map(([column, seen]) => {
      const [[x]] = [...seen].toSorted(([a, countA], [b, countB]) => countB - countA || a - b) as [[number, number]];
      return [column, x];
    }),
  );
}
