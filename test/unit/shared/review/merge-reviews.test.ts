import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INITIAL_VIEW } from '../../../../shared/graph/view.ts';
import { mergeReviews } from '../../../../shared/review/merge-reviews.ts';
import { EMPTY_REVIEW, type ReviewRecord } from '../../../../shared/review/review-record.ts';
import { FULL_REVIEW, JOB_ID } from './review-of.ts';

const EARLY = { author: 'Ada', time: '2026-11-23T09:00:00+02:00' };
const LATE = { author: 'Bob', time: '2026-11-23T08:00:00Z' };
const target = { type: 'node', id: JOB_ID } as const;

describe('merging reviews', () => {
  it('changes nothing where one is empty or both are the same', () => {
    expect(mergeReviews(EMPTY_REVIEW, FULL_REVIEW)).toStrictEqual(FULL_REVIEW);
    expect(mergeReviews(FULL_REVIEW, EMPTY_REVIEW)).toStrictEqual(FULL_REVIEW);
    expect(mergeReviews(FULL_REVIEW, FULL_REVIEW)).toStrictEqual(FULL_REVIEW);
  });

  it('lets the entry that was changed last stand, by the time and not by its spelling', () => {
    const first: ReviewRecord = {
      ...EMPTY_REVIEW,
      notes: [{ id: 'n', target, text: 'early', ...EARLY }],
      marks: [{ target, mark: 'owned', ...LATE }],
    };
    const second: ReviewRecord = {
      ...EMPTY_REVIEW,
      notes: [
        { id: 'n', target, text: 'late', ...LATE },
        { id: 'm', target, text: 'other', ...EARLY },
      ],
      marks: [{ target, mark: 'to-check', ...EARLY }],
    };
    const merged = mergeReviews(first, second);
    expect(merged.notes.map(({ text }) => text)).toStrictEqual(['other', 'late']);
    expect(merged.marks.map(({ mark }) => mark)).toStrictEqual(['owned']);
  });

  it('keeps two queries of one name under two names, once', () => {
    const first = { ...EMPTY_REVIEW, queries: [{ name: 'Jobs', query: 'kind:job', ...EARLY }] };
    const second = {
      ...EMPTY_REVIEW,
      queries: [
        { name: 'Jobs', query: 'kind:job state:failed', ...LATE },
        { name: 'Keys', query: 'kind:key', ...LATE },
      ],
    };
    const merged = mergeReviews(first, second);
    expect(merged.queries.map(({ name, query }) => [name, query])).toStrictEqual([
      ['Jobs', 'kind:job'],
      ['Jobs (2)', 'kind:job state:failed'],
      ['Keys', 'kind:key'],
    ]);
    expect(mergeReviews(merged, second)).toStrictEqual(merged);
  });

  it('puts the open views of the second behind those of the first, of which one stays in front', () => {
    const state = { spec: INITIAL_VIEW, positions: {} };
    const first: ReviewRecord = { ...EMPTY_REVIEW, tabs: [{ id: 'a', name: 'A', state, active: true }] };
    const second: ReviewRecord = { ...EMPTY_REVIEW, tabs: [{ id: 'b', name: 'B', state, active: true }] };
    expect(mergeReviews(first, second).tabs).toStrictEqual([
      { id: 'a', name: 'A', state, active: true },
      { id: 'b', name: 'B', state },
    ]);
  });

  it('never loses a note', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1 }));
    const record = ids.map((notes): ReviewRecord => ({
      ...EMPTY_REVIEW,
      notes: notes.map((id) => ({ id, target, text: id, ...EARLY })),
    }));
    fc.assert(
      fc.property(record, record, (first, second) => {
        const merged = new Set(mergeReviews(first, second).notes.map(({ id }) => id));
        expect([...first.notes, ...second.notes].filter(({ id }) => !merged.has(id))).toStrictEqual([]);
      }),
    );
  });
});
