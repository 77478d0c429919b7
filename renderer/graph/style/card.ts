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
  /** Titles of `compact` cards: two lines of this size and no subtitle. */
  compactTitleSize: 16,
} as const;

/** How far badges may reach over the card's border; must not be less than what `node-image.ts` draws there. */
export const IMAGE_MARGIN = 10;

/** Width of a title beside nothing else. */
export const TEXT_WIDTH = CARD.width - CARD.textLeft - CARD.textRight;

/**
 * How much a card says. `compact`: seen from afar, the title only, larger and on two lines. `far`: too small to read anything, so
 * that how many of its links are not drawn is left out; this is what changes on thousands of cards at once.
 */
export type CardDetail = 'full' | 'compact' | 'far';

/** Between the two nothing changes, so that cards do not flicker while one zooms about the border. */
const COMPACT_BELOW = 0.72;
const FULL_ABOVE = 0.8;
const FAR_BELOW = 0.34;
const COMPACT_ABOVE = 0.4;

/** The detail at a zoom, when it was `before` so far. */
export function cardDetail(zoom: number, before: CardDetail): CardDetail {
  if (zoom < FAR_BELOW || (before === 'far' && zoom <= COMPACT_ABOVE)) return 'far';
  if (zoom < COMPACT_BELOW) return 'compact';
  return zoom > FULL_ABOVE || before === 'full' ? 'full' : 'compact';
}
