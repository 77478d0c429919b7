import { describe, expect, it } from 'vitest';
import { INITIAL_VIEW } from '../../../../shared/graph/view.ts';
import { createKeptReviewWriter, type KeptReview, type KeptStep } from '../../../../shared/review/kept-review.ts';
import { digestOf, openReview } from '../../../../shared/review/open-review.ts';
import { EMPTY_REVIEW, type ReviewRecord } from '../../../../shared/review/review-record.ts';
import { BUCKET_ID, FULL_REVIEW, JOB_ID } from './review-of.ts';

const TIME = '2026-11-23T12:00:00Z';
const record: ReviewRecord = { ...FULL_REVIEW, tabs: [] };

const opened: KeptStep = { name: 'Open', spec: INITIAL_VIEW, positions: { a: { x: 1, y: 2 }, b: { x: 3, y: 4 } } };
const hidden: KeptStep = {
  name: 'Hide 1 resource',
  spec: { ...INITIAL_VIEW, hidden: [BUCKET_ID] },
  positions: { ...opened.positions },
};
const moved: KeptStep = { name: 'Move', spec: hidden.spec, positions: { ...opened.positions, a: { x: 9, y: 9 } } };
const rearranged: KeptStep = { name: 'Rearrange', spec: hidden.spec, positions: { a: { x: 0, y: 0 } } };

const kept: KeptReview = {
  savedTime: TIME,
  base: digestOf(EMPTY_REVIEW),
  record,
  tabs: [
    { id: 't1', name: 'View 1', steps: [opened, hidden, moved, rearranged], present: 2 },
    {
      id: 't2',
      name: 'Sources',
      active: true,
      viewport: { zoom: 0.5, pan: { x: 1, y: 2 } },
      selected: [JOB_ID],
      trace: { type: 'lineage', of: JOB_ID, direction: 'sources', way: 'data' },
      query: 'kind:job state:failed',
      sort: { column: 'state', descending: true },
      steps: [opened],
      present: 0,
    },
  ],
};

function write(what: KeptReview): string {
  return createKeptReviewWriter((text) => ({ text })).text(what);
}

describe('the kept work on an inventory', () => {
  it('comes back whole: review, views, histories with the places of their steps', () => {
    expect(openReview(EMPTY_REVIEW, write(kept))).toStrictEqual({
      record,
      base: digestOf(EMPTY_REVIEW),
      kept: { savedTime: TIME, tabs: kept.tabs },
      problems: [],
    });
  });

  it('has of each step only what is not as in the step before', () => {
    const written = JSON.parse(write(kept)) as { ids: string[]; tabs: { steps: object[] }[] };
    expect([written.ids, written.tabs[0]?.steps]).toStrictEqual([
      [JOB_ID, 'a', 'b'],
      [
        { name: 'Open', spec: INITIAL_VIEW, at: [1, 1, 2, 2, 3, 4], whole: true },
        { name: 'Hide 1 resource', spec: { hidden: [BUCKET_ID] }, at: [] },
        { name: 'Move', spec: {}, at: [1, 9, 9] },
        { name: 'Rearrange', spec: {}, at: [1, 0, 0], whole: true },
      ],
    ]);
  });

  it('forgets a field of a view that a step took away, and none that every view has', () => {
    const focused: KeptStep = { ...opened, spec: { ...INITIAL_VIEW, access: true, only: [JOB_ID] } };
    const tabs = [{ id: 't', name: 'View', steps: [focused, opened], present: 1 }];
    const text = write({ ...kept, tabs });
    expect(text).toContain('"without":["access","only"]');
    expect(openReview(EMPTY_REVIEW, text).kept?.tabs).toStrictEqual(tabs);
    const odd = text.replace('"without":["access","only"]', '"without":["access","only","limit"]');
    expect(openReview(EMPTY_REVIEW, odd).kept?.tabs).toStrictEqual(tabs);
  });

  it('is made in turns, after which the text is what it would have been', () => {
    const writer = createKeptReviewWriter((text) => ({ text }));
    const turns = [...writer.prepareInSteps(kept)].length;
    expect([turns, writer.text(kept)]).toStrictEqual([11, write(kept)]);
  });

  it('is written to the same text by a writer that has written before', () => {
    const writer = createKeptReviewWriter((text) => ({ text }));
    const first = writer.text(kept);
    expect(writer.text({ ...kept, tabs: [...kept.tabs] })).toBe(first);
    const shorter = kept.tabs.map((tab) => ({ ...tab, steps: tab.steps.slice(-1), present: 0 }));
    expect(openReview(EMPTY_REVIEW, writer.text({ ...kept, tabs: shorter })).kept?.tabs).toStrictEqual(shorter);
  });

  it('has no credential that stands in a text, a name or a step', () => {
    const secret = 'AIzaSyA1234567890abcdefghijklmnopqrstuv';
    const [tab] = kept.tabs;
    const named = {
      ...kept.tabs[0],
      name: secret,
      query: `acct:${secret}`,
      steps: [{ ...opened, name: `Show only hits for "${secret}"` }],
    };
    const notes = FULL_REVIEW.notes.map((note) => ({ ...note, text: secret }));
    const views = FULL_REVIEW.views.map((view) => ({ ...view, state: { ...view.state, query: secret } }));
    const writer = createKeptReviewWriter((text) =>
      text.includes(secret) ? { text: text.replace(secret, '[masked]'), reason: 'Google API key' } : { text },
    );
    const text = writer.text({
      ...kept,
      record: { ...record, notes, views },
      tabs: [{ ...tab, ...named, present: 0 } as KeptReview['tabs'][number]],
    });
    expect(text).not.toContain(secret);
    expect(text.match(/\[masked\]/g)?.length).toBe(5);
  });

  it('stands alone where the files say what they said then, and is merged where they say more', () => {
    const mine: KeptReview = { ...kept, base: digestOf(FULL_REVIEW), record: EMPTY_REVIEW };
    expect(openReview(FULL_REVIEW, write(mine)).record.notes).toStrictEqual([]);
    const theirs = { ...FULL_REVIEW, notes: FULL_REVIEW.notes.map((note) => ({ ...note, id: 'n9' })) };
    const merged = openReview(theirs, write({ ...mine, record: { ...EMPTY_REVIEW, notes: FULL_REVIEW.notes } }));
    expect(merged.record.notes.map(({ id }) => id)).toStrictEqual(['n9', 'n1']);
  });

  it.each([
    ['no JSON', '{"format":', 'What was kept of the work on this inventory is damaged.'],
    ['something else', '{"format":"other"}', 'What was kept of the work on this inventory is damaged.'],
    [
      'by a newer version',
      write(kept).replace('"version":1', '"version":2'),
      'What was kept of the work on this inventory is by a newer version.',
    ],
  ])('that is %s is told, and costs nothing of the files', (_what, text, problem) => {
    expect(openReview(FULL_REVIEW, text)).toStrictEqual({
      record: FULL_REVIEW,
      base: digestOf(FULL_REVIEW),
      problems: [problem],
    });
  });

  it('loses what is wrong and keeps the rest', () => {
    const text = write(kept).replace('"mark":"to-check"', '"mark":"fine"').replace('"present":2', '"present":12');
    const { record: read, kept: views, problems } = openReview(EMPTY_REVIEW, text);
    expect(read).toStrictEqual({ ...record, marks: [] });
    expect(views?.tabs.map(({ id }) => id)).toStrictEqual(['t2']);
    expect(problems).toStrictEqual([
      'This mark of the review is not as it should be (mark); it was passed over.',
      'A view that was open cannot be read.',
    ]);
  });

  it('offers the views of a snapshot only where nothing was kept', () => {
    expect(openReview(FULL_REVIEW, undefined).record).toBe(FULL_REVIEW);
    expect(openReview(FULL_REVIEW, write({ ...kept, base: digestOf(FULL_REVIEW) })).record.tabs).toStrictEqual([]);
  });
});
