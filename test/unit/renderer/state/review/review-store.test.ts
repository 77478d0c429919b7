import { describe, expect, it } from 'vitest';
import { createNoticeStore } from '../../../../../renderer/state/notice-store.ts';
import {
  acceptFindings,
  addNote,
  changeNote,
  deleteNote,
  dropQuery,
  keepQuery,
  markTargets,
  withdrawAcceptances,
} from '../../../../../renderer/state/review/review-operations.ts';
import { createReviewStore, recordOf } from '../../../../../renderer/state/review/review-store.ts';
import { nextRedo, nextUndo, redoNewest, undoNewest } from '../../../../../renderer/state/view/undo-operations.ts';
import { createViewStore } from '../../../../../renderer/state/view/view-store.ts';
import { EMPTY_REVIEW } from '../../../../../shared/review/review-record.ts';
import { BUCKET_ID, FINGERPRINT, FULL_REVIEW, JOB_ID } from '../../../shared/review/review-of.ts';

const AT_JOB = { target: { type: 'node', id: JOB_ID }, title: 'train-1' } as const;
const AT_BUCKET = { target: { type: 'node', id: BUCKET_ID } } as const;

/** The stores of a window whose worker answers at once; the time is a second later each time it is asked for. */
function setUp() {
  let seconds = 0;
  let ids = 0;
  let changes = 0;
  const countChange = () => (changes += 1);
  const review = createReviewStore({
    author: () => 'Ada',
    now: () => `2026-11-23T10:00:0${(seconds += 1)}Z`,
    newId: () => `id${(ids += 1)}`,
    countChange,
  });
  const view = createViewStore(
    {
      view: (_spec, positions) =>
        Promise.resolve({ view: { nodes: [], edges: [], shown: 0, total: 0, left: [] }, positions }),
      expand: () => Promise.reject(new Error('Reviews expand nothing.')),
      cancelView: () => Promise.resolve(),
    },
    () => ({ width: 800, height: 600 }),
    countChange,
  );
  const notices = createNoticeStore();
  return {
    review,
    view,
    notices,
    record: () => recordOf(review.getState()),
    said: () => notices.getState().announcement.text,
  };
}

describe('reviewing', () => {
  it('writes, changes and deletes a note, signed each time', () => {
    const window = setUp();
    addNote(window, AT_JOB, 'Who owns this?');
    expect(window.record().notes).toStrictEqual([
      { id: 'id1', ...AT_JOB, text: 'Who owns this?', author: 'Ada', time: '2026-11-23T10:00:01Z' },
    ]);
    changeNote(window, 'id1', 'Vision owns this.');
    changeNote(window, 'id1', 'Vision owns this.');
    changeNote(window, 'gone', 'Nobody reads this.');
    expect(window.record().notes).toStrictEqual([
      { id: 'id1', ...AT_JOB, text: 'Vision owns this.', author: 'Ada', time: '2026-11-23T10:00:02Z' },
    ]);
    deleteNote(window, 'id1');
    expect(window.record()).toStrictEqual(EMPTY_REVIEW);
    expect(window.said()).toBe('Note deleted');
  });

  it('marks several things in one step and takes the marks away in one', () => {
    const window = setUp();
    markTargets(window, [AT_JOB, AT_BUCKET], 'owned');
    const signed = { author: 'Ada', time: '2026-11-23T10:00:01Z' };
    expect(window.record().marks).toStrictEqual([
      { ...AT_JOB, mark: 'owned', ...signed },
      { ...AT_BUCKET, mark: 'owned', ...signed },
    ]);
    expect(nextUndo(window)).toStrictEqual({ of: 'review', name: 'Mark 2 entries as owned' });
    markTargets(window, [AT_JOB, AT_BUCKET], undefined);
    markTargets(window, [], 'to-check');
    expect(window.record()).toStrictEqual(EMPTY_REVIEW);
    expect(nextUndo(window)?.name).toBe('Take the mark away from 2 entries');
  });

  it('accepts findings until a day, and no more', () => {
    const window = setUp();
    const finding = { fingerprint: FINGERPRINT, rule: 'identity-default-account', resource: JOB_ID };
    acceptFindings(window, [finding], 'Moves in January.', '2027-01-31');
    expect(window.record().acceptances).toStrictEqual([
      { ...finding, reason: 'Moves in January.', expires: '2027-01-31', author: 'Ada', time: '2026-11-23T10:00:01Z' },
    ]);
    withdrawAcceptances(window, [FINGERPRINT]);
    expect(window.record()).toStrictEqual(EMPTY_REVIEW);
  });

  it('keeps queries by name', () => {
    const window = setUp();
    keepQuery(window, 'Jobs', 'kind:job');
    keepQuery(window, 'Jobs', 'kind:job state:failed');
    expect(window.record().queries.map(({ name, query }) => [name, query])).toStrictEqual([
      ['Jobs', 'kind:job state:failed'],
    ]);
    dropQuery(window, 'Jobs');
    expect(window.record()).toStrictEqual(EMPTY_REVIEW);
  });

  it('begins anew with another inventory, and changes by itself without a step', () => {
    const window = setUp();
    keepQuery(window, 'Jobs', 'kind:job');
    window.review.getState().start(FULL_REVIEW);
    window.review.getState().amend((record) => ({ ...record, tabs: [] }));
    expect(window.record()).toStrictEqual({ ...FULL_REVIEW, tabs: [] });
    expect(nextUndo(window)).toBeUndefined();
  });
});

describe('undo', () => {
  it('takes back changes of view and review in the order in which they were made, and makes them again', async () => {
    const window = setUp();
    await window.view.getState().start();
    addNote(window, AT_JOB, 'first');
    await window.view.getState().change('Hide 1 resource', (spec) => ({ ...spec, hidden: [JOB_ID] }));
    addNote(window, AT_JOB, 'second');
    const undone: (string | undefined)[] = [];
    for (let step = 0; step < 4; step += 1) {
      undone.push(nextUndo(window)?.name);
      await undoNewest(window);
    }
    expect(undone).toStrictEqual(['Add a note', 'Hide 1 resource', 'Add a note', undefined]);
    expect([window.record(), window.view.getState().history.past]).toStrictEqual([EMPTY_REVIEW, []]);
    const redone: (string | undefined)[] = [];
    for (let step = 0; step < 4; step += 1) {
      redone.push(nextRedo(window)?.name);
      await redoNewest(window);
    }
    expect(redone).toStrictEqual(['Add a note', 'Hide 1 resource', 'Add a note', undefined]);
    expect(window.record().notes.map(({ text }) => text)).toStrictEqual(['first', 'second']);
    expect(window.said()).toBe('Done again: Add a note');
  });
});
