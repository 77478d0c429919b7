import type { Position, View } from '../../../../shared/graph/view.ts';
import { addToLayout, keptPositions } from './add-to-layout.ts';
import { createFreePlaces } from './free-places.ts';
import { NORMAL_PITCH, type Pitch } from './spacing.ts';

/** Between the cards of two circles: room for the links. */
const RING_GAP = 60;
/** Circles are flatter than round, as windows and cards are. */
const FLATNESS = 0.6;

/**
 * Lays a view out in circles around some of its nodes (the most linked one where none of them is there): the next circle holds
 * what is one link away, and so on; what is not linked to them stands outside. Nodes with a previous position keep it. Nothing is
 * random, and no two cards overlap.
 */
export function layoutConcentric(
  view: View,
  previous: Readonly<Record<string, Position>>,
  centre: readonly string[],
  pitch: Pitch = NORMAL_PITCH,
): Readonly<Record<string, Position>> {
  const neighbours = new Map<string, string[]>(view.nodes.map(({ id }) => [id, []]));
  for (const { source, target } of view.edges) {
    neighbours.get(source)?.push(target);
    neighbours.get(target)?.push(source);
  }
  const fresh = placeRings(ringsOf(view, neighbours, centre), neighbours, pitch);
  const kept = keptPositions(view, previous);
  return Object.fromEntries(kept.size === 0 ? fresh : addToLayout(view, fresh, kept, { previous, pitch }));
}

function ringsOf(
  view: View,
  neighbours: ReadonlyMap<string, readonly string[]>,
  centre: readonly string[],
): readonly (readonly string[])[] {
  const wanted = centre.filter((id) => neighbours.has(id));
  const distances = new Map((wanted.length > 0 ? wanted : mostLinked(neighbours)).map((id) => [id, 0]));
  const rings: string[][] = [];
  // A map is walked in the order of insertion and sees what is added meanwhile: it is its own queue.
  for (const [id, distance] of distances) {
    (rings[distance] ??= []).push(id);
    for (const other of neighbours.get(id) ?? []) if (!distances.has(other)) distances.set(other, distance + 1);
  }
  const outside = view.nodes.map(({ id }) => id).filter((id) => !distances.has(id));
  return outside.length === 0 ? rings : [...rings, outside];
}

function mostLinked(neighbours: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const [first] = [...neighbours].toSorted(([, a], [, b]) => b.length - a.length);
  return first === undefined ? [] : [first[0]];
}

function placeRings(
  rings: readonly (readonly string[])[],
  neighbours: ReadonlyMap<string, readonly string[]>,
  pitch: Pitch,
): Map<string, Position> {
  const { clearX, clearY, stretch } = pitch;
  const free = createFreePlaces(pitch);
  const positions = new Map<string, Position>();
  const angles = new Map<string, number>();
  let radius = 0;
  rings.forEach((ring, distance) => {
    // Cards side by side need their width at the top and bottom of a circle, and their height at its sides.
    const room = (ring.length * (clearX + clearY)) / (2 * Math.PI);
    if (distance > 0 || ring.length > 1)
      radius = Math.max(distance === 0 ? 0 : radius + clearX + RING_GAP * stretch, room);
    const ordered = ring
      .map((id) => ({ id, angle: meanAngle(neighbours.get(id) ?? [], angles) }))
      .toSorted((a, b) => a.angle - b.angle);
    ordered.forEach(({ id }, index) => {
      const angle = (2 * Math.PI * index) / ring.length - Math.PI / 2;
      angles.set(id, angle);
      const position = free.nearest({
        x: Math.round(radius * Math.cos(angle)),
        y: Math.round(radius * FLATNESS * Math.sin(angle)),
      });
      free.take(position);
      positions.set(id, position);
    });
  });
  return positions;
}

/** Where on its circle a node is nearest to what it is linked to on the circles within. */
function meanAngle(linked: readonly string[], angles: ReadonlyMap<string, number>): number {
  let x = 0;
  let y = 0;
  for (const id of linked) {
    const angle = angles.get(id);
    if (angle === undefined) continue;
    x += Math.cos(angle);
    y += Math.sin(angle);
  }
  return Math.atan2(y, x);
}
