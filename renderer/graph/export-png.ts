import type { Core } from 'cytoscape';
import type { PngOptions } from './graph-callbacks.ts';
import { pngScale } from './png-size.ts';

/** Around the graph, in graph units; Cytoscape leaves none. */
const MARGIN = 24;

/** The whole graph, whatever part of it is seen, as the bytes of a PNG file. */
export async function exportPng(cy: Core, options: PngOptions, background: string): Promise<Uint8Array<ArrayBuffer>> {
  const box = cy.elements().boundingBox();
  const scale = pngScale({ width: box.w + 2 * MARGIN, height: box.h + 2 * MARGIN }, options.scale);
  const graph = await createImageBitmap(await cy.png({ full: true, scale, bg: background, output: 'blob-promise' }));
  const margin = Math.round(MARGIN * scale);
  const canvas = new OffscreenCanvas(graph.width + 2 * margin, graph.height + 2 * margin);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This window cannot draw: no 2D canvas.');
  context.fillStyle = background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(graph, margin, margin);
  graph.close();
  const image = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await image.arrayBuffer());
}
