import type { EventObject } from 'cytoscape';
import type { GraphLinks } from '../links/graph-links.ts';

/** How near to a link the pointer must be to be on it, in CSS pixels. */
const REACH = 8;

/** The link at which something happened on the ground; undefined on a card and where there is none. */
export function linkUnder({ cy, target, position }: EventObject, links: GraphLinks | undefined): string | undefined {
  return target === cy ? links?.at(position, REACH / cy.zoom()) : undefined;
}
