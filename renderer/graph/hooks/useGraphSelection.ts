import type { Core, EventObject } from 'cytoscape';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { GraphCallbacks } from '../graph-callbacks.ts';
import type { GraphLinks } from '../links/graph-links.ts';
import { linkUnder } from './link-under.ts';

/**
 * Keeps Cytoscape's selection equal to `selection` and reports what the user selects by click, Shift or Ctrl click, and box
 * (Shift or Ctrl drag on the ground). Selected nodes that come back into the drawing are selected again.
 */
export function useGraphSelection(
  cy: Core | undefined,
  links: GraphLinks | undefined,
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
    let isOnLink = false;
    /** For Cytoscape links are ground: a click on one takes the selection off the nodes. That the link is selected says it all. */
    function noteLink(event: EventObject): void {
      isOnLink = linkUnder(event, links) !== undefined;
      if (isOnLink) setTimeout(() => (isOnLink = false));
    }
    function report(): void {
      if (writing.current || scheduled || isOnLink || cy === undefined) return;
      scheduled = true;
      // A box or a click on another node changes many nodes one by one; the user did one thing.
      queueMicrotask(() => {
        scheduled = false;
        if (!cy.destroyed()) callbacks.selectionChanged(cy.nodes(':selected').map((node) => node.id()));
      });
    }
    cy.on('tap', noteLink);
    cy.on('select unselect', 'node', report);
    return () => {
      cy.off('tap', noteLink);
      cy.off('select unselect', 'node', report);
    };
  }, [cy, links, callbacks]);
}
