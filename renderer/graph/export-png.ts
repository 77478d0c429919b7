import type { Core } from 'cytoscape';
import type { PngOptions } from './graph-callbacks.ts';
import { frameAround } from './links/frames.ts';
import type { LinkLayer } from './links/link-layer.ts';
import { pngScale } from './png-size.ts';

/** Around the graph, in graph units; Cytoscape leaves none. Links may bow out of the box of the cards by so much. */
const MARGIN = 90;

/** The whole graph, whatever part of it is seen, as the bytes of a PNG file. `paintGround` paints what lies below it, in graph units. */
export async function exportPng(
  cy: Core,
  links: LinkLayer,
  options: PngOptions,
  background: string,
  paintGround: (context: OffscreenCanvasRenderingContext2D) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const box = cy.elements().boundingBox();
  const width = box.w + 2 * MARGIN;
  const height = box.h + 2 * MARGIN;
  const scale = pngScale({ width, height }, options.scale);
  const around = { x1: box.x1 - MARGIN, y1: box.y1 - MARGIN, x2: box.x2 + MARGIN, y2: box.y2 + MARGIN };
  const lines = await links.picture(frameAround(around, scale));
  const cards = await createImageBitmap(await cy.png({ full: true, scale, output: 'blob-promise' }));
  const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This window cannot draw: no 2D canvas.');
  context.fillStyle = background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, -around.x1 * scale, -around.y1 * scale);
  paintGround(context);
  context.resetTransform();
  context.drawImage(lines, 0, 0);
  context.drawImage(cards, Math.round(MARGIN * scale), Math.round(MARGIN * scale));
  lines.close();
  cards.close();
  const image = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await image.arrayBuffer());
}
