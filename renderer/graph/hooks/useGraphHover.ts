import type { CollectionReturnValue, Core, EventObject, NodeSingular } from 'cytoscape';
import { useEffect, useState } from 'react';
import { type GraphLinks, NAMED_LIMIT } from '../links/graph-links.ts';
import type { Box } from '../viewport.ts';
import { linkUnder } from './link-under.ts';

/** What the pointer rests on, and the part of the canvas (CSS pixels) that a tooltip must not cover: the node or the pointer. */
export interface Hover {
  readonly group: 'nodes' | 'edges';
  readonly id: string;
  readonly area: Box;
}

/** The pointer must rest this long, so that crossing the canvas does not make it flicker. */
const REST = 110;
/** Above this many nodes and links only the links light up: dimming all others would take longer than a frame or two. */
const DIM_LIMIT = 900;

/**
 * Emphasises what the pointer rests on: the element itself, its links and their other ends; the rest is dimmed. Returns it for
 * the tooltip.
 */
export function useGraphHover(cy: Core | undefined, links: GraphLinks | undefined): Hover | undefined {
  const [hover, setHover] = useState<Hover>();
  useEffect(() => {
    if (cy === undefined || links === undefined) return undefined;
    const emphasis = createEmphasis(cy, links);
    const container = cy.container();
    let timer: number | undefined;
    let isCalm = true;

    function rest(act: () => Hover | undefined, delay = REST): void {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        if (cy === undefined || cy.destroyed()) return;
        const found = act();
        if (found === undefined && isCalm) return;
        isCalm = found === undefined;
        if (isCalm) emphasis.end();
        setHover(found);
      }, delay);
    }
    function enter(event: EventObject): void {
      const node = event.target as NodeSingular;
      rest(() => {
        if (node.removed()) return undefined;
        emphasis.node(node);
        return { group: 'nodes', id: node.id(), area: node.renderedBoundingBox({ includeOverlays: false }) };
      });
    }
    function leave(): void {
      rest(() => undefined, REST / 2);
    }
    function overGround(event: EventObject): void {
      if (event.target !== event.cy) return;
      const { x, y } = event.renderedPosition;
      rest(() => {
        const id = linkUnder(event, links);
        if (id === undefined) return undefined;
        emphasis.link(id);
        return { group: 'edges', id, area: { x1: x, y1: y, x2: x, y2: y } };
      });
    }
    cy.on('mouseover', 'node', enter);
    cy.on('mouseout', 'node', leave);
    cy.on('mousemove', overGround);
    cy.on('tapstart pan zoom', leave);
    container?.addEventListener('mouseleave', leave);
    return () => {
      clearTimeout(timer);
      cy.off('mouseover', 'node', enter);
      cy.off('mouseout', 'node', leave);
      cy.off('mousemove', overGround);
      cy.off('tapstart pan zoom', leave);
      container?.removeEventListener('mouseleave', leave);
    };
  }, [cy, links]);
  return hover;
}

interface Emphasis {
  node(node: NodeSingular): void;
  link(id: string): void;
  end(): void;
}

/** Emphasises one thing in the place of what was so far. */
function createEmphasis(cy: Core, links: GraphLinks): Emphasis {
  let touched: CollectionReturnValue | undefined;

  function show(link: string | undefined, lit: readonly string[], hovered: readonly string[], near: Iterable<string>) {
    links.mark('hovered', link === undefined ? [] : [link]);
    links.mark('lit-named', lit.length <= NAMED_LIMIT ? lit : []);
    links.mark('lit', lit.length <= NAMED_LIMIT ? [] : lit);
    const dims = cy.nodes().length + links.count <= DIM_LIMIT && (link !== undefined || hovered.length > 0);
    links.recede('hover', dims);
    cy.batch(() => {
      touched?.removeClass('hovered dimmed');
      touched = cy.collection();
      for (const id of hovered) touched.merge(cy.getElementById(id).addClass('hovered'));
      if (!dims) return;
      const nearby = new Set(near);
      touched.merge(
        cy
          .nodes()
          .filter((node) => !nearby.has(node.id()))
          .addClass('dimmed'),
      );
    });
  }

  return {
    node(node) {
      const lit = links.linksAt(node.id());
      const near = lit.flatMap((id) => links.endsOf(id) ?? []);
      show(undefined, lit, [node.id()], [node.id(), ...near]);
    },
    link: (id) => show(id, [], [], links.endsOf(id) ?? []),
    end: () => show(undefined, [], [], []),
  };
}
