import type { Position, View, ViewNode } from '../../../../shared/graph/view.ts';
import { AREA_PADDING, type AreaBox, areaBoxes, around, contains, type Rectangle } from './area-boxes.ts';
import type { FreePlaces } from './free-places.ts';
import { NODE_HEIGHT, NODE_WIDTH } from './node-size.ts';

/** Between a new box and what stands already. */
const BOX_GAP = 24;

/** Keeps areas apart while nodes are added to a layout in which nothing may move. */
export interface AreaRoom {
  /** Where new nodes of areas that had no card yet go, in the arrangement they would have in a layout made anew. */
  readonly places: ReadonlyMap<string, Position>;
  /** Whether a node may stand there: not in the box of an area that is not its own. */
  allows(node: ViewNode, place: Position): boolean;
}

/**
 * Returns the room that a view's areas leave for nodes that have no position yet. Areas that are new, or were just unfolded, are
 * placed whole: where their card was if there is room, else at the nearest place beside what stands already.
 */
export function roomInAreas(
  view: View,
  fresh: ReadonlyMap<string, Position>,
  kept: ReadonlyMap<string, Position>,
  previous: Readonly<Record<string, Position>>,
): AreaRoom {
  const standing = Object.fromEntries(kept);
  const boxes: (Rectangle & { readonly id: string })[] = areaBoxes(view, standing).map(asObstacle);
  const loose = view.nodes.flatMap(({ id, area }) => (area === undefined || area === id ? (kept.get(id) ?? []) : []));
  const places = new Map<string, Position>();
  for (const { id, members, folded } of view.areas ?? []) {
    if (folded === true || members.some((member) => kept.has(member))) continue;
    const wanted = members.flatMap((member) => {
      const place = fresh.get(member);
      return place === undefined ? [] : [[member, place] as const];
    });
    const box = around(wanted.map(([, place]) => place));
    const was = Object.hasOwn(previous, id) ? previous[id] : undefined;
    const anchor =
      was === undefined
        ? { x: box.x1, y: box.y1 }
        : cornerOf(
            was,
            wanted.map(([, place]) => place),
            box,
          );
    const corner = freeCorner(anchor, box, [...boxes, ...loose.map(cardOf)]);
    for (const [member, place] of wanted) {
      places.set(member, { x: place.x - box.x1 + corner.x, y: place.y - box.y1 + corner.y });
    }
    boxes.push({ id, ...moved(box, corner) });
  }
  return {
    places,
    allows: ({ id, area }, place) => boxes.every((box) => (area === box.id && area !== id) || !contains(box, place)),
  };
}

function asObstacle({ area: { id }, x1, y1, x2, y2 }: AreaBox): Rectangle & { readonly id: string } {
  return { id, x1, y1, x2, y2 };
}

function cardOf({ x, y }: Position): Rectangle {
  return {
    x1: x - NODE_WIDTH / 2,
    y1: y - NODE_HEIGHT / 2,
    x2: x + NODE_WIDTH / 2,
    y2: y + NODE_HEIGHT / 2,
  };
}

/** The corner of a box whose first card would stand where its folded card was. */
function cornerOf(card: Position, places: readonly Position[], box: Rectangle): Position {
  const left = Math.min(...places.map(({ x }) => x));
  const top = Math.min(...places.map(({ y }) => y));
  return { x: card.x - (left - box.x1), y: card.y - (top - box.y1) };
}

function moved({ x1, y1, x2, y2 }: Rectangle, { x, y }: Position): Rectangle {
  return { x1: x, y1: y, x2: x + x2 - x1, y2: y + y2 - y1 };
}

/** The corner nearest to `anchor` at which a box touches no obstacle: there, or beside one of them. */
function freeCorner(anchor: Position, box: Rectangle, obstacles: readonly Rectangle[]): Position {
  const width = box.x2 - box.x1;
  const height = box.y2 - box.y1;
  const corners = [
    anchor,
    ...obstacles.flatMap(({ x1, y1, x2, y2 }) => [
      { x: x2 + BOX_GAP, y: anchor.y },
      { x: x2 + BOX_GAP, y: y1 },
      { x: anchor.x, y: y2 + BOX_GAP },
      { x: x1, y: y2 + BOX_GAP },
      { x: x1 - BOX_GAP - width, y: anchor.y },
      { x: anchor.x, y: y1 - BOX_GAP - height },
    ]),
  ];
  const free = corners
    .filter((corner) => obstacles.every((obstacle) => !touches(moved(box, corner), obstacle)))
    .map((corner) => ({ corner, distance: Math.hypot(corner.x - anchor.x, corner.y - anchor.y) }))
    .toSorted((one, other) => one.distance - other.distance);
  // Below the lowest obstacle there is always room.
  const lowest = Math.max(anchor.y, ...obstacles.map(({ y2 }) => y2 + BOX_GAP));
  return free[0]?.corner ?? { x: anchor.x, y: lowest };
}

function touches(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x1 < other.x2 + AREA_PADDING / 2 &&
    one.x2 > other.x1 - AREA_PADDING / 2 &&
    one.y1 < other.y2 + AREA_PADDING / 2 &&
    one.y2 > other.y1 - AREA_PADDING / 2
  );
}

/** Takes the place nearest to the wanted one that is free and where areas let the node stand. */
export function takePlace(free: FreePlaces, node: ViewNode, wanted: Position, room: AreaRoom | undefined): Position {
  const place =
    room === undefined ? free.nearest(wanted) : free.nearest(wanted, (candidate) => room.allows(node, candidate));
  free.take(place);
  return place;
}
