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
