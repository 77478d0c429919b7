import type { Core } from 'cytoscape';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { DrawnNode } from '../elements/drawn-elements.ts';
import { boundsOf, withGround } from '../elements/bounds.ts';
import type { GraphHandle } from '../graph-callbacks.ts';
import { fitViewport, panned, revealed, zoomedBy, zoomedTo } from '../viewport.ts';
import type { Box, Size, Viewport } from '../viewport.ts';

const ZOOM_STEP = 1.3;
const DURATION = 180;
/** Cytoscape's names for what the user does to the viewport with a pointer. */
const BY_HAND = 'dragpan scrollzoom pinchzoom';

/** The viewport's part of the canvas's handle. `reveal` is `centre` without zooming. */
export type ViewportActions = Pick<
  GraphHandle,
  'fit' | 'fitSelection' | 'pan' | 'zoomIn' | 'zoomOut' | 'zoomReset' | 'centre' | 'viewport' | 'show' | 'isUntouched'
> & { readonly reveal: (id: string) => void };

interface ViewportOptions {
  readonly reducedMotion: boolean;
  readonly growing: boolean;
  /** What is drawn below the cards and reaches over them. */
  readonly ground: Box | undefined;
}

/**
 * Moves the viewport when asked, and by itself while nobody has: the first drawing that is not empty is fitted, and what follows
 * as long as it is `growing` and the user has neither moved nor zoomed. After that a changed view leaves it alone, so that what
 * the user looks at stays in place.
 */
export function useGraphViewport(
  cy: Core | undefined,
  drawing: ReadonlyMap<string, DrawnNode>,
  { reducedMotion, growing, ground }: ViewportOptions,
): ViewportActions {
  const fitted = useRef<Core>(undefined);
  const touched = useRef(false);
  // Of what is to be seen, not of what Cytoscape has of it so far.
  const drawn = useRef(drawing);
  useLayoutEffect(() => {
    drawn.current = drawing;
  }, [drawing]);
  useLayoutEffect(() => {
    if (cy === undefined || drawing.size === 0) return;
    if (fitted.current === cy && (!growing || touched.current)) return;
    fitted.current = cy;
    cy.resize();
    cy.viewport(copy(fitViewport(withGround(boundsOf(drawing.values()), ground), screenOf(cy))));
  }, [cy, drawing, growing, ground]);
  useEffect(() => {
    if (cy === undefined) return undefined;
    const touch = (): void => {
      touched.current = true;
    };
    cy.on(BY_HAND, touch);
    return () => {
      cy.off(BY_HAND, touch);
    };
  }, [cy]);

  return useMemo(() => {
    function go(viewport: Viewport | undefined): void {
      if (cy === undefined || viewport === undefined) return;
      touched.current = true;
      cy.stop();
      if (reducedMotion) cy.viewport(copy(viewport));
      else cy.animate(copy(viewport), { duration: DURATION, easing: 'ease-out-cubic' });
    }
    function fit(nodes: readonly DrawnNode[]): void {
      if (cy === undefined || nodes.length === 0) return;
      // Cytoscape hears of a new size 100 ms late: a pane may have opened just now.
      cy.resize();
      const isWhole = nodes.length === drawn.current.size;
      go(fitViewport(isWhole ? withGround(boundsOf(nodes), ground) : boundsOf(nodes), screenOf(cy)));
    }
    function show(id: string, legible: boolean): void {
      const node = drawn.current.get(id);
      if (cy === undefined || node === undefined) return;
      cy.resize();
      go(revealed(viewportOf(cy), boundsOf([node]), screenOf(cy), legible));
    }
    return {
      fit: () => {
        fit([...drawn.current.values()]);
        touched.current = false;
      },
      fitSelection: () => {
        const all = [...drawn.current.values()];
        const selected = all.filter(({ id }) => cy?.getElementById(id).selected() === true);
        fit(selected.length > 0 ? selected : all);
      },
      pan: (direction) => cy && go(panned(viewportOf(cy), direction, screenOf(cy))),
      zoomIn: () => cy && go(zoomedBy(viewportOf(cy), ZOOM_STEP, screenOf(cy))),
      zoomOut: () => cy && go(zoomedBy(viewportOf(cy), 1 / ZOOM_STEP, screenOf(cy))),
      zoomReset: () => cy && go(zoomedTo(viewportOf(cy), 1, screenOf(cy))),
      centre: (id) => show(id, true),
      reveal: (id) => show(id, false),
      viewport: () => (cy === undefined || cy.nodes().empty() ? undefined : copy(viewportOf(cy))),
      show: (viewport) => {
        if (cy === undefined) return;
        touched.current = true;
        cy.stop();
        cy.viewport(copy(viewport));
      },
      isUntouched: () => !touched.current,
    };
  }, [cy, reducedMotion, ground]);
}

function viewportOf(cy: Core): Viewport {
  return { zoom: cy.zoom(), pan: cy.pan() };
}

function screenOf(cy: Core): Size {
  return { width: cy.width(), height: cy.height() };
}

function copy(viewport: Viewport): { zoom: number; pan: { x: number; y: number } } {
  return { zoom: viewport.zoom, pan: { ...viewport.pan } };
}
