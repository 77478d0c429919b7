import type { Core } from 'cytoscape';
import { useEffect } from 'react';
import { EDGE_LABEL_ZOOM } from '../style/stylesheet.ts';

/** Names on more edges than this would cover each other at any zoom, and cost frames. */
const NAMED_EDGES = 400;
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
      const room = cy.zoom() >= EDGE_LABEL_ZOOM && cy.edges().length <= NAMED_EDGES;
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
