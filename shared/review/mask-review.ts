import { targetKey } from './review-record.ts';
import type { ReviewRecord, SavedViewState } from './review-record.ts';

/** Stands for the review where a list names documents. */
export const REVIEW_DOCUMENT = 'review';

/** A text without its secrets, and what they were. */
export type MaskText = (text: string) => { readonly text: string; readonly reason?: string };

/** A record without the credentials that stand in its texts. */
export interface MaskedReview {
  readonly record: ReviewRecord;
  /** What was masked: the text's place in the record, and what it was. */
  readonly masked: readonly { readonly path: string; readonly reason: string }[];
}

/** Masks credentials of known form in everything that reviewers wrote; what has none stays the same object. */
export function maskReview(record: ReviewRecord, maskText: MaskText): MaskedReview {
  const masked: { path: string; reason: string }[] = [];

  function maskFields<Entry extends object>(
    list: string,
    entries: readonly Entry[],
    keyOf: (entry: Entry) => string,
    fields: readonly (keyof Entry & string)[],
  ): readonly Entry[] {
    return entries.map((entry) => {
      let result = entry;
      for (const field of fields) {
        const value: unknown = entry[field];
        const found = typeof value === 'string' ? maskText(value) : undefined;
        if (found?.reason !== undefined) {
          masked.push({ path: `${list}[${keyOf(entry)}].${field}`, reason: found.reason });
          result = { ...result, [field]: found.text };
        }
      }
      return result;
    });
  }

  function maskQueries<View extends { readonly id: string; readonly state: SavedViewState }>(
    list: string,
    views: readonly View[],
  ): readonly View[] {
    return views.map((view) => {
      const found = view.state.query === undefined ? undefined : maskText(view.state.query);
      if (found?.reason === undefined) return view;
      masked.push({ path: `${list}[${view.id}].state.query`, reason: found.reason });
      return { ...view, state: { ...view.state, query: found.text } };
    });
  }

  const result: ReviewRecord = {
    ...record,
    views: maskQueries(
      'views',
      maskFields('views', record.views, ({ id }) => id, ['name', 'note', 'author']),
    ),
    tabs: maskQueries(
      'tabs',
      maskFields('tabs', record.tabs, ({ id }) => id, ['name']),
    ),
    queries: maskFields('queries', record.queries, ({ name }) => maskText(name).text, ['name', 'query', 'author']),
    notes: maskFields('notes', record.notes, ({ id }) => id, ['text', 'title', 'author']),
    marks: maskFields('marks', record.marks, ({ target }) => targetKey(target), ['title', 'author']),
    acceptances: maskFields('acceptances', record.acceptances, ({ fingerprint }) => fingerprint, [
      'reason',
      'title',
      'author',
    ]),
  };
  return { record: masked.length === 0 ? record : result, masked };
}
