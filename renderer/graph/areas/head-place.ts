import { AREA_HEAD, type Rectangle } from '../layouts/worker/area-boxes.ts';
import type { Size, Viewport } from '../viewport.ts';

/** Height of a head in CSS pixels, as in `areas.css`. */
export const HEAD_HEIGHT = 26;
/** From the border of the canvas, or of the box. */
const MARGIN = 8;
/** So much of a head stays within its box where that is cut by the border of the canvas. */
const LEAST_INSIDE = 56;
/** A head narrower than this says nothing: it may be wider than a small box. */
const LEAST_WIDTH = 84;

/** Where an area's head is drawn, in CSS pixels of the canvas. */
export interface HeadPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Between two heads one above the other. */
const APART = 2;

/**
 * The places of the heads of areas. Where boxes are seen from so far that one head would cover another, the lower one moves down
 * until both can be read and pressed; the lowest move up again where the canvas ends.
 */
export function headPlaces(
  boxes: readonly Rectangle[],
  viewport: Viewport,
  screen: Size,
): readonly (HeadPlace | undefined)[] {
  const places = boxes.map((box) => headPlace(box, viewport, screen));
  const order = [...places.keys()].toSorted((a, b) => (places[a]?.y ?? 0) - (places[b]?.y ?? 0));
  for (const downwards of [true, false]) {
    const settled: HeadPlace[] = [];
    for (const index of downwards ? order : order.toReversed()) {
      const place = places[index];
      if (place === undefined) continue;
      const moved = clearOf(place, settled, screen, downwards);
      places[index] = moved;
      settled.push(moved);
    }
  }
  return places;
}

/** The nearest place, going one way only, that no settled head covers; the border of the canvas ends the search. */
function clearOf(place: HeadPlace, settled: readonly HeadPlace[], screen: Size, downwards: boolean): HeadPlace {
  const lowest = screen.height - HEAD_HEIGHT;
  let y = Math.min(place.y, lowest);
  const ahead = settled
    .filter((other) => other.x < place.x + place.width && place.x < other.x + other.width)
    .toSorted((a, b) => (downwards ? a.y - b.y : b.y - a.y));
  for (const other of ahead) {
    const isCovered = Math.abs(other.y - y) < HEAD_HEIGHT + APART;
    if (isCovered) y = downwards ? other.y + HEAD_HEIGHT + APART : other.y - HEAD_HEIGHT - APART;
  }
  return y === place.y ? place : { ...place, y };
}

/**
 * The place of an area's head: at the top of its box, above it where the box is so small that it would cover cards, and at the
 * border of the canvas while the top is out of sight. Undefined where nothing of the box is in sight.
 */
export function headPlace(box: Rectangle, { zoom, pan }: Viewport, screen: Size): HeadPlace | undefined {
  const left = box.x1 * zoom + pan.x;
  const right = box.x2 * zoom + pan.x;
  const top = box.y1 * zoom + pan.y;
  const bottom = box.y2 * zoom + pan.y;
  if (right < MARGIN || bottom < MARGIN || left > screen.width - MARGIN || top > screen.height - MARGIN)
    return undefined;
  const room = AREA_HEAD * zoom;
  const own = room > HEAD_HEIGHT ? top + (room - HEAD_HEIGHT) / 2 : top + room - HEAD_HEIGHT;
  const x = Math.min(Math.max(left + Math.min(MARGIN, room / 4), MARGIN), right - LEAST_INSIDE);
  const y = Math.min(Math.max(own, MARGIN), bottom - HEAD_HEIGHT);
  return { x, y, width: Math.max(LEAST_WIDTH, Math.min(right, screen.width) - x - MARGIN) };
}
