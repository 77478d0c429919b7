import { EMPTY_REVIEW, targetKey } from './review-record.ts';
import type { Authored, ReviewQuery, ReviewRecord, SavedTab } from './review-record.ts';

/**
 * One record of two, such as those of two snapshots. Of entries of the same identity the one changed last stands; queries of the
 * same name and different texts both stay, the second under another name. Nothing is left out.
 */
export function mergeReviews(first: ReviewRecord, second: ReviewRecord): ReviewRecord {
  if (first === EMPTY_REVIEW) return second;
  const findingsBefore = latest(first.findingsBefore, second.findingsBefore);
  return {
    views: mergeLists(first.views, second.views, ({ id }) => id),
    tabs: mergeTabs(first.tabs, second.tabs),
    queries: second.queries.reduce(addQuery, first.queries),
    notes: mergeLists(first.notes, second.notes, ({ id }) => id),
    marks: mergeLists(first.marks, second.marks, ({ target }) => targetKey(target)),
    acceptances: mergeLists(first.acceptances, second.acceptances, ({ fingerprint }) => fingerprint),
    ...(findingsBefore === undefined ? {} : { findingsBefore }),
  };
}

function mergeLists<Entry extends Authored>(
  first: readonly Entry[],
  second: readonly Entry[],
  keyOf: (entry: Entry) => string,
): readonly Entry[] {
  const byKey = new Map(first.map((entry) => [keyOf(entry), entry]));
  for (const entry of second) {
    const key = keyOf(entry);
    byKey.set(key, latest(byKey.get(key), entry) ?? entry);
  }
  return [...byKey.values()].toSorted((left, right) => Date.parse(left.time) - Date.parse(right.time));
}

/** Those of the second come after, without the mark of being in front. */
function mergeTabs(first: readonly SavedTab[], second: readonly SavedTab[]): readonly SavedTab[] {
  const known = new Set(first.map(({ id }) => id));
  const added = second.filter(({ id }) => !known.has(id));
  return first.length === 0 ? added : [...first, ...added.map(({ active: _active, ...tab }) => tab)];
}

function addQuery(queries: readonly ReviewQuery[], added: ReviewQuery): readonly ReviewQuery[] {
  const same = queries.find(({ name }) => name === added.name);
  if (same === undefined) return [...queries, added];
  if (same.query === added.query) return queries;
  const names = new Set(queries.map(({ name }) => name));
  let number = 2;
  while (names.has(`${added.name} (${number})`)) number += 1;
  const other = queries.find(({ name, query }) => query === added.query && name.startsWith(`${added.name} (`));
  return other === undefined ? [...queries, { ...added, name: `${added.name} (${number})` }] : queries;
}

function latest<Entry extends { readonly time: string }>(
  first: Entry | undefined,
  second: Entry | undefined,
): Entry | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return Date.parse(second.time) > Date.parse(first.time) ? second : first;
}
