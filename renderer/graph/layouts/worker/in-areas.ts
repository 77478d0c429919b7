import type { Position, View, ViewArea } from '../../../../shared/graph/view.ts';
import { around } from './area-boxes.ts';
import type { CanvasSize } from './columns.ts';
import { packBlocks } from './pack-blocks.ts';
import type { Pitch } from './spacing.ts';

/** Lays out a part of a view on its own, around any point. */
export type Arrange = (part: View, canvas: CanvasSize) => Generator<void, ReadonlyMap<string, Position>>;

/** Between two areas, where the links between them run. */
const AREA_GAP = 56;

/**
 * Lays each area out on its own and places them side by side; nodes that stand in no area, and folded areas, make a block without
 * a border. No box touches another.
 */
export function* layoutInAreas(
  view: View,
  canvas: CanvasSize,
  pitch: Pitch,
  arrange: Arrange,
): Generator<void, Map<string, Position>> {
  const open = (view.areas ?? []).filter(({ folded }) => folded !== true);
  const inside = new Set(open.flatMap(({ members }) => members));
  const parts = [
    ...open.map(({ members }) => partOf(view, new Set(members))),
    partOf(view, new Set(view.nodes.map(({ id }) => id).filter((id) => !inside.has(id)))),
  ].filter(({ nodes }) => nodes.length > 0);
  const laidOut: { readonly x1: number; readonly y1: number; readonly places: ReadonlyMap<string, Position> }[] = [];
  const blocks: { readonly width: number; readonly height: number }[] = [];
  for (const part of parts) {
    const places = yield* arrange(part, canvas);
    const { x1, y1, x2, y2 } = around([...places.values()]);
    laidOut.push({ x1, y1, places });
    blocks.push({ width: x2 - x1, height: y2 - y1 });
    yield;
  }
  const corners = packBlocks(blocks, canvas, AREA_GAP * pitch.stretch);
  const positions = new Map<string, Position>();
  laidOut.forEach(({ x1, y1, places }, index) => {
    const { x, y } = corners[index] ?? { x: 0, y: 0 };
    for (const [id, place] of places) positions.set(id, { x: place.x - x1 + x, y: place.y - y1 + y });
  });
  return positions;
}

/** The nodes of a view that are wanted and the links among them. */
function partOf(view: View, wanted: ReadonlySet<string>): View {
  const { areas: _areas, ...rest } = view;
  return {
    ...rest,
    nodes: view.nodes.filter(({ id }) => wanted.has(id)),
    edges: view.edges.filter(({ source, target }) => wanted.has(source) && wanted.has(target)),
  };
}

/** Where the card of an open area would stand: under its title, so that folding looks like closing it. */
export function cardPlaces(
  areas: readonly ViewArea[],
  positions: Readonly<Record<string, Position>>,
): Readonly<Record<string, Position>> {
  return Object.fromEntries(
    areas.flatMap(({ id, members, folded }) => {
      const places = members.flatMap((member) => positions[member] ?? []);
      if (folded === true || places.length === 0) return [];
      return [[id, { x: Math.min(...places.map(({ x }) => x)), y: Math.min(...places.map(({ y }) => y)) }]];
    }),
  );
}
