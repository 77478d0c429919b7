import type { Position, View, ViewSpec } from '../../../../shared/graph/view.ts';
import { addToLayout, keptPositions } from './add-to-layout.ts';
import { type CanvasSize, DEFAULT_CANVAS, layoutColumns } from './columns.ts';
import { layoutConcentric } from './concentric.ts';
import { createFreePlaces } from './free-places.ts';
import { cardPlaces, layoutInAreas } from './in-areas.ts';
import { layoutLayered } from './layered.ts';
import { layoutOrganic } from './organic.ts';
import { type Pitch, pitchOf } from './spacing.ts';

/** What a layout is made for. */
export interface LayoutQuestion {
  readonly spec: Pick<ViewSpec, 'layout' | 'centre' | 'spacing' | 'pinned'>;
  /** Where nodes stood before; those in the view keep their place. */
  readonly previous: Readonly<Record<string, Position>>;
  readonly canvas?: CanvasSize | undefined;
}

/**
 * Returns a position for every node of a view, and for every open area the place its card would have. Nodes with a previous
 * position keep it; where those are pinned nodes only, all others are arranged as if made anew, around them. No two cards overlap
 * but where the user put them so. A generator, so that the caller can stop or do other things between steps. Nothing is random.
 */
export function* layOut(view: View, question: LayoutQuestion): Generator<void, Readonly<Record<string, Position>>> {
  const positions = yield* placeNodes(view, question);
  return { ...positions, ...cardPlaces(view.areas ?? [], positions) };
}

function* placeNodes(
  view: View,
  { spec, previous, canvas = DEFAULT_CANVAS }: LayoutQuestion,
): Generator<void, Readonly<Record<string, Position>>> {
  const kept = keptPositions(view, previous);
  if (kept.size === view.nodes.length) return Object.fromEntries(kept);
  const pitch = pitchOf(spec.spacing);
  const pinned = new Set(spec.pinned);
  const areOnlyPinned = kept.size > 0 && [...kept.keys()].every((id) => pinned.has(id));
  if (spec.layout === 'organic' && view.areas === undefined && !areOnlyPinned) {
    return yield* layoutOrganic(view, previous, canvas, pitch);
  }
  const isMostlyKept = kept.size * 2 >= view.nodes.length && !areOnlyPinned;
  if (isMostlyKept && spec.layout === 'columns' && view.areas === undefined) {
    return layoutColumns(view, previous, canvas, pitch);
  }
  const fresh = yield* layoutAnew(view, spec, canvas, pitch);
  if (kept.size === 0) return Object.fromEntries(fresh);
  if (areOnlyPinned) return Object.fromEntries(placeAround(fresh, kept, pitch));
  return Object.fromEntries(addToLayout(view, fresh, kept, { previous, pitch }));
}

function* layoutAnew(
  view: View,
  spec: LayoutQuestion['spec'],
  canvas: CanvasSize,
  pitch: Pitch,
): Generator<void, ReadonlyMap<string, Position>> {
  if (view.areas === undefined) return yield* arrange(view, spec, canvas, pitch);
  return yield* layoutInAreas(view, canvas, pitch, (part, size) => arrange(part, spec, size, pitch));
}

function* arrange(
  view: View,
  { layout, centre = [] }: LayoutQuestion['spec'],
  canvas: CanvasSize,
  pitch: Pitch,
): Generator<void, ReadonlyMap<string, Position>> {
  switch (layout) {
    case 'columns':
      return new Map(Object.entries(layoutColumns(view, {}, canvas, pitch)));
    case 'concentric':
      return new Map(Object.entries(layoutConcentric(view, {}, centre, pitch)));
    case 'layered':
      return yield* layoutLayered(view, canvas, pitch);
    case 'organic':
      return new Map(Object.entries(yield* layoutOrganic(view, {}, canvas, pitch)));
  }
}

/** Takes over a layout as it is but for the pinned nodes, which stay where they are; what stood there goes to the nearest free place. */
function placeAround(
  fresh: ReadonlyMap<string, Position>,
  pinned: ReadonlyMap<string, Position>,
  pitch: Pitch,
): ReadonlyMap<string, Position> {
  const free = createFreePlaces(pitch);
  const positions = new Map(pinned);
  for (const place of pinned.values()) free.take(place);
  for (const [id, wanted] of fresh) {
    if (pinned.has(id)) continue;
    const place = free.nearest(wanted);
    free.take(place);
    positions.set(id, place);
  }
  return positions;
}
