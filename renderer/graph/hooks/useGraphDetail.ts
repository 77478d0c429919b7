import type { Core } from 'cytoscape';
import { useEffect } from 'react';

/** Relations are written on all of at most so many edges, from a zoom on: with more, they would cover each other. */
const NAMED_EDGES = [
  { edges: 60, zoom: 0.8 },
  { edges: 400, zoom: 1.6 },
] as const;
/** From so many elements on, links are not drawn during a gesture: most of each frame would go into them. */
const HEAVY = 1_500;
/** From so many on, a gesture moves a picture of the graph, which is blurred and ends at the window's border. */
const VERY_HEAVY = 6_000;

/** Fields of Cytoscape's canvas renderer that its constructor sets from options of the same names. */
interface GestureOptions {
  hideEdgesOnViewport: boolean;
  textureOnViewport: boolean;
}

/**
 * Level of detail: hides edges during gestures in heavy drawings, and writes the relations on all edges while the zoom leaves room for them. Cytoscape's own threshold (`min-zoomed-font-size`) knows
 * powers of two only and depends on the screen's pixel ratio.
 */
export function useGraphDetail(cy: Core | undefined, drawing: ReadonlyMap<string, unknown>): void {
  useEffect(() => {
    if (cy === undefined) return undefined;
    let readable = false;
    function update(): void {
      if (cy === undefined) return;
      const edges = cy.edges().length;
      const room = NAMED_EDGES.some((limit) => edges <= limit.edges && cy.zoom() >= limit.zoom);
      if (room === readable) return;
      readable = !readable;
      cy.batch(() => cy.edges().toggleClass('readable', readable));
    }
    cy.batch(() => cy.edges('.readable').removeClass('readable'));
    update();
    const renderer = rendererOf(cy);
    renderer.hideEdgesOnViewport = drawing.size > HEAVY;
    renderer.textureOnViewport = drawing.size > VERY_HEAVY;
    cy.on('zoom', update);
    return () => void cy.off('zoom', update);
  }, [cy, drawing]);
}

/** The renderer is reachable, but not part of the declared types. */
function rendererOf(cy: Core): GestureOptions {
  return (cy as unknown as { renderer(): GestureOptions }).renderer();
}
