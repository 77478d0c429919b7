import { describe, expect, it } from 'vitest';
import { INITIAL_VIEW } from '../../../../shared/graph/view.ts';
import type { JsonObject, JsonValue } from '../../../../shared/json.ts';
import { entriesOfReview, gatherReview, readReviewEntry, reviewRow } from '../../../../shared/review/review-entries.ts';
import type { ReviewEntry } from '../../../../shared/review/review-entries.ts';
import { REVIEW_LIMITS } from '../../../../shared/review/review-record.ts';
import { FULL_REVIEW, JOB_ID } from './review-of.ts';

const NOTE: JsonObject = {
  id: 'n',
  target: { type: 'node', id: JOB_ID },
  text: 'Look at this.',
  author: 'Ada',
  time: '2026-11-23T10:00:00Z',
};

function read(rows: readonly JsonValue[]) {
  return rows.map(readReviewEntry).flatMap((reading) => (reading.ok ? [reading.entry] : []));
}

describe('entries of a review', () => {
  it('go through JSON and back, in whatever order the rows come', () => {
    const rows = JSON.parse(JSON.stringify(entriesOfReview(FULL_REVIEW).map(reviewRow))) as JsonValue[];
    expect(gatherReview(read(rows.toReversed()))).toStrictEqual({ record: FULL_REVIEW, beyond: 0 });
  });

  it('are left out and counted beyond the most that a list has', () => {
    const tab = FULL_REVIEW.tabs[0];
    const entries = Array.from({ length: REVIEW_LIMITS.tabs + 3 }, (_none, place) => ({ entry: 'tab', place, tab }));
    const { record, beyond } = gatherReview(entries as readonly ReviewEntry[]);
    expect([record.tabs.length, beyond]).toStrictEqual([REVIEW_LIMITS.tabs, 3]);
  });

  it.each([
    ['a number', 7, 'This entry of the review is no object; it was passed over.'],
    [
      'a sort of a later version',
      { entry: 'drawing', drawing: {} },
      'This entry of the review is of a sort that this version of the program does not know; it was passed over.',
    ],
    [
      'the name of a method of all objects',
      { entry: 'toString' },
      'This entry of the review is of a sort that this version of the program does not know; it was passed over.',
    ],
    [
      'a note without author and text',
      { entry: 'note', note: { id: 'n', target: { type: 'node', id: 'x' }, time: '2026-11-23T10:00:00Z' } },
      'This note of the review is not as it should be (text, author); it was passed over.',
    ],
    [
      'a note that is too long',
      { entry: 'note', note: { ...NOTE, text: 'x'.repeat(10_001) } },
      'This note of the review is not as it should be (text); it was passed over.',
    ],
    [
      'a mark that nobody knows',
      { entry: 'mark', mark: { ...NOTE, mark: 'fine' } },
      'This mark of the review is not as it should be (mark); it was passed over.',
    ],
    [
      'a bookmark with a place that is no number',
      {
        entry: 'view',
        view: { ...NOTE, name: 'v', state: { spec: { ...INITIAL_VIEW }, positions: { a: { x: 1, y: null } } } },
      },
      'This bookmark of the review is not as it should be (state.positions); it was passed over.',
    ],
  ])('say what is wrong with %s', (_what, row, reason) => {
    expect(readReviewEntry(row as JsonValue)).toStrictEqual({ ok: false, reason });
  });

  it('keep what is about nodes that are not there, and lose only values of another version', () => {
    const state = {
      spec: {
        ...INITIAL_VIEW,
        exclude: {
          kinds: ['gcp-ai-platform-custom-job', 'gcp-from-the-future'],
          states: ['lost'],
          projects: [''],
          locations: [],
          relations: ['RUNS_AS', 'LIKES'],
        },
        pinned: ['group:a'],
        groupBy: { by: 'label', key: 'team' },
        time: { by: 'running', from: 1_772_323_200_000, to: 1_772_409_600_000, undated: 'kept' },
        display: 'tree',
        hidden: ['//gone'],
        zoomed: true,
      },
      positions: { '//gone': { x: 1, y: 2 } },
    };
    const [entry] = read([{ entry: 'tab', place: 0, tab: { id: 't', name: 'View', state, colour: 'red' } }]);
    expect(entry).toStrictEqual({
      entry: 'tab',
      place: 0,
      tab: {
        id: 't',
        name: 'View',
        state: {
          spec: {
            ...INITIAL_VIEW,
            exclude: {
              kinds: ['gcp-ai-platform-custom-job'],
              states: [],
              projects: [''],
              locations: [],
              relations: ['RUNS_AS'],
            },
            pinned: ['group:a'],
            groupBy: { by: 'label', key: 'team' },
            time: { by: 'running', from: 1_772_323_200_000, to: 1_772_409_600_000, undated: 'kept' },
            display: 'tree',
            hidden: ['//gone'],
          },
          positions: { '//gone': { x: 1, y: 2 } },
        },
      },
    });
  });
});
