import type { Core, EventObject, SingularElementReturnValue } from 'cytoscape';
import { useEffect } from 'react';
import type { ClientPoint, GraphCallbacks } from '../graph-callbacks.ts';

/** Reports clicks that mean something: the context menu, double click on a node, click on a link, click beside a selected link. */
export function useGraphMenu(cy: Core | undefined, hasLink: boolean, callbacks: GraphCallbacks): void {
  useEffect(() => {
    if (cy === undefined) return undefined;
    function menu(event: EventObject): void {
      const at = clientPoint(event);
      if (event.target === event.cy) {
        callbacks.menuRequested(undefined, at);
        return;
      }
      const element = event.target as SingularElementReturnValue;
      if (element.group() === 'edges') {
        callbacks.edgeMenuRequested(element.id(), at);
        return;
      }
      if (!element.selected()) callbacks.selectionChanged([element.id()]);
      callbacks.menuRequested(element.id(), at);
    }
    function activate(event: EventObject): void {
      callbacks.activated((event.target as SingularElementReturnValue).id());
    }
    function activateEdge(event: EventObject): void {
      callbacks.edgeActivated((event.target as SingularElementReturnValue).id());
    }
    /** Cytoscape takes the selection off nodes by itself; of links it does not know. */
    function leaveLink(event: EventObject): void {
      if (event.target === event.cy && hasLink) callbacks.selectionChanged([]);
    }
    cy.on('cxttap', menu);
    cy.on('tap', leaveLink);
    cy.on('dbltap', 'node', activate);
    cy.on('tap', 'edge', activateEdge);
    return () => {
      cy.off('cxttap', menu);
      cy.off('tap', leaveLink);
      cy.off('dbltap', 'node', activate);
      cy.off('tap', 'edge', activateEdge);
    };
  }, [cy, hasLink, callbacks]);
}

function clientPoint(event: EventObject): ClientPoint {
  const { originalEvent } = event;
  if (originalEvent instanceof MouseEvent) return { x: originalEvent.clientX, y: originalEvent.clientY };
  const frame = event.cy.container()?.getBoundingClientRect();
  return { x: (frame?.left ?? 0) + event.renderedPosition.x, y: (frame?.top ?? 0) + event.renderedPosition.y };
}
