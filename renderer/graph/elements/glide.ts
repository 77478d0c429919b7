import type { Position } from '../../../shared/graph/view.ts';

/** Most nodes of a view in which cards glide to their new places: with more, each frame would take too long to look smooth. */
export const MOST_GLIDING = 60;
/** How long they take, in milliseconds. */
export const GLIDE_TIME = 220;

/** A node on its way. */
export interface Glide {
  readonly id: string;
  readonly from: Position;
  readonly to: Position;
}

/** Returns the nodes that are elsewhere than they will be; none where the view is too large to animate. */
export function glides(
  ids: readonly string[],
  positionOf: (id: string) => Position | undefined,
  positions: Readonly<Record<string, Position>>,
): readonly Glide[] {
  if (ids.length > MOST_GLIDING) return [];
  return ids.flatMap((id) => {
    const from = positionOf(id);
    const to = positions[id];
    if (from === undefined || to === undefined || (from.x === to.x && from.y === to.y)) return [];
    return [{ id, from, to }];
  });
}

/** Where nodes are after a share of the time, from 0 to 1: quick at first, slow at the end. */
export function placesAfter(moving: readonly Glide[], share: number): ReadonlyMap<string, Position> {
  if (share >= 1) return new Map(moving.map(({ id, to }) => [id, to]));
  const way = 1 - (1 - Math.max(0, share)) ** 3;
  return new Map(
    moving.map(({ id, from, to }) => [id, { x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way }]),
  );
}
