import type { Core } from 'cytoscape';
import { useEffect } from 'react';
import { boundsOf, withGround } from '../elements/bounds.ts';
import type { Drawing } from '../elements/write-drawing.ts';
import { fitViewport, revealed } from '../viewport.ts';
import type { Box, Size, Viewport } from '../viewport.ts';

/**
 * What happens when the window or a pane changes the canvas's size: a graph that was fitted, and not moved since, is fitted again; else
 * a single selected node that was in sight stays in sight.
 */
export function useGraphResize(cy: Core | undefined, drawing: Drawing, ground: Box | undefined): void {
  useEffect(() => {
    if (cy === undefined) return undefined;
    let before: Size = { width: cy.width(), height: cy.height() };
    function resized(): void {
      if (cy === undefined) return;
      const now = { width: cy.width(), height: cy.height() };
      if (now.width === before.width && now.height === before.height) return;
      const viewport = cy.animated() ? undefined : afterResize(cy, { drawing, ground }, before, now);
      before = now;
      if (viewport !== undefined) cy.viewport({ zoom: viewport.zoom, pan: { ...viewport.pan } });
    }
    cy.on('resize', resized);
    return () => void cy.off('resize', resized);
  }, [cy, drawing, ground]);
}

interface Drawn {
  readonly drawing: Drawing;
  readonly ground: Box | undefined;
}

function afterResize(cy: Core, { drawing, ground }: Drawn, before: Size, now: Size): Viewport | undefined {
  const viewport = { zoom: cy.zoom(), pan: cy.pan() };
  if (drawing.size === 0) return undefined;
  const whole = withGround(boundsOf(drawing.values()), ground);
  if (sameView(viewport, fitViewport(whole, before))) return fitViewport(whole, now);
  const selected = cy.nodes(':selected');
  if (selected.length !== 1) return undefined;
  const box = boundsOf(selected.toArray().flatMap((node) => drawing.get(node.id()) ?? []));
  const wasInSight = revealed(viewport, box, before, false) === undefined;
  return wasInSight ? revealed(viewport, box, now, false) : undefined;
}

/** Whether two viewports differ by less than can be seen. */
function sameView(one: Viewport, other: Viewport): boolean {
  return (
    Math.abs(one.zoom - other.zoom) < 0.001 &&
    Math.abs(one.pan.x - other.pan.x) < 1 &&
    Math.abs(one.pan.y - other.pan.y) < 1
  );
}
