import type { z } from 'zod';
import type { JsonObject, JsonValue } from '../json.ts';
import { isJsonObject } from '../json.ts';
import { EMPTY_REVIEW, REVIEW_LIMITS } from './review-record.ts';
import type {
  FindingsBefore,
  ReviewAcceptance,
  ReviewMark,
  ReviewNote,
  ReviewQuery,
  ReviewRecord,
  SavedTab,
  SavedView,
} from './review-record.ts';
import { reviewSchemas } from './review-schema.ts';

/** One entry of a record, as a row of a file has it. */
export type ReviewEntry =
  | { readonly entry: 'view'; readonly view: SavedView }
  /** `place`: its place among the tabs. */
  | { readonly entry: 'tab'; readonly place: number; readonly tab: SavedTab }
  | { readonly entry: 'query'; readonly query: ReviewQuery }
  | { readonly entry: 'note'; readonly note: ReviewNote }
  | { readonly entry: 'mark'; readonly mark: ReviewMark }
  | { readonly entry: 'acceptance'; readonly acceptance: ReviewAcceptance }
  | { readonly entry: 'findingsBefore'; readonly findingsBefore: FindingsBefore };

/** An entry, or what is wrong with it, as a sentence for the user. */
export type EntryReading =
  | { readonly ok: true; readonly entry: ReviewEntry }
  | { readonly ok: false; readonly reason: string };

/** A record from its entries, and how many were left out because a list was full. */
export interface GatheredReview {
  readonly record: ReviewRecord;
  readonly beyond: number;
}

/** The entries of a record, in its order. */
export function entriesOfReview(record: ReviewRecord): readonly ReviewEntry[] {
  const { views, tabs, queries, notes, marks, acceptances, findingsBefore } = record;
  return [
    ...views.map((view): ReviewEntry => ({ entry: 'view', view })),
    ...tabs.map((tab, place): ReviewEntry => ({ entry: 'tab', place, tab })),
    ...queries.map((query): ReviewEntry => ({ entry: 'query', query })),
    ...notes.map((note): ReviewEntry => ({ entry: 'note', note })),
    ...marks.map((mark): ReviewEntry => ({ entry: 'mark', mark })),
    ...acceptances.map((acceptance): ReviewEntry => ({ entry: 'acceptance', acceptance })),
    ...(findingsBefore === undefined ? [] : [{ entry: 'findingsBefore', findingsBefore } as const]),
  ];
}

/** Reads one entry of a file. Fields that entries do not have are left out. */
export function readReviewEntry(value: JsonValue): EntryReading {
  if (!isJsonObject(value)) return { ok: false, reason: 'This entry of the review is no object; it was passed over.' };
  const sort = value['entry'];
  const schema = typeof sort === 'string' && isSort(sort) ? reviewSchemas[sort] : undefined;
  if (typeof sort !== 'string' || schema === undefined) {
    return {
      ok: false,
      reason:
        'This entry of the review is of a sort that this version of the program does not know; it was passed over.',
    };
  }
  const parsed: z.ZodSafeParseResult<unknown> = schema.safeParse(value[sort]);
  if (!parsed.success) return { ok: false, reason: describeIssues(sort, parsed.error) };
  // What the schema of this sort let through is an entry of this sort.
  const entry = {
    entry: sort,
    [sort]: parsed.data,
    ...(sort === 'tab' ? { place: placeOf(value) } : {}),
  } as ReviewEntry;
  return { ok: true, entry };
}

/** Puts entries together, in the order of their times, so that it does not depend on that of the file. */
export function gatherReview(entries: readonly ReviewEntry[]): GatheredReview {
  const views: SavedView[] = [];
  const tabs: { readonly place: number; readonly tab: SavedTab }[] = [];
  const queries: ReviewQuery[] = [];
  const notes: ReviewNote[] = [];
  const marks: ReviewMark[] = [];
  const acceptances: ReviewAcceptance[] = [];
  let findingsBefore: FindingsBefore | undefined;
  let beyond = 0;
  function take<Entry>(list: Entry[], entry: Entry, limit: number): void {
    if (list.length < limit) list.push(entry);
    else beyond += 1;
  }
  for (const each of entries) {
    switch (each.entry) {
      case 'view':
        take(views, each.view, REVIEW_LIMITS.views);
        break;
      case 'tab':
        take(tabs, each, REVIEW_LIMITS.tabs);
        break;
      case 'query':
        take(queries, each.query, REVIEW_LIMITS.queries);
        break;
      case 'note':
        take(notes, each.note, REVIEW_LIMITS.notes);
        break;
      case 'mark':
        take(marks, each.mark, REVIEW_LIMITS.marks);
        break;
      case 'acceptance':
        take(acceptances, each.acceptance, REVIEW_LIMITS.acceptances);
        break;
      case 'findingsBefore':
        ({ findingsBefore } = each);
        break;
    }
  }
  const record: ReviewRecord = {
    ...EMPTY_REVIEW,
    views: views.toSorted(byTime),
    tabs: tabs.toSorted((left, right) => left.place - right.place).map(({ tab }) => tab),
    queries: queries.toSorted((left, right) => (left.name < right.name ? -1 : 1)),
    notes: notes.toSorted(byTime),
    marks: marks.toSorted(byTime),
    acceptances: acceptances.toSorted(byTime),
    ...(findingsBefore === undefined ? {} : { findingsBefore }),
  };
  return { record, beyond };
}

/** What a reviewer made, without the words for what it is. */
export function contentOfEntry(entry: ReviewEntry): object {
  switch (entry.entry) {
    case 'view':
      return entry.view;
    case 'tab':
      return entry.tab;
    case 'query':
      return entry.query;
    case 'note':
      return entry.note;
    case 'mark':
      return entry.mark;
    case 'acceptance':
      return entry.acceptance;
    case 'findingsBefore':
      return entry.findingsBefore;
  }
}

/** The row of a file for an entry. */
export function reviewRow(entry: ReviewEntry): JsonObject {
  // Entries are plain data: interfaces only lack the index signature of JsonObject.
  return entry as unknown as JsonObject;
}

function isSort(sort: string): sort is keyof typeof reviewSchemas {
  return Object.hasOwn(reviewSchemas, sort);
}

function placeOf({ place }: JsonObject): number {
  return typeof place === 'number' && Number.isFinite(place) ? place : 0;
}

function describeIssues(sort: string, error: z.ZodError): string {
  const fields = error.issues.map(({ path }) => path.map(String).join('.')).filter((field) => field !== '');
  const where = fields.length === 0 ? '' : ` (${[...new Set(fields)].slice(0, 5).join(', ')})`;
  return `This ${WORDS[sort] ?? 'entry'} of the review is not as it should be${where}; it was passed over.`;
}

const WORDS: Readonly<Record<string, string>> = {
  view: 'bookmark',
  tab: 'open view',
  query: 'saved query',
  note: 'note',
  mark: 'mark',
  acceptance: 'acceptance',
  findingsBefore: 'list of earlier findings',
};

function byTime(left: { readonly time: string }, right: { readonly time: string }): number {
  return Date.parse(left.time) - Date.parse(right.time);
}
