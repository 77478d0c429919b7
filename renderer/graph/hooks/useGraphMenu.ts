import type { Core, EventObject, NodeSingular } from 'cytoscape';
import { useEffect } from 'react';
import type { ClientPoint, GraphCallbacks } from '../graph-callbacks.ts';
import type { GraphLinks } from '../links/graph-links.ts';
import { linkUnder } from './link-under.ts';

/** Reports clicks that mean something: the context menu, double click on a node, click on a link, click beside a selected link. */
export function useGraphMenu(
  cy: Core | undefined,
  links: GraphLinks | undefined,
  hasLink: boolean,
  callbacks: GraphCallbacks,
): void {
  useEffect(() => {
    if (cy === undefined) return undefined;
    function menu(event: EventObject): void {
      const at = clientPoint(event);
      if (event.target === event.cy) {
        const link = linkUnder(event, links);
        if (link === undefined) callbacks.menuRequested(undefined, at);
        else callbacks.edgeMenuRequested(link, at);
        return;
      }
      const node = event.target as NodeSingular;
      if (!node.selected()) callbacks.selectionChanged([node.id()]);
      callbacks.menuRequested(node.id(), at);
    }
    function activate(event: EventObject): void {
      callbacks.activated((event.target as NodeSingular).id());
    }
    /** Cytoscape takes the selection off nodes by itself; of links it does not know. */
    function tapGround(event: EventObject): void {
      if (event.target !== event.cy) return;
      const link = linkUnder(event, links);
      if (link !== undefined) callbacks.edgeActivated(link);
      else if (hasLink) callbacks.selectionChanged([]);
    }
    cy.on('cxttap', menu);
    cy.on('tap', tapGround);
    cy.on('dbltap', 'node', activate);
    return () => {
      cy.off('cxttap', menu);
      cy.off('tap', tapGround);
      cy.off('dbltap', 'node', activate);
    };
  }, [cy, links, hasLink, callbacks]);
}

function clientPoint(event: EventObject): ClientPoint {
  const { originalEvent } = event;
  if (originalEvent instanceof MouseEvent) return { x: originalEvent.clientX, y: originalEvent.clientY };
  const frame = event.cy.container()?.getBoundingClientRect();
  return { x: (frame?.left ?? 0) + event.renderedPosition.x, y: (frame?.top ?? 0) + event.renderedPosition.y };
}
