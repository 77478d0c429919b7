import type { Position } from '../../../shared/graph/view.ts';
import { CARD } from '../style/card.ts';

/** How Cytoscape is told an edge's course: end points relative to the two nodes' centres, and control points of the curve. */
export interface EdgeRoute {
  /** `x y` in pixels from the source's centre. */
  readonly sourceEnd: string;
  readonly targetEnd: string;
  /** Distances of the two control points from the straight line between the ends, `a b`. */
  readonly distances: string;
  /** Places of the control points along that line, as shares of its length, `a b`. */
  readonly weights: string;
}

/** Ends of parallel edges lie this far apart. */
const PARALLEL_GAP = 7;
const HALF_WIDTH = CARD.width / 2;
const HALF_HEIGHT = CARD.height / 2;
/** How far an edge runs level before it turns, as a share of the way. */
const REACH = 0.32;
/** Nodes this close in x stand in one column. */
const SAME_COLUMN = 24;
/** Least room between two cards for an edge from side to side. */
const SIDE_ROOM = 20;

interface Course {
  readonly start: Position;
  readonly end: Position;
  readonly controls: readonly [Position, Position];
}

/**
 * Course of an edge: level out of the side of one card and level into the side of the other, so that a column of cards reads
 * like a table with lines between. Within a column the edge bows out to the right; cards above each other but not in one
 * column are joined top to bottom. `lane` tells parallel edges apart: 0 for the middle one, ±0.5, ±1, ….
 */
export function routeEdge(source: Position, target: Position, lane: number): EdgeRoute {
  const { start, end, controls } = course(source, target, lane * PARALLEL_GAP);
  const [first, second] = controls.map((point) => relativeTo(start, end, point));
  return {
    sourceEnd: pair(start.x - source.x, start.y - source.y),
    targetEnd: pair(end.x - target.x, end.y - target.y),
    distances: pair(first?.distance ?? 0, second?.distance ?? 0),
    weights: pair(first?.weight ?? 0, second?.weight ?? 0),
  };
}

function course(source: Position, target: Position, shift: number): Course {
  const dx = target.x - source.x;
  if (Math.abs(dx) < SAME_COLUMN) return bow(source, target, shift);
  if (Math.abs(dx) < CARD.width + SIDE_ROOM && Math.abs(target.y - source.y) > CARD.height) {
    return upright(source, target, shift);
  }
  const side = Math.sign(dx) * HALF_WIDTH;
  const start = { x: source.x + side, y: source.y + shift };
  const end = { x: target.x - side, y: target.y + shift };
  const reach = (end.x - start.x) * REACH;
  return {
    start,
    end,
    controls: [
      { x: start.x + reach, y: start.y },
      { x: end.x - reach, y: end.y },
    ],
  };
}

function bow(source: Position, target: Position, shift: number): Course {
  const start = { x: source.x + HALF_WIDTH, y: source.y + shift };
  const end = { x: target.x + HALF_WIDTH, y: target.y + shift };
  const out = Math.max(start.x, end.x) + Math.min(60, 24 + Math.abs(end.y - start.y) * 0.12) + Math.abs(shift);
  return {
    start,
    end,
    controls: [
      { x: out, y: start.y },
      { x: out, y: end.y },
    ],
  };
}

function upright(source: Position, target: Position, shift: number): Course {
  const side = Math.sign(target.y - source.y) * HALF_HEIGHT;
  const start = { x: source.x + shift, y: source.y + side };
  const end = { x: target.x + shift, y: target.y - side };
  const reach = (end.y - start.y) * REACH;
  return {
    start,
    end,
    controls: [
      { x: start.x, y: start.y + reach },
      { x: end.x, y: end.y - reach },
    ],
  };
}

/** A point as share along the line from `start` to `end` and distance from it; positive is to the right of the direction. */
function relativeTo(start: Position, end: Position, point: Position): { weight: number; distance: number } {
  const line = { x: end.x - start.x, y: end.y - start.y };
  const length = Math.hypot(line.x, line.y);
  if (length === 0) return { weight: 0.5, distance: 0 };
  const offset = { x: point.x - start.x, y: point.y - start.y };
  return {
    weight: (offset.x * line.x + offset.y * line.y) / (length * length),
    distance: (offset.y * line.x - offset.x * line.y) / length,
  };
}

function pair(one: number, other: number): string {
  return `${rounded(one)} ${rounded(other)}`;
}

function rounded(value: number): number {
  // "+ 0" turns -0 into 0, so that equal routes are equal strings.
  return Math.round(value * 1_000) / 1_000 + 0;
}
