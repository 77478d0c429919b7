import type { Core } from 'cytoscape';
import { useCallback, useEffect, useRef } from 'react';
import type { DrawnElement } from '../elements/drawn-elements.ts';
import type { GraphCallbacks } from '../graph-callbacks.ts';

/**
 * Tells when a drawing is on the screen with its images: Cytoscape paints once without, and again when they are decoded. Returns
 * a function whose promise resolves at the next such moment. While parts of
 * the drawing are still to come (`isComplete` is false), its images are decoded already and nothing is told.
 */
export function useGraphPainted(
  cy: Core | undefined,
  drawing: ReadonlyMap<string, DrawnElement>,
  isComplete: boolean,
  callbacks: GraphCallbacks,
): () => Promise<void> {
  const waiting = useRef<(() => void)[]>([]);
  const seen = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (cy === undefined) return undefined;
    const images = new Set<string>();
    for (const element of drawing.values()) if (element.group === 'nodes') images.add(element.data.image);
    const fresh = [...images].filter((image) => !seen.current.has(image));
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
    Promise.allSettled(fresh.map(decoded)).then(() => {
      if (!current || !isComplete) return;
      seen.current = images;
      tell();
    }, reportError);
    return () => {
      current = false;
      cancelAnimationFrame(frame);
    };
  }, [cy, drawing, isComplete, callbacks]);
  return useCallback(
    () =>
      new Promise((resolve) => {
        waiting.current.push(resolve);
      }),
    [],
  );
}

async function decoded(address: string): Promise<void> {
  const image = new Image();
  image.src = address;
  await image.decode();
}
