import type { Core } from 'cytoscape';
import { useLayoutEffect, useRef, useState } from 'react';
import type { DecodedImages, ImageCache } from '../elements/decoded-images.ts';
import type { DrawnNode } from '../elements/drawn-elements.ts';
import { WINDOW_TURNS } from '../elements/turns.ts';
import { type Drawing, isSmall, writeAtOnce, writeGradually } from '../elements/write-drawing.ts';

const NOTHING: Drawing = new Map();

/** What Cytoscape has been given. */
interface Written {
  readonly cy: Core;
  readonly nodes: Map<string, DrawnNode>;
}

/**
 * Writes a drawing into Cytoscape, as the difference to what it has: a small one at once, a large one over several frames, between
 * which the window answers. The viewport stays where it is. Returns the last drawing that was written whole.
 */
export function useGraphElements(cy: Core | undefined, drawing: Drawing, images: DecodedImages): Drawing {
  const written = useRef<Written>(undefined);
  const [complete, setComplete] = useState<Drawing>(NOTHING);
  useLayoutEffect(() => {
    if (cy === undefined || cy.destroyed()) return undefined;
    if (written.current?.cy !== cy) {
      written.current = { cy, nodes: new Map() };
      images.shareWith(imageCacheOf(cy));
    }
    const { nodes } = written.current;
    if (isSmall(nodes, drawing)) {
      writeAtOnce(cy, nodes, drawing);
      setComplete(drawing);
      return undefined;
    }
    const abort = new AbortController();
    writeGradually(cy, nodes, drawing, { images, turns: WINDOW_TURNS, signal: abort.signal }).then(() => {
      if (!abort.signal.aborted) setComplete(drawing);
    }, reportError);
    return () => abort.abort();
  }, [cy, drawing, images]);
  return complete;
}

/** Cytoscape's canvas makes it with the first image. It is reachable, but not part of the declared types. */
function imageCacheOf(cy: Core): ImageCache {
  const renderer = (cy as unknown as { renderer(): { imageCache?: ImageCache } }).renderer();
  renderer.imageCache ??= {};
  return renderer.imageCache;
}
