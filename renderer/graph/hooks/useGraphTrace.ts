import type { Core } from 'cytoscape';
import { useLayoutEffect } from 'react';
import type { LitElements } from '../traced-elements.ts';

/** Dims all that a trace does not light up. */
export function useGraphTrace(
  cy: Core | undefined,
  drawing: ReadonlyMap<string, unknown>,
  lit: LitElements | undefined,
): void {
  useLayoutEffect(() => {
    if (cy === undefined || cy.destroyed() || drawing.size === 0) return;
    cy.batch(() => {
      if (lit === undefined) {
        cy.elements('.faded, .traced').removeClass('faded traced');
        return;
      }
      for (const element of cy.elements().toArray()) {
        const isLit = element.group() === 'nodes' ? lit.nodes.has(element.id()) : lit.edges.has(element.id());
        element.toggleClass('faded', !isLit);
        if (element.group() === 'edges') element.toggleClass('traced', isLit);
      }
    });
  }, [cy, drawing, lit]);
}
