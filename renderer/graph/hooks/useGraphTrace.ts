import type { Core } from 'cytoscape';
import { useLayoutEffect } from 'react';
import { setClass } from '../elements/set-class.ts';
import type { GraphLinks } from '../links/graph-links.ts';
import type { LitElements } from '../traced-elements.ts';

/** Dims all that a trace does not light up. */
export function useGraphTrace(
  cy: Core | undefined,
  links: GraphLinks | undefined,
  drawing: ReadonlyMap<string, unknown>,
  lit: LitElements | undefined,
): void {
  useLayoutEffect(() => {
    links?.recede('trace', lit !== undefined);
    links?.mark('traced', [...(lit?.edges ?? [])]);
  }, [links, lit]);
  useLayoutEffect(() => {
    if (cy === undefined || cy.destroyed() || drawing.size === 0) return;
    cy.batch(() => {
      if (lit === undefined) cy.nodes('.faded').removeClass('faded');
      else for (const node of cy.nodes().toArray()) setClass(node, 'faded', !lit.nodes.has(node.id()));
    });
  }, [cy, drawing, lit]);
}
