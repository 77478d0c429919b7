import type { Core } from 'cytoscape';
import { useCallback, useEffect, useRef } from 'react';
import type { DecodedImages } from '../elements/decoded-images.ts';
import type { DrawnNode } from '../elements/drawn-elements.ts';
import type { GraphCallbacks } from '../graph-callbacks.ts';
import type { LinkLayer } from '../links/link-layer.ts';

/**
 * Tells when a drawing is on the screen with its links and images: Cytoscape paints once without, and again when they are decoded. Returns
 * a function whose promise resolves at the next such moment. Nothing is told while parts of the drawing are still to come
 * (`isComplete` is false).
 */
export function useGraphPainted(
  cy: Core | undefined,
  layer: LinkLayer | undefined,
  drawing: ReadonlyMap<string, DrawnNode>,
  isComplete: boolean,
  images: DecodedImages,
  callbacks: GraphCallbacks,
): () => Promise<void> {
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    if (cy === undefined || layer === undefined || !isComplete) return undefined;
    const wanted = new Set<string>();
    for (const { data } of drawing.values()) wanted.add(data.image);
    let current = true;
    let frame = 0;
    function tell(): void {
      // The frame after the one that is being made: by then the images were drawn.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          callbacks.painted();
          for (const resolve of waiting.current.splice(0)) resolve();
        });
      });
    }
    Promise.all([images.load(wanted), layer.whenDrawn()]).then(() => {
      if (!current) return;
      images.keep(wanted);
      tell();
    }, reportError);
    return () => {
      current = false;
      cancelAnimationFrame(frame);
    };
  }, [cy, layer, drawing, isComplete, images, callbacks]);
  return useCallback(
    () =>
      new Promise((resolve) => {
        waiting.current.push(resolve);
      }),
    [],
  );
}
