import type { Position } from '../../shared/graph/view.ts';

/** A rectangle; graph units or CSS pixels as the function says. */
export interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What Cytoscape calls zoom and pan: a point p of the graph is seen at p * zoom + pan, in CSS pixels. */
export interface Viewport {
  readonly zoom: number;
  readonly pan: Position;
}

export const MIN_ZOOM = 0.04;
export const MAX_ZOOM = 3;
/** Fitting a few nodes must not blow them up. */
const FIT_MAX_ZOOM = 1.15;
const FIT_PADDING = 24;
/** Least zoom at which a node that was asked for can be read. */
const LEGIBLE_ZOOM = 0.6;
const EDGE_MARGIN = 48;

/** The viewport in which `box` (graph units) is seen whole and centred, as large as is sensible. */
export function fitViewport(box: Box, screen: Size): Viewport {
  const width = Math.max(1, box.x2 - box.x1);
  const height = Math.max(1, box.y2 - box.y1);
  const room = {
    width: Math.max(1, screen.width - 2 * FIT_PADDING),
    height: Math.max(1, screen.height - 2 * FIT_PADDING),
  };
  const zoom = clamp(Math.min(room.width / width, room.height / height), MIN_ZOOM, FIT_MAX_ZOOM);
  return centredOn({ x: (box.x1 + box.x2) / 2, y: (box.y1 + box.y2) / 2 }, zoom, screen);
}

/** `zoom` times `factor` within the limits, with the middle of the screen staying where it is. */
export function zoomedBy(viewport: Viewport, factor: number, screen: Size): Viewport {
  return zoomedTo(viewport, viewport.zoom * factor, screen);
}

/** The viewport at another zoom with the middle of the screen staying where it is. */
export function zoomedTo(viewport: Viewport, zoom: number, screen: Size): Viewport {
  const middle = {
    x: (screen.width / 2 - viewport.pan.x) / viewport.zoom,
    y: (screen.height / 2 - viewport.pan.y) / viewport.zoom,
  };
  return centredOn(middle, clamp(zoom, MIN_ZOOM, MAX_ZOOM), screen);
}

/** Share of the screen that the view is moved by with one key. */
const PAN_SHARE = 0.25;

/** The viewport that shows more of what lies in a direction. */
export function panned(
  { zoom, pan }: Viewport,
  direction: 'left' | 'right' | 'up' | 'down',
  { width, height }: Size,
): Viewport {
  const across = { left: 1, right: -1, up: 0, down: 0 }[direction] * width * PAN_SHARE;
  const down = { left: 0, right: 0, up: 1, down: -1 }[direction] * height * PAN_SHARE;
  return { zoom, pan: { x: pan.x + across, y: pan.y + down } };
}

/**
 * The viewport that shows `box` (graph units), moved as little as possible: not at all if it is in sight. `undefined` then. With
 * `legible`, also zooms in if it could not be read, and then centres it.
 */
export function revealed(viewport: Viewport, box: Box, screen: Size, legible: boolean): Viewport | undefined {
  if (legible && viewport.zoom < LEGIBLE_ZOOM) {
    return centredOn({ x: (box.x1 + box.x2) / 2, y: (box.y1 + box.y2) / 2 }, 0.9, screen);
  }
  const x = shift(box.x1 * viewport.zoom + viewport.pan.x, box.x2 * viewport.zoom + viewport.pan.x, screen.width);
  const y = shift(box.y1 * viewport.zoom + viewport.pan.y, box.y2 * viewport.zoom + viewport.pan.y, screen.height);
  if (x === 0 && y === 0) return undefined;
  return { zoom: viewport.zoom, pan: { x: viewport.pan.x + x, y: viewport.pan.y + y } };
}

function shift(from: number, to: number, length: number): number {
  const margin = Math.min(EDGE_MARGIN, Math.max(0, (length - (to - from)) / 2));
  if (from < margin) return margin - from;
  if (to > length - margin) return length - margin - to;
  return 0;
}

function centredOn(point: Position, zoom: number, screen: Size): Viewport {
  return { zoom, pan: { x: screen.width / 2 - point.x * zoom, y: screen.height / 2 - point.y * zoom } };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
