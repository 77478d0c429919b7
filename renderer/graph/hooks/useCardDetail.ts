import type { Core } from 'cytoscape';
import { useEffect, useState } from 'react';
import type { LaidOutView } from '../../inventory/worker/protocol/packed-view.ts';
import { CARD, cardDetail } from '../style/card.ts';
import type { CardDetail } from '../style/card.ts';
import { fitViewport } from '../viewport.ts';

/** How much cards say at the present zoom. Before the first drawing: at the zoom in which it will be fitted. */
export function useCardDetail(cy: Core | undefined, laidOut: LaidOutView): CardDetail {
  const [detail, setDetail] = useState<CardDetail>();
  useEffect(() => {
    if (cy === undefined) return undefined;
    function update(): void {
      if (cy !== undefined) setDetail((before = 'full') => cardDetail(cy.zoom(), before));
    }
    cy.on('zoom', update);
    return () => void cy.off('zoom', update);
  }, [cy]);
  return detail ?? (cy === undefined ? 'full' : firstDetail(cy, laidOut));
}

function firstDetail(cy: Core, { view, positions }: LaidOutView): CardDetail {
  const places = view.nodes.flatMap(({ id }) => positions[id] ?? []);
  if (places.length === 0) return 'full';
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  const box = {
    x1: Math.min(...xs) - CARD.width / 2,
    y1: Math.min(...ys) - CARD.height / 2,
    x2: Math.max(...xs) + CARD.width / 2,
    y2: Math.max(...ys) + CARD.height / 2,
  };
  return cardDetail(fitViewport(box, { width: cy.width(), height: cy.height() }).zoom, 'full');
}
