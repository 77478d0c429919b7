import { NODE_HEIGHT, NODE_WIDTH } from '../layouts/worker/node-size.ts';

/** Measures of a node's card in graph units; the layout keeps them free. */
export const CARD = {
  width: NODE_WIDTH,
  height: NODE_HEIGHT,
  /** Where title and subtitle begin, from the card's left side. */
  textLeft: 44,
  /** Space kept free right of the text. */
  textRight: 10,
  titleSize: 12,
  titleWeight: 600,
  subtitleSize: 10.5,
} as const;

/** How far badges may reach over the card's border; must not be less than what `node-image.ts` draws there. */
export const IMAGE_MARGIN = 10;

/** Width of a title beside nothing else. */
export const TEXT_WIDTH = CARD.width - CARD.textLeft - CARD.textRight;
