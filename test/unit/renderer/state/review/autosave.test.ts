import { describe, expect, it } from 'vitest';
import { createAutosave } from '../../../../../renderer/state/review/autosave.ts';
import { startInventory } from '../../../../../renderer/state/review/resume.ts';
import { addNote } from '../../../../../renderer/state/review/review-operations.ts';
import { openNewTab } from '../../../../../renderer/state/tabs/tab-operations.ts';
import { createKeptReviewWriter } from '../../../../../shared/review/kept-review.ts';
import { EMPTY_REVIEW } from '../../../../../shared/review/review-record.ts';
import { BUCKET_ID, FULL_REVIEW, JOB_ID } from '../../../shared/review/review-of.ts';
import { KEPT_KEY, workbenchDouble, type Surroundings } from '../workbench-double.ts';

const NOTE = { target: { type: 'node', id: JOB_ID } } as const;

/** A window whose timers the test rings; each look at the clock takes `step` milliseconds. */
function setUp(given: Surroundings = {}, step = 0) {
  let time = 0;
  const double = workbenchDouble(given);
  const timers: (() => void)[] = [];
  const autosave = createAutosave(double.workbench, {
    loadWriter: () => Promise.resolve(createKeptReviewWriter((text) => ({ text }))),
    now: () => '2026-11-23T12:00:00Z',
    clock: () => (time += step),
    setTimer: (work) => timers.push(work),
    clearTimer: () => undefined,
  });
  return {
    ...double,
    autosave,
    start: (source: 'files' | 'live' = 'files') => startInventory(double.workbench, autosave, source),
    /** Lets the time pass until everything that waits is done. */
    ring: async () => {
      await Promise.resolve();
      for (const work of timers.splice(0)) work();
    },
  };
}

/** The text that a window keeps in which two views were changed and a note written. */
async function keptWork(): Promise<string> {
  const { workbench, start, ring, hide, saved } = setUp();
  await start();
  await hide('a');
  await hide(BUCKET_ID);
  await openNewTab(workbench);
  addNote(workbench, NOTE, 'Look at this.');
  await ring();
  return saved.at(-1)?.text ?? '';
}

describe('autosave', () => {
  it('writes nothing of an inventory that was only looked at', async () => {
    const { workbench, start, ring, saved } = setUp();
    await start();
    workbench.selection.getState().inspect('a');
    await ring();
    expect(saved).toStrictEqual([]);
  });

  it('keeps several changes in one text, under the key of the inventory', async () => {
    const { workbench, start, ring, hide, saved } = setUp();
    await start();
    await hide('a');
    addNote(workbench, NOTE, 'Look at this.');
    await ring();
    expect(saved.map(({ key, text }) => [key, JSON.parse(text) as unknown])).toStrictEqual([
      [KEPT_KEY, expect.objectContaining({ format: 'vertex-lineage-kept-review', savedTime: '2026-11-23T12:00:00Z' })],
    ]);
    await ring();
    expect(saved.length).toBe(1);
  });

  it('makes a long text in several turns, and has what was done meanwhile', async () => {
    const { workbench, start, ring, hide, saved } = setUp({}, 5);
    await start();
    await hide('a');
    await hide('b');
    await ring();
    addNote(workbench, NOTE, 'Meanwhile.');
    expect(saved).toStrictEqual([]);
    await ring();
    await ring();
    await ring();
    expect(saved.map(({ text }) => text.includes('Meanwhile.'))).toStrictEqual([true]);
  });

  it('keeps what waits when the inventory is closed, and nothing after that', async () => {
    const { workbench, autosave, start, ring, hide, saved } = setUp();
    await start();
    await ring();
    await hide('a');
    autosave.end();
    expect(saved.length).toBe(1);
    addNote(workbench, NOTE, 'Too late.');
    autosave.flush();
    await ring();
    expect(saved.length).toBe(1);
  });

  it('tells once that the disk takes nothing, and again after it did', async () => {
    const { workbench, start, ring, hide, answers, notices } = setUp();
    await start();
    const full = { ok: false, error: { kind: 'review-not-kept', reason: 'No space left.' } } as const;
    answers.push(full, full, { ok: true, value: { kept: true } }, full);
    for (const id of ['a', 'b', 'c', 'd']) {
      await hide(id);
      await ring();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(workbench.view.getState().history.past.length).toBe(4);
    expect(notices()).toStrictEqual(['review-not-kept', 'review-not-kept']);
  });

  it('keeps that everything was taken back, where something was kept before', async () => {
    const { workbench, start, ring, hide, saved } = setUp({ files: EMPTY_REVIEW });
    await start();
    await hide('a');
    await ring();
    await workbench.view.getState().undo();
    workbench.view.setState({ history: { ...workbench.view.getState().history, future: [] } });
    await ring();
    expect(saved.length).toBe(2);
  });
});

describe('opening an inventory again', () => {
  it('goes on with views, histories and notes', async () => {
    const kept = await keptWork();
    const { workbench, start, hidden, record, tabNames, notices } = setUp({ kept });
    await start();
    expect([tabNames(), hidden(), notices()]).toStrictEqual([
      ['View 1', 'View 2'],
      [],
      ['You go on where you left off'],
    ]);
    expect(record().notes.map(({ text }) => text)).toStrictEqual(['Look at this.']);
    const [first] = workbench.tabs.getState().tabs;
    expect(first?.content?.history.past.map(({ name }) => name)).toStrictEqual(['Open', 'Hide a']);
    expect(first?.content?.history.present.state.spec.hidden).toStrictEqual(['a', BUCKET_ID]);
  });

  it('leaves out what is gone and says so', async () => {
    const { workbench, start, notices } = setUp({ kept: await keptWork(), gone: [BUCKET_ID] });
    await start();
    expect(workbench.tabs.getState().tabs[0]?.content?.history.present.state.spec.hidden).toStrictEqual(['a']);
    expect(notices()[0]).toBe('1 resource of the views is not in this inventory any more');
  });

  it('offers the views of a collection, which is not all there yet', async () => {
    const { start, tabNames, record } = setUp({ kept: await keptWork() });
    await start('live');
    expect(tabNames()).toStrictEqual(['View 1']);
    expect(record().tabs.map(({ name, state }) => [name, state.spec.hidden])).toStrictEqual([
      ['View 1', ['a', BUCKET_ID]],
      ['View 2', []],
    ]);
    expect(record().notes.length).toBe(1);
  });

  it('has the review of a snapshot, and offers the views that it had open', async () => {
    const { start, record, tabNames, notices } = setUp({ files: FULL_REVIEW });
    await start();
    expect([record(), tabNames(), notices()]).toStrictEqual([FULL_REVIEW, ['View 1'], []]);
  });

  it('puts aside what it cannot read, and says so', async () => {
    const { start, aside, notices, tabNames } = setUp({ kept: '{"format":' });
    await start();
    expect([aside, notices(), tabNames()]).toStrictEqual([
      [KEPT_KEY],
      ['Not all of your work on this inventory could be read'],
      ['View 1'],
    ]);
  });

  it('keeps nothing of a second window, and says so', async () => {
    const { start, ring, hide, saved, notices } = setUp({ elsewhere: true });
    await start();
    await hide('a');
    await ring();
    expect([saved, notices()]).toStrictEqual([[], ['This inventory is open in another window']]);
  });
});
