import type { Core } from 'cytoscape';
import type { PngOptions } from './graph-callbacks.ts';
import { pngScale } from './png-size.ts';

/** The whole graph, whatever part of it is seen, as the bytes of a PNG file. */
export async function exportPng(cy: Core, options: PngOptions, background: string): Promise<Uint8Array<ArrayBuffer>> {
  const box = cy.elements().boundingBox();
  const scale = pngScale({ width: box.w, height: box.h }, options.scale);
  const image = await cy.png({ full: true, scale, bg: background, output: 'blob-promise' });
  return new Uint8Array(await image.arrayBuffer());
}
