import type { Mark } from './review-record.ts';

/** Marks as people say them. */
export const MARK_WORDS: Readonly<Record<Mark, string>> = {
  'to-check': 'to check',
  accepted: 'accepted',
  owned: 'owned',
};
