import type { Position } from '../../../shared/graph/view.ts';
import { CARD } from '../style/card.ts';
import type { Box, Size, Viewport } from '../viewport.ts';

/** How the graph is mapped onto the minimap: a point p of the graph is drawn at p * scale + offset, in CSS pixels. */
export interface MinimapScale {
  readonly scale: number;
  readonly offset: Position;
  readonly size: Size;
}

/** Room around the graph in CSS pixels. */
const MARGIN = 6;
const LEAST = { width: 60, height: 40 } as const;

/** The rectangle around cards, in graph units; undefined where there are none. */
export function boundsOfCards(places: readonly Position[]): Box | undefined {
  if (places.length === 0) return undefined;
  let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of places) {
    x1 = Math.min(x1, x);
    y1 = Math.min(y1, y);
    x2 = Math.max(x2, x);
    y2 = Math.max(y2, y);
  }
  const [across, down] = [CARD.width / 2, CARD.height / 2];
  return { x1: x1 - across, y1: y1 - down, x2: x2 + across, y2: y2 + down };
}

/** The scale at which a graph fits a minimap of at most this size; the minimap takes the shape of the graph. */
export function minimapScale(bounds: Box, most: Size): MinimapScale {
  const width = Math.max(1, bounds.x2 - bounds.x1);
  const height = Math.max(1, bounds.y2 - bounds.y1);
  const scale = Math.min((most.width - 2 * MARGIN) / width, (most.height - 2 * MARGIN) / height);
  const size = {
    width: Math.max(LEAST.width, Math.ceil(width * scale + 2 * MARGIN)),
    height: Math.max(LEAST.height, Math.ceil(height * scale + 2 * MARGIN)),
  };
  const offset = {
    x: size.width / 2 - ((bounds.x1 + bounds.x2) / 2) * scale,
    y: size.height / 2 - ((bounds.y1 + bounds.y2) / 2) * scale,
  };
  return { scale, offset, size };
}

/** What is seen of the graph, in CSS pixels of the minimap, cut at its border. */
export function seenPart({ zoom, pan }: Viewport, screen: Size, { scale, offset, size }: MinimapScale): Box {
  const across = (x: number): number => clamp(((x - pan.x) / zoom) * scale + offset.x, 0, size.width);
  const down = (y: number): number => clamp(((y - pan.y) / zoom) * scale + offset.y, 0, size.height);
  return { x1: across(0), y1: down(0), x2: across(screen.width), y2: down(screen.height) };
}

/** Whether all cards are in sight, so that an overview has nothing to add. */
export function isWhole({ zoom, pan }: Viewport, screen: Size, bounds: Box): boolean {
  return (
    bounds.x1 * zoom + pan.x >= 0 &&
    bounds.y1 * zoom + pan.y >= 0 &&
    bounds.x2 * zoom + pan.x <= screen.width &&
    bounds.y2 * zoom + pan.y <= screen.height
  );
}

/** The pan by which a point of the minimap (CSS pixels) comes to the middle of the screen. */
export function panTo(point: Position, zoom: number, screen: Size, { scale, offset }: MinimapScale): Position {
  const x = (point.x - offset.x) / scale;
  const y = (point.y - offset.y) / scale;
  return { x: screen.width / 2 - x * zoom, y: screen.height / 2 - y * zoom };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
