import type { CollectionReturnValue, Core, EventObject, SingularElementReturnValue } from 'cytoscape';
import { useEffect, useState } from 'react';
import { isFar } from '../style/card.ts';
import type { Box } from '../viewport.ts';

/** What the pointer rests on, and the part of the canvas (CSS pixels) that a tooltip must not cover: the node or the pointer. */
export interface Hover {
  readonly group: 'nodes' | 'edges';
  readonly id: string;
  readonly area: Box;
}

/** The pointer must rest this long, so that crossing the canvas does not make it flicker. */
const REST = 110;
/** Above this many elements only the links light up: dimming all others would take longer than a frame or two. */
const DIM_LIMIT = 900;
/** Relations are written on the links of a node with at most this many. */
export const NAMED_LIMIT = 60;

/**
 * Emphasises what the pointer rests on: the element itself, its links and their other ends; the rest is dimmed. Returns it for
 * the tooltip.
 */
export function useGraphHover(cy: Core | undefined): Hover | undefined {
  const [hover, setHover] = useState<Hover>();
  useEffect(() => {
    if (cy === undefined) return undefined;
    let timer: number | undefined;
    let emphasised: CollectionReturnValue | undefined;

    function enter(event: EventObject): void {
      clearTimeout(timer);
      const { x, y } = event.renderedPosition;
      const element = event.target as SingularElementReturnValue;
      timer = window.setTimeout(() => {
        if (event.cy.destroyed() || element.removed()) return;
        emphasised = emphasise(event.cy, element, emphasised);
        const area =
          element.group() === 'nodes'
            ? element.renderedBoundingBox({ includeOverlays: false })
            : { x1: x, y1: y, x2: x, y2: y };
        setHover({ group: element.isNode() ? 'nodes' : 'edges', id: element.id(), area });
      }, REST);
    }
    function leave(): void {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        if (cy === undefined || cy.destroyed()) return;
        calm(cy, emphasised);
        emphasised = undefined;
        setHover(undefined);
      }, REST / 2);
    }
    cy.on('mouseover', 'node, edge', enter);
    cy.on('mouseout', 'node, edge', leave);
    cy.on('tapstart pan zoom', leave);
    return () => {
      clearTimeout(timer);
      cy.off('mouseover', 'node, edge', enter);
      cy.off('mouseout', 'node, edge', leave);
      cy.off('tapstart pan zoom', leave);
    };
  }, [cy]);
  return hover;
}

/** Emphasises an element in the place of what was so far; returns all elements that look different now. */
function emphasise(
  cy: Core,
  element: SingularElementReturnValue,
  before: CollectionReturnValue | undefined,
): CollectionReturnValue {
  const links = element.isNode() ? element.connectedEdges() : cy.collection();
  const near = links.union(links.connectedNodes()).union(element).union(element.connectedNodes());
  const touched = links.union(element);
  cy.batch(() => {
    calm(cy, before);
    element.addClass('hovered');
    links.addClass(links.length <= NAMED_LIMIT ? 'lit named' : 'lit');
    if (isFar(cy.zoom())) links.union(element).addClass('far');
    if (cy.elements().length > DIM_LIMIT) return;
    const rest = cy.elements().difference(near);
    rest.addClass('dimmed');
    touched.merge(rest);
  });
  return touched;
}

function calm(cy: Core, emphasised: CollectionReturnValue | undefined): void {
  if (emphasised === undefined) return;
  cy.batch(() => {
    emphasised.removeClass('hovered lit named far dimmed');
  });
}
