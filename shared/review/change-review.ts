import { REVIEW_LIMITS, targetKey } from './review-record.ts';
import type {
  ReviewAcceptance,
  ReviewMark,
  ReviewNote,
  ReviewQuery,
  ReviewRecord,
  ReviewTarget,
  SavedView,
} from './review-record.ts';

/** The lists of a record that reviewers write, and what identifies an entry of each. */
const KEYS = {
  views: ({ id }: SavedView) => id,
  queries: ({ name }: ReviewQuery) => name,
  notes: ({ id }: ReviewNote) => id,
  marks: ({ target }: ReviewMark) => targetKey(target),
  acceptances: ({ fingerprint }: ReviewAcceptance) => fingerprint,
} as const;

/** A list is full; the message is for the user. */
export class ReviewLimit extends Error {}

/** Puts in a bookmark, or another state of the one with its id. */
export function putView(record: ReviewRecord, view: SavedView): ReviewRecord {
  return { ...record, views: put(record.views, view, KEYS.views, 'views') };
}

export function removeView(record: ReviewRecord, id: string): ReviewRecord {
  return { ...record, views: remove(record.views, id, KEYS.views) };
}

/** Puts in a query, or another text under its name. */
export function putQuery(record: ReviewRecord, query: ReviewQuery): ReviewRecord {
  return { ...record, queries: put(record.queries, query, KEYS.queries, 'queries') };
}

export function removeQuery(record: ReviewRecord, name: string): ReviewRecord {
  return { ...record, queries: remove(record.queries, name, KEYS.queries) };
}

/** Puts in a note, or another text of the one with its id. */
export function putNote(record: ReviewRecord, note: ReviewNote): ReviewRecord {
  return { ...record, notes: put(record.notes, note, KEYS.notes, 'notes') };
}

export function removeNote(record: ReviewRecord, id: string): ReviewRecord {
  return { ...record, notes: remove(record.notes, id, KEYS.notes) };
}

/** Marks targets; a mark that one has already is replaced. */
export function putMarks(record: ReviewRecord, marks: readonly ReviewMark[]): ReviewRecord {
  return { ...record, marks: putAll(record.marks, marks, KEYS.marks, 'marks') };
}

export function removeMarks(record: ReviewRecord, targets: readonly ReviewTarget[]): ReviewRecord {
  const gone = new Set(targets.map(targetKey));
  return { ...record, marks: record.marks.filter((mark) => !gone.has(KEYS.marks(mark))) };
}

/** Accepts findings; an acceptance that one has already is replaced. */
export function putAcceptances(record: ReviewRecord, acceptances: readonly ReviewAcceptance[]): ReviewRecord {
  return { ...record, acceptances: putAll(record.acceptances, acceptances, KEYS.acceptances, 'acceptances') };
}

export function removeAcceptances(record: ReviewRecord, fingerprints: readonly string[]): ReviewRecord {
  const gone = new Set(fingerprints);
  return { ...record, acceptances: record.acceptances.filter(({ fingerprint }) => !gone.has(fingerprint)) };
}

function put<Entry>(
  entries: readonly Entry[],
  entry: Entry,
  keyOf: (entry: Entry) => string,
  list: keyof typeof KEYS,
): readonly Entry[] {
  return putAll(entries, [entry], keyOf, list);
}

/** What is there already keeps its place. */
function putAll<Entry>(
  entries: readonly Entry[],
  added: readonly Entry[],
  keyOf: (entry: Entry) => string,
  list: keyof typeof KEYS,
): readonly Entry[] {
  const byKey = new Map(entries.map((entry) => [keyOf(entry), entry]));
  for (const entry of added) byKey.set(keyOf(entry), entry);
  if (byKey.size > REVIEW_LIMITS[list] && byKey.size > entries.length) {
    throw new ReviewLimit(`A review has at most ${REVIEW_LIMITS[list]} ${list}; remove some first.`);
  }
  return [...byKey.values()];
}

function remove<Entry>(entries: readonly Entry[], key: string, keyOf: (entry: Entry) => string): readonly Entry[] {
  return entries.filter((entry) => keyOf(entry) !== key);
}
