import {
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Position, View } from '../../../../shared/graph/view.ts';
import { keptPositions } from './add-to-layout.ts';
import { type CanvasSize, DEFAULT_CANVAS, layoutColumns } from './columns.ts';
import { createFreePlaces } from './free-places.ts';
import { NORMAL_PITCH, type Pitch } from './spacing.ts';

interface Body extends SimulationNodeDatum {
  readonly id: string;
  x: number;
  y: number;
}

/** Steps of the simulation; measured: more steps change the picture little. */
const TICKS = 120;
/** Cards that look for a free place in one step. */
const SETTLED_AT_ONCE = 25;
const LINK_LENGTH = 250;
const REPULSION = -900;

/**
 * Lays a view out by forces, starting from the columns; nodes with a previous position stay where they are. A generator, so that
 * the caller can stop or do other things between steps; its return value holds the positions. Nothing is random: the same view
 * and previous positions give the same result. No two cards overlap.
 */
export function* layoutOrganic(
  view: View,
  previous: Readonly<Record<string, Position>>,
  canvas: CanvasSize = DEFAULT_CANVAS,
  pitch: Pitch = NORMAL_PITCH,
): Generator<void, Readonly<Record<string, Position>>> {
  const start = layoutColumns(view, previous, canvas, pitch);
  const kept = keptPositions(view, previous);
  if (kept.size === view.nodes.length) return start;
  const bodies = view.nodes.map(({ id }): Body => {
    const { x, y } = start[id] ?? { x: 0, y: 0 };
    return kept.has(id) ? { id, x, y, fx: x, fy: y } : { id, x, y };
  });
  const links = view.edges.map(({ source, target }): SimulationLinkDatum<Body> => ({ source, target }));
  const middle = centre(bodies);
  const simulation = forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, SimulationLinkDatum<Body>>(links)
        .id(({ id }) => id)
        .distance(LINK_LENGTH * pitch.stretch),
    )
    .force(
      'charge',
      forceManyBody<Body>()
        .strength(REPULSION * pitch.stretch)
        .distanceMax(1600),
    )
    // Pulled to the middle, and flatter than round, as windows are.
    .force('x', forceX<Body>(middle.x).strength(0.03))
    .force('y', forceY<Body>(middle.y).strength(0.07))
    .force('cards', () => pushApart(bodies, pitch))
    .alphaDecay(1 - 0.001 ** (1 / TICKS))
    .stop();
  for (let tick = 0; tick < TICKS; tick += 1) {
    simulation.tick();
    yield;
  }
  return yield* withoutOverlap(bodies, kept, pitch);
}

function centre(bodies: readonly Body[]): Position {
  const count = Math.max(1, bodies.length);
  return {
    x: bodies.reduce((sum, { x }) => sum + x, 0) / count,
    y: bodies.reduce((sum, { y }) => sum + y, 0) / count,
  };
}

/** Moves overlapping cards apart along the shorter way out; d3's own collision knows circles only. */
function pushApart(bodies: readonly Body[], { clearX, clearY }: Pitch): void {
  const sorted = bodies.toSorted((a, b) => a.x - b.x);
  for (const [index, body] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (other === undefined || other.x - body.x >= clearX) break;
      const overlapX = clearX - (other.x - body.x);
      const overlapY = clearY - Math.abs(other.y - body.y);
      if (overlapY <= 0) continue;
      if (overlapX < overlapY) move(body, other, overlapX / 2, 0);
      else move(body, other, 0, (other.y < body.y ? -overlapY : overlapY) / 2);
    }
  }
}

function move(body: Body, other: Body, dx: number, dy: number): void {
  body.x -= dx;
  body.y -= dy;
  other.x += dx;
  other.y += dy;
}

/** Pushing apart leaves a few overlaps in dense places: those cards go to the nearest free place. */
function* withoutOverlap(
  bodies: readonly Body[],
  kept: ReadonlyMap<string, Position>,
  pitch: Pitch,
): Generator<void, Readonly<Record<string, Position>>> {
  const free = createFreePlaces(pitch);
  const positions = new Map(kept);
  for (const position of kept.values()) free.take(position);
  for (const [index, { id, x, y }] of bodies.entries()) {
    if (index % SETTLED_AT_ONCE === SETTLED_AT_ONCE - 1) yield;
    if (kept.has(id)) continue;
    const position = free.nearest({ x: Math.round(x), y: Math.round(y) });
    free.take(position);
    positions.set(id, position);
  }
  return Object.fromEntries(positions);
}
