import type { Core } from 'cytoscape';
import { useLayoutEffect } from 'react';
import type { Viewport } from '../viewport.ts';

/** Calls `show` now and, once a frame at most, whenever the viewport or the canvas's size changed. */
export function useViewport(cy: Core | undefined, show: (viewport: Viewport, cy: Core) => void): void {
  useLayoutEffect(() => {
    if (cy === undefined) return undefined;
    let frame = 0;
    function update(): void {
      frame = 0;
      if (cy !== undefined && !cy.destroyed()) show({ zoom: cy.zoom(), pan: cy.pan() }, cy);
    }
    function schedule(): void {
      if (frame === 0) frame = requestAnimationFrame(update);
    }
    update();
    cy.on('viewport resize', schedule);
    return () => {
      cancelAnimationFrame(frame);
      cy.off('viewport resize', schedule);
    };
  }, [cy, show]);
}
