import type { Position, View, ViewArea } from '../../../../shared/graph/view.ts';
import { NODE_HEIGHT, NODE_WIDTH } from './node-size.ts';

/** A rectangle in graph units. */
export interface Rectangle {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Where an open area, or a part of it, is drawn. */
export interface AreaBox extends Rectangle {
  readonly area: ViewArea;
  /** View nodes that stand in it. */
  readonly members: readonly string[];
}

/** Room between an area's border and its cards, and for its title above them. */
export const AREA_PADDING = 20;
export const AREA_HEAD = 40;

/** Cards further apart than so many times their size are not next to each other. */
const NEAR_X = 1.6;
const NEAR_Y = 4;

/**
 * Returns the boxes around the cards of each open area. An area is one box, unless cards of others would lie in it (somebody moved
 * them, or it grew where no room was): then each cluster of its cards has a box of its own, the largest first.
 */
export function areaBoxes(
  { nodes, areas = [] }: Pick<View, 'nodes' | 'areas'>,
  positions: Readonly<Record<string, Position>>,
): readonly AreaBox[] {
  const open = areas.filter(({ folded }) => folded !== true);
  const areaOf = new Map(nodes.map(({ id, area }) => [id, area]));
  return open.flatMap((area) => {
    const placed = area.members.filter((id) => positions[id] !== undefined);
    if (placed.length === 0) return [];
    const whole = boxOf(area, placed, positions);
    const isPure = nodes.every(({ id }) => areaOf.get(id) === area.id || !contains(whole, positions[id]));
    if (isPure) return [whole];
    return clusters(placed, positions)
      .toSorted((one, other) => other.length - one.length)
      .map((members) => boxOf(area, members, positions));
  });
}

/** Whether a card would touch a rectangle. */
export function contains({ x1, y1, x2, y2 }: Rectangle, position: Position | undefined): boolean {
  if (position === undefined) return false;
  const { x, y } = position;
  return x + NODE_WIDTH / 2 > x1 && x - NODE_WIDTH / 2 < x2 && y + NODE_HEIGHT / 2 > y1 && y - NODE_HEIGHT / 2 < y2;
}

function boxOf(area: ViewArea, members: readonly string[], positions: Readonly<Record<string, Position>>): AreaBox {
  return { area, members, ...around(members.flatMap((id) => positions[id] ?? [])) };
}

/** The rectangle of an area around cards. */
export function around(places: readonly Position[]): Rectangle {
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  return {
    x1: Math.min(...xs) - NODE_WIDTH / 2 - AREA_PADDING,
    y1: Math.min(...ys) - NODE_HEIGHT / 2 - AREA_HEAD,
    x2: Math.max(...xs) + NODE_WIDTH / 2 + AREA_PADDING,
    y2: Math.max(...ys) + NODE_HEIGHT / 2 + AREA_PADDING,
  };
}

/** Cards that hang together: each is next to another of its cluster. Linear. */
function clusters(
  ids: readonly string[],
  positions: Readonly<Record<string, Position>>,
): readonly (readonly string[])[] {
  const cells = new Map<string, string[]>();
  const cellOf = (id: string): readonly [number, number] => {
    const { x, y } = positions[id] ?? { x: 0, y: 0 };
    return [Math.floor(x / (NODE_WIDTH * NEAR_X)), Math.floor(y / (NODE_HEIGHT * NEAR_Y))];
  };
  for (const id of ids) {
    const key = cellOf(id).join();
    cells.set(key, [...(cells.get(key) ?? []), id]);
  }
  const left = new Set(cells.keys());
  const found: string[][] = [];
  for (const start of cells.keys()) {
    if (!left.delete(start)) continue;
    const cluster: string[] = [];
    const queue = [start];
    for (const key of queue) {
      const members = cells.get(key) ?? [];
      cluster.push(...members);
      const [across, down] = cellOf(members[0] ?? '');
      for (let dx = -1; dx <= 1; dx += 1) {
        for (let dy = -1; dy <= 1; dy += 1) {
          const next = `${across + dx},${down + dy}`;
          if (left.delete(next)) queue.push(next);
        }
      }
    }
    found.push(cluster);
  }
  return found;
}
