import { useEffect, useMemo, useState } from 'react';
import type { DrawnElement } from '../elements/drawn-elements.ts';
import { nextSlice } from '../elements/next-slice.ts';

type Drawing = ReadonlyMap<string, DrawnElement>;

/** Elements that Cytoscape takes in and paints between two frames, on a slow machine too. */
const SLICE = 16;

const NOTHING: Drawing = new Map<string, DrawnElement>();

/**
 * Lets the first drawing grow to its whole over several frames, so that the window answers while an inventory is opened:
 * Cytoscape styles and measures every new element at once. Returns `whole` itself when all is there, and from then on always:
 * what the user asks for later is drawn at once, so that it can be moved to.
 */
export function useInSlices(whole: Drawing): Drawing {
  const [shown, setShown] = useState(NOTHING);
  const [isComplete, setComplete] = useState(false);
  const drawing = useMemo(() => (isComplete ? whole : nextSlice(shown, whole, SLICE)), [isComplete, shown, whole]);
  useEffect(() => {
    if (isComplete) return undefined;
    const request = requestAnimationFrame(() => {
      if (drawing === whole) setComplete(whole.size > 0);
      else setShown(drawing);
    });
    return () => cancelAnimationFrame(request);
  }, [drawing, isComplete, whole]);
  return drawing;
}
