import { CARD } from '../style/card.ts';
import type { Box } from '../viewport.ts';
import type { DrawnNode } from './drawn-elements.ts';

/** The rectangle around cards, in graph units, whether Cytoscape has them yet or not. */
export function boundsOf(nodes: Iterable<DrawnNode>): Box {
  let box: Box | undefined;
  for (const { position } of nodes) {
    const { x1, y1, x2, y2 } = box ?? { x1: position.x, y1: position.y, x2: position.x, y2: position.y };
    box = {
      x1: Math.min(x1, position.x),
      y1: Math.min(y1, position.y),
      x2: Math.max(x2, position.x),
      y2: Math.max(y2, position.y),
    };
  }
  if (box === undefined) return { x1: 0, y1: 0, x2: 0, y2: 0 };
  const [across, down] = [CARD.width / 2, CARD.height / 2];
  return { x1: box.x1 - across, y1: box.y1 - down, x2: box.x2 + across, y2: box.y2 + down };
}

/** The rectangle around cards and what is drawn below them; the cards' where nothing is. */
export function withGround(cards: Box, ground: Box | undefined): Box {
  if (ground === undefined) return cards;
  return {
    x1: Math.min(cards.x1, ground.x1),
    y1: Math.min(cards.y1, ground.y1),
    x2: Math.max(cards.x2, ground.x2),
    y2: Math.max(cards.y2, ground.y2),
  };
}

/** The rectangle around rectangles; undefined where there are none. */
export function unionOf(boxes: readonly Box[]): Box | undefined {
  const [first, ...rest] = boxes;
  return first && rest.reduce((whole, box) => withGround(whole, box), first);
}
