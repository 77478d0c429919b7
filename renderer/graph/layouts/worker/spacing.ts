import { NODE_HEIGHT, NODE_WIDTH } from './node-size.ts';

/** Between the roles: room for the bundle of links, no more; the wider the picture, the smaller its text. */
export const ROLE_GAP = 80;
/** Between the columns of one role. */
export const SUB_COLUMN_GAP = 32;
/** From the top of a card to the top of the next one. */
export const ROW_PITCH = NODE_HEIGHT + 8;
/** From the left of a card to the left of the next column's card. */
export const COLUMN_PITCH = NODE_WIDTH + SUB_COLUMN_GAP;
/** Least distance between the centres of two cards, one of which must hold, so that they do not touch. */
export const CLEAR_X = NODE_WIDTH + 16;
export const CLEAR_Y = NODE_HEIGHT + 8;
