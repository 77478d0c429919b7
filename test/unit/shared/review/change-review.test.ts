import { describe, expect, it } from 'vitest';
import {
  putAcceptances,
  putMarks,
  putNote,
  putQuery,
  putView,
  removeAcceptances,
  removeMarks,
  removeNote,
  removeQuery,
  removeView,
  ReviewLimit,
} from '../../../../shared/review/change-review.ts';
import { acceptancesOf, markAt, notesAt } from '../../../../shared/review/review-index.ts';
import { EMPTY_REVIEW, isEmptyReview, REVIEW_LIMITS, targetKey } from '../../../../shared/review/review-record.ts';
import type { ReviewMark, ReviewNote, ReviewTarget } from '../../../../shared/review/review-record.ts';
import { BUCKET_ID, FINGERPRINT, FULL_REVIEW, JOB_ID } from './review-of.ts';

const AT_JOB: ReviewTarget = { type: 'node', id: JOB_ID };
const AT_BUCKET: ReviewTarget = { type: 'node', id: BUCKET_ID };
const AUTHORED = { author: 'Bob', time: '2026-11-24T08:00:00Z' };

function noteOf(id: string, text: string, target = AT_JOB): ReviewNote {
  return { id, target, text, ...AUTHORED };
}

function markOf(mark: ReviewMark['mark'], target = AT_JOB): ReviewMark {
  return { target, mark, ...AUTHORED };
}

describe('changing a review', () => {
  it('adds a note, changes it in its place and removes it', () => {
    const two = putNote(putNote(EMPTY_REVIEW, noteOf('a', 'first')), noteOf('b', 'second'));
    const changed = putNote(two, noteOf('a', 'better'));
    expect(changed.notes).toStrictEqual([noteOf('a', 'better'), noteOf('b', 'second')]);
    expect(removeNote(changed, 'a').notes).toStrictEqual([noteOf('b', 'second')]);
    expect(two.notes).toStrictEqual([noteOf('a', 'first'), noteOf('b', 'second')]);
  });

  it('has one mark at a target, whoever sets it', () => {
    const marked = putMarks(EMPTY_REVIEW, [markOf('to-check'), markOf('owned', AT_BUCKET)]);
    const again = putMarks(marked, [markOf('accepted', { ...AT_JOB })]);
    expect(again.marks).toStrictEqual([markOf('accepted'), markOf('owned', AT_BUCKET)]);
    expect(removeMarks(again, [AT_JOB]).marks).toStrictEqual([markOf('owned', AT_BUCKET)]);
  });

  it('has one query of a name, one bookmark of an id and one acceptance of a fingerprint', () => {
    const [view, query, acceptance] = [FULL_REVIEW.views[0], FULL_REVIEW.queries[0], FULL_REVIEW.acceptances[0]];
    const record = [view].reduce(
      (all, each) => (each === undefined ? all : putView(all, { ...each, name: 'B' })),
      FULL_REVIEW,
    );
    const asked = query === undefined ? record : putQuery(record, { ...query, query: 'kind:job' });
    const changed = acceptance === undefined ? asked : putAcceptances(asked, [{ ...acceptance, reason: 'Other' }]);
    expect([
      changed.views.map(({ name }) => name),
      changed.queries.map((each) => each.query),
      changed.acceptances.map(({ reason }) => reason),
    ]).toStrictEqual([['B'], ['kind:job'], ['Other']]);
    const emptied = removeAcceptances(removeQuery(removeView(changed, 'v1'), 'Failed jobs'), [FINGERPRINT]);
    expect([emptied.views, emptied.queries, emptied.acceptances]).toStrictEqual([[], [], []]);
  });

  it('refuses one bookmark too many, in words for the user, and changes those there are', () => {
    const [view] = FULL_REVIEW.views;
    const views = Array.from({ length: REVIEW_LIMITS.views }, (_none, index) => ({ ...view, id: `v${index}` }));
    const record = { ...EMPTY_REVIEW, views: views as typeof FULL_REVIEW.views };
    const one = { ...view, id: 'one more' } as (typeof FULL_REVIEW.views)[number];
    expect(() => putView(record, one)).toThrow(new ReviewLimit('A review has at most 500 views; remove some first.'));
    expect(putView(record, { ...one, id: 'v3' }).views.length).toBe(REVIEW_LIMITS.views);
  });

  it('tells whether anybody made anything', () => {
    expect([isEmptyReview(EMPTY_REVIEW), isEmptyReview(FULL_REVIEW)]).toStrictEqual([true, false]);
  });
});

describe('looking a review up', () => {
  it('finds notes and marks by what they are about', () => {
    expect(notesAt(FULL_REVIEW, AT_JOB).map(({ id }) => id)).toStrictEqual(['n1']);
    expect(notesAt(FULL_REVIEW, AT_BUCKET)).toStrictEqual([]);
    expect(markAt(FULL_REVIEW, { type: 'edge', relation: 'READS', from: JOB_ID, to: BUCKET_ID })?.mark).toBe(
      'to-check',
    );
    expect(markAt(FULL_REVIEW, { type: 'edge', relation: 'READS', from: BUCKET_ID, to: JOB_ID })).toBeUndefined();
  });

  it('knows a finding by its fingerprint alone', () => {
    const rule = { type: 'finding', rule: 'a', resource: JOB_ID, fingerprint: FINGERPRINT } as const;
    expect(targetKey({ ...rule, rule: 'renamed', resource: BUCKET_ID })).toBe(targetKey(rule));
  });

  it('gives acceptances as the findings take them', () => {
    expect([...acceptancesOf(FULL_REVIEW)]).toStrictEqual([
      [
        FINGERPRINT,
        {
          reason: 'Known, moves in January.',
          expires: '2027-01-31',
          source: 'review',
          author: FULL_REVIEW.acceptances[0]?.author,
          time: FULL_REVIEW.acceptances[0]?.time,
        },
      ],
    ]);
  });
});
