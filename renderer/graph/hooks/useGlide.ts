import type { Core } from 'cytoscape';
import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import type { LaidOutView } from '../../inventory/worker/protocol/packed-view.ts';
import { GLIDE_TIME, glides, placesAfter } from '../elements/glide.ts';

/**
 * Lets the cards of a small view glide to their new places when it is arranged anew, where motion is allowed; `links` are not seen
 * meanwhile. Must come before the hook that writes the drawing: it looks where cards are before that.
 */
export function useGlide(
  cy: Core | undefined,
  links: RefObject<HTMLElement | null>,
  { view, positions }: LaidOutView,
  reducedMotion: boolean,
): void {
  useLayoutEffect(() => {
    if (cy === undefined || cy.destroyed() || reducedMotion) return undefined;
    const moving = glides(
      view.nodes.map(({ id }) => id),
      (id) => {
        const node = cy.getElementById(id);
        return node.empty() ? undefined : { ...node.position() };
      },
      positions,
    );
    const linkLayer = links.current;
    if (moving.length === 0 || linkLayer === null) return undefined;
    let began: number | undefined;
    function place(share: number): void {
      if (cy === undefined || cy.destroyed()) return;
      cy.batch(() => {
        for (const [id, position] of placesAfter(moving, share)) cy.getElementById(id).position({ ...position });
      });
    }
    let isUnderWay = true;
    function arrive(): void {
      if (!isUnderWay) return;
      isUnderWay = false;
      cancelAnimationFrame(frame);
      place(1);
      linkLayer?.removeAttribute('data-gliding');
      cy?.off('grab', arrive);
    }
    function step(now: number): void {
      began ??= now;
      const share = (now - began) / GLIDE_TIME;
      if (share >= 1) {
        arrive();
        return;
      }
      place(share);
      frame = requestAnimationFrame(step);
    }
    linkLayer.setAttribute('data-gliding', '');
    // Asked for before Cytoscape asks for its own frame: what it paints first are the old places.
    let frame = requestAnimationFrame(step);
    cy.on('grab', arrive);
    return arrive;
  }, [cy, links, view, positions, reducedMotion]);
}
