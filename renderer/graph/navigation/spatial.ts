import { compareText } from '../../../shared/compare.ts';
import type { Position } from '../../../shared/graph/view.ts';

/** A node with the place where it is drawn, in graph units. */
export interface PlacedNode {
  readonly id: string;
  readonly position: Position;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** A typical step between neighbouring cards, by which distances along and across are made comparable. */
const STEP_X = 260;
const STEP_Y = 54;
/** Up and down stay in a column as long as there is something in it; left and right take the nearest of the next column. */
const ACROSS_WEIGHT: Readonly<Record<Direction, number>> = { left: 0.7, right: 0.7, up: 6, down: 6 };
/** Nodes nearer than this along the direction lie beside the start, not before it. */
const LEAST_STEP = 0.2;

/** The nearest node in a direction from `from`, or `undefined` at the border. Ties go to the earlier in `nodes`. */
export function nearestInDirection(
  nodes: readonly PlacedNode[],
  from: PlacedNode,
  direction: Direction,
): string | undefined {
  let best: string | undefined;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    if (node.id === from.id) continue;
    const { along, across } = offset(from.position, node.position, direction);
    if (along < LEAST_STEP) continue;
    const score = along + across * ACROSS_WEIGHT[direction];
    if (score < bestScore) {
      best = node.id;
      bestScore = score;
    }
  }
  return best;
}

/** The id of the node nearest to a place, or `undefined` if there is none. */
export function nearestTo(nodes: readonly PlacedNode[], place: Position): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const distance = Math.hypot((node.position.x - place.x) / STEP_X, (node.position.y - place.y) / STEP_Y);
    if (distance < bestDistance) {
      best = node.id;
      bestDistance = distance;
    }
  }
  return best;
}

/** The order in which a reader goes through the graph: column by column, each from its top. */
export function readingOrder<Node extends PlacedNode>(nodes: readonly Node[]): readonly Node[] {
  return nodes.toSorted(
    (one, other) =>
      one.position.x - other.position.x || one.position.y - other.position.y || compareText(one.id, other.id),
  );
}

function offset(from: Position, to: Position, direction: Direction): { along: number; across: number } {
  const dx = (to.x - from.x) / STEP_X;
  const dy = (to.y - from.y) / STEP_Y;
  switch (direction) {
    case 'left':
      return { along: -dx, across: Math.abs(dy) };
    case 'right':
      return { along: dx, across: Math.abs(dy) };
    case 'up':
      return { along: -dy, across: Math.abs(dx) };
    case 'down':
      return { along: dy, across: Math.abs(dx) };
  }
}
