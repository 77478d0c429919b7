import type { Core, EventObject, NodeSingular } from 'cytoscape';
import { useEffect } from 'react';
import type { Position } from '../../../shared/graph/view.ts';
import { routeEdge } from '../elements/edge-route.ts';
import type { GraphCallbacks } from '../graph-callbacks.ts';

/** Lets edges follow dragged nodes and reports where the user dropped them. `lanes` as of `parallelLanes`. */
export function useGraphMove(
  cy: Core | undefined,
  lanes: ReadonlyMap<string, number>,
  callbacks: GraphCallbacks,
): void {
  useEffect(() => {
    if (cy === undefined) return undefined;
    const dragged = new Set<NodeSingular>();
    const dropped = new Map<string, Position>();
    let frame = 0;
    let reporting = false;

    function reroute(graph: Core): void {
      graph.batch(() => {
        for (const node of dragged) {
          for (const edge of node.connectedEdges().toArray()) {
            edge.data({ ...routeEdge(edge.source().position(), edge.target().position(), lanes.get(edge.id()) ?? 0) });
          }
        }
      });
      dragged.clear();
    }
    function drag(event: EventObject): void {
      dragged.add(event.target as NodeSingular);
      if (frame === 0) {
        frame = requestAnimationFrame(() => {
          frame = 0;
          if (!event.cy.destroyed()) reroute(event.cy);
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
  }, [cy, lanes, callbacks]);
}
