import type { Position } from '../../../../shared/graph/view.ts';
import { NODE_HEIGHT, NODE_WIDTH } from '../../layouts/worker/node-size.ts';

/** The course of a link: a cubic curve between the borders of two cards, in graph units. */
export interface Course {
  readonly start: Position;
  readonly end: Position;
  readonly controls: readonly [Position, Position];
}

/** Ends of parallel edges lie this far apart. */
const PARALLEL_GAP = 7;
const HALF_WIDTH = NODE_WIDTH / 2;
const HALF_HEIGHT = NODE_HEIGHT / 2;
/** How far an edge runs level before it turns, as a share of the way. */
const REACH = 0.32;
/** Nodes this close in x stand in one column. */
const SAME_COLUMN = 24;
/** Least room between two cards for an edge from side to side. */
const SIDE_ROOM = 20;

/**
 * Course of an edge: level out of the side of one card and level into the side of the other, so that a column of cards reads
 * like a table with lines between. Within a column the edge bows out to the right; cards above each other but not in one
 * column are joined top to bottom. `lane` tells parallel edges apart: 0 for the middle one, ±0.5, ±1, ….
 */
export function routeLink(source: Position, target: Position, lane: number): Course {
  const shift = lane * PARALLEL_GAP;
  const dx = target.x - source.x;
  if (Math.abs(dx) < SAME_COLUMN) return bow(source, target, shift);
  if (Math.abs(dx) < NODE_WIDTH + SIDE_ROOM && Math.abs(target.y - source.y) > NODE_HEIGHT) {
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
