import type { Core } from 'cytoscape';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { GraphCallbacks } from '../graph-callbacks.ts';

/**
 * Keeps Cytoscape's selection equal to `selection` and reports what the user selects by click, Shift or Ctrl click, and box
 * (Shift or Ctrl drag on the ground). Selected nodes that come back into the drawing are selected again.
 */
export function useGraphSelection(
  cy: Core | undefined,
  drawing: ReadonlyMap<string, unknown>,
  selection: readonly string[],
  callbacks: GraphCallbacks,
): void {
  const writing = useRef(false);

  useLayoutEffect(() => {
    if (cy === undefined) return;
    const wanted = new Set(selection.filter((id) => drawing.has(id)));
    writing.current = true;
    cy.batch(() => {
      for (const node of cy.nodes(':selected').toArray()) if (!wanted.has(node.id())) node.unselect();
      for (const id of wanted) {
        const node = cy.getElementById(id);
        if (!node.selected()) node.select();
      }
    });
    writing.current = false;
  }, [cy, drawing, selection]);

  useEffect(() => {
    if (cy === undefined) return undefined;
    let scheduled = false;
    function report(): void {
      if (writing.current || scheduled || cy === undefined) return;
      scheduled = true;
      // A box or a click on another node changes many nodes one by one; the user did one thing.
      queueMicrotask(() => {
        scheduled = false;
        if (!cy.destroyed()) callbacks.selectionChanged(cy.nodes(':selected').map((node) => node.id()));
      });
    }
    cy.on('select unselect', 'node', report);
    return () => void cy.off('select unselect', 'node', report);
  }, [cy, callbacks]);
}
