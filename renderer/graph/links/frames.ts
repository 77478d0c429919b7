import type { Box, Size, Viewport } from '../viewport.ts';
import type { LinkFrame } from './worker/link-protocol.ts';

/** What is painted beyond the window, as a share of its size on each side, so that one can pan without waiting. */
const BEYOND = 0.2;
/** When less than this share is left, the next picture is asked for. */
const LEAST = 0.05;

/** The frame to be painted for a viewport. */
export function frameFor({ zoom, pan }: Viewport, { width, height }: Size, ratio: number): LinkFrame {
  const across = Math.round(width * BEYOND);
  const down = Math.round(height * BEYOND);
  return { zoom, x: pan.x + across, y: pan.y + down, width: width + 2 * across, height: height + 2 * down, ratio };
}

/** The frame that holds `box` (graph units), of `scale` pixels for each unit. */
export function frameAround({ x1, y1, x2, y2 }: Box, scale: number): LinkFrame {
  return { zoom: scale, x: -x1 * scale, y: -y1 * scale, width: (x2 - x1) * scale, height: (y2 - y1) * scale, ratio: 1 };
}

/** Where a painted frame must be laid to be in place: CSS pixels, and how much larger than painted. */
export function placementOf(frame: LinkFrame, { zoom, pan }: Viewport): { x: number; y: number; scale: number } {
  const scale = zoom / frame.zoom;
  return { x: pan.x - frame.x * scale, y: pan.y - frame.y * scale, scale };
}

/** Whether a frame is as sharp and as wide as the viewport needs, with some room for panning on. */
export function suits(frame: LinkFrame, viewport: Viewport, { width, height }: Size, ratio: number): boolean {
  if (frame.zoom !== viewport.zoom || frame.ratio !== ratio) return false;
  const { x, y } = placementOf(frame, viewport);
  const [across, down] = [width * LEAST, height * LEAST];
  return x <= -across && y <= -down && x + frame.width >= width + across && y + frame.height >= height + down;
}
