import type { Core, EventObject, NodeSingular } from 'cytoscape';
import { useEffect } from 'react';
import type { Position } from '../../../shared/graph/view.ts';
import type { GraphCallbacks } from '../graph-callbacks.ts';
import type { GraphLinks } from '../links/graph-links.ts';

/** Lets links follow dragged nodes and reports where the user dropped them. */
export function useGraphMove(cy: Core | undefined, links: GraphLinks | undefined, callbacks: GraphCallbacks): void {
  useEffect(() => {
    if (cy === undefined) return undefined;
    const dragged = new Map<string, Position>();
    const dropped = new Map<string, Position>();
    let frame = 0;
    let reporting = false;

    function drag(event: EventObject): void {
      const node = event.target as NodeSingular;
      dragged.set(node.id(), { ...node.position() });
      if (frame === 0) {
        frame = requestAnimationFrame(() => {
          frame = 0;
          links?.follow(dragged);
          dragged.clear();
        });
      }
    }
    function drop(event: EventObject): void {
      const node = event.target as NodeSingular;
      dropped.set(node.id(), { ...node.position() });
      if (reporting) return;
      reporting = true;
      // All nodes of a selection are dropped one by one; the user did one thing.
      queueMicrotask(() => {
        reporting = false;
        const positions = Object.fromEntries(dropped);
        dropped.clear();
        callbacks.moved(positions);
      });
    }
    cy.on('drag', 'node', drag);
    cy.on('dragfree', 'node', drop);
    return () => {
      cancelAnimationFrame(frame);
      cy.off('drag', 'node', drag);
      cy.off('dragfree', 'node', drop);
    };
  }, [cy, links, callbacks]);
}
