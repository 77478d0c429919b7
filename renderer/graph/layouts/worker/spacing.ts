import { NODE_HEIGHT, NODE_WIDTH } from './node-size.ts';

/** Between the roles: room for the bundle of links, no more; the wider the picture, the smaller its text. */
const ROLE_GAP = 80;
/** The same where links are so few that each carries the name of its relation. */
const LABELLED_ROLE_GAP = 120;
const MOST_LABELLED_LINKS = 60;

/** Returns the room between two roles for so many links. */
export function roleGap(links: number): number {
  return links <= MOST_LABELLED_LINKS ? LABELLED_ROLE_GAP : ROLE_GAP;
}

/** Between the columns of one role. */
export const SUB_COLUMN_GAP = 32;
/** From the top of a card to the top of the next one. */
export const ROW_PITCH = NODE_HEIGHT + 8;
/** From the left of a card to the left of the next column's card. */
export const COLUMN_PITCH = NODE_WIDTH + SUB_COLUMN_GAP;
/** Least distance between the centres of two cards, one of which must hold, so that they do not touch. */
export const CLEAR_X = NODE_WIDTH + 16;
export const CLEAR_Y = NODE_HEIGHT + 8;
