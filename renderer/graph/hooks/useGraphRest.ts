import type { Core } from 'cytoscape';
import { useEffect } from 'react';
import { type LoopingRenderer, type RestingCore, restBetweenChanges } from '../rest.ts';

const resting = new WeakSet<Core>();

/** Lets the canvas rest while nothing changes: a window that nobody touches costs nothing. */
export function useGraphRest(cy: Core | undefined): void {
  useEffect(() => {
    if (cy === undefined || resting.has(cy)) return;
    resting.add(cy);
    const inner = cy as unknown as RestingCore & { renderer(): LoopingRenderer };
    restBetweenChanges(inner, inner.renderer());
  }, [cy]);
}
