import type { ViewSpec } from '../../../../shared/graph/view.ts';
import { NODE_HEIGHT, NODE_WIDTH } from './node-size.ts';

/** Distances a layout keeps, in graph units. */
export interface Pitch {
  /** From the top of a card to the top of the next one. */
  readonly row: number;
  /** From the left of a card to the left of the next column's card. */
  readonly column: number;
  /** Least distance between the centres of two cards, one of which must hold, so that they do not touch. */
  readonly clearX: number;
  readonly clearY: number;
  /** Between two roles or two ranks: room for the bundle of links, no more; the wider the picture, the smaller its text. */
  readonly roleGap: number;
  /** The same where links are so few that each carries the name of its relation. */
  readonly labelledRoleGap: number;
  /** Between two circles, and along a link that pulls: what the usual distance is multiplied by. */
  readonly stretch: number;
}

export const NORMAL_PITCH = pitch(8, 32, 80, 1);

const PITCHES: Readonly<Record<NonNullable<ViewSpec['spacing']>, Pitch>> = {
  compact: pitch(4, 20, 56, 0.8),
  wide: pitch(28, 72, 150, 1.5),
};

const MOST_LABELLED_LINKS = 60;

function pitch(betweenRows: number, betweenColumns: number, betweenRoles: number, stretch: number): Pitch {
  return {
    row: NODE_HEIGHT + betweenRows,
    column: NODE_WIDTH + betweenColumns,
    clearX: NODE_WIDTH + betweenColumns / 2,
    clearY: NODE_HEIGHT + betweenRows,
    roleGap: betweenRoles,
    labelledRoleGap: betweenRoles * 1.5,
    stretch,
  };
}

/** Returns the distances of a spacing. */
export function pitchOf(spacing: ViewSpec['spacing']): Pitch {
  return spacing === undefined ? NORMAL_PITCH : PITCHES[spacing];
}

/** Returns the room between two roles for so many links. */
export function roleGap(links: number, { roleGap: usual, labelledRoleGap }: Pitch): number {
  return links <= MOST_LABELLED_LINKS ? labelledRoleGap : usual;
}
