import type { Acceptance } from '../findings/finding.ts';
import { targetKey } from './review-record.ts';
import type { ReviewMark, ReviewNote, ReviewRecord, ReviewTarget } from './review-record.ts';

/** A record by what its entries are about. */
export interface ReviewIndex {
  /** Oldest first, by key of the target. */
  readonly notes: ReadonlyMap<string, readonly ReviewNote[]>;
  readonly marks: ReadonlyMap<string, ReviewMark>;
}

const indexes = new WeakMap<ReviewRecord, ReviewIndex>();

/** Returns the index of a record, made once. Keys are those of `targetKey`. */
export function reviewIndex(record: ReviewRecord): ReviewIndex {
  const known = indexes.get(record) ?? makeIndex(record);
  indexes.set(record, known);
  return known;
}

/** The notes at a target, oldest first. */
export function notesAt(record: ReviewRecord, target: ReviewTarget): readonly ReviewNote[] {
  return reviewIndex(record).notes.get(targetKey(target)) ?? [];
}

export function markAt(record: ReviewRecord, target: ReviewTarget): ReviewMark | undefined {
  return reviewIndex(record).marks.get(targetKey(target));
}

/** What is accepted, by fingerprint, as the findings take it (`acceptKnown`). */
export function acceptancesOf({ acceptances }: Pick<ReviewRecord, 'acceptances'>): ReadonlyMap<string, Acceptance> {
  return new Map(
    acceptances.map(({ fingerprint, reason, expires, author, time }) => [
      fingerprint,
      { reason, ...(expires === undefined ? {} : { expires }), source: 'review', author, time },
    ]),
  );
}

function makeIndex({ notes, marks }: ReviewRecord): ReviewIndex {
  const byTarget = new Map<string, ReviewNote[]>();
  for (const note of notes) {
    const key = targetKey(note.target);
    const list = byTarget.get(key);
    if (list === undefined) byTarget.set(key, [note]);
    else list.push(note);
  }
  return { notes: byTarget, marks: new Map(marks.map((mark) => [targetKey(mark.target), mark])) };
}
