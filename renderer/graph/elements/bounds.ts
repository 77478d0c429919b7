import { CARD } from '../style/card.ts';
import type { Box } from '../viewport.ts';
import type { DrawnElement } from './drawn-elements.ts';

/** The rectangle around all cards of a drawing, in graph units, whether Cytoscape has them yet or not. */
export function boundsOf(drawing: ReadonlyMap<string, DrawnElement>): Box {
  const places = [...drawing.values()].flatMap((element) => (element.group === 'nodes' ? [element.position] : []));
  if (places.length === 0) return { x1: 0, y1: 0, x2: 0, y2: 0 };
  const across = places.map(({ x }) => x);
  const down = places.map(({ y }) => y);
  return {
    x1: Math.min(...across) - CARD.width / 2,
    y1: Math.min(...down) - CARD.height / 2,
    x2: Math.max(...across) + CARD.width / 2,
    y2: Math.max(...down) + CARD.height / 2,
  };
}
