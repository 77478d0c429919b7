import { describe, expect, it } from 'vitest';
import {
  amendPresent,
  goToStep,
  historyEntries,
  MAX_HISTORY,
  recordChange,
  redoChange,
  redoName,
  startHistory,
  undoChange,
  undoName,
} from '../../../../../renderer/state/view/history.ts';

const twoChanges = recordChange(recordChange(startHistory(0), 'Hide 1 resource', 1), 'Focus', 2);

describe('history', () => {
  it('has nothing to undo or redo at first', () => {
    const history = startHistory('first');
    expect([undoName(history), redoName(history)]).toStrictEqual([undefined, undefined]);
    expect(undoChange(history)).toBe(history);
    expect(redoChange(history)).toBe(history);
  });

  it('goes back and forward over changes and names each', () => {
    const back = undoChange(twoChanges);
    expect(back).toStrictEqual({
      past: [{ name: 'Open', state: 0 }],
      present: { name: 'Hide 1 resource', state: 1 },
      future: [{ name: 'Focus', state: 2 }],
    });
    expect([undoName(back), redoName(back)]).toStrictEqual(['Hide 1 resource', 'Focus']);
    expect(redoChange(back)).toStrictEqual(twoChanges);
  });

  it('forgets what was undone when something else is changed', () => {
    expect(recordChange(undoChange(twoChanges), 'Unfold', 3)).toStrictEqual({
      past: [
        { name: 'Open', state: 0 },
        { name: 'Hide 1 resource', state: 1 },
      ],
      present: { name: 'Unfold', state: 3 },
      future: [],
    });
  });

  it('amends the present state without a new step', () => {
    expect(amendPresent(twoChanges, 20)).toStrictEqual({ ...twoChanges, present: { name: 'Focus', state: 20 } });
  });

  it('keeps a bounded number of steps', () => {
    const steps = Array.from({ length: MAX_HISTORY + 5 }, (_, index) => index + 1);
    const history = steps.reduce((before, step) => recordChange(before, `Step ${step}`, step), startHistory(0));
    expect(history.past).toHaveLength(MAX_HISTORY);
    expect(history.past[0]).toStrictEqual({ name: 'Step 5', state: 5 });
  });
});

describe('the list of steps', () => {
  const history = undoChange(recordChange(recordChange(startHistory('whole'), 'Hide', 'hidden'), 'Fold', 'folded'));

  it('tells all steps by their distance from the present', () => {
    expect(historyEntries(history)).toStrictEqual([
      { name: 'Open', offset: -1 },
      { name: 'Hide', offset: 0 },
      { name: 'Fold', offset: 1 },
    ]);
  });

  it('goes to any of them and keeps the others', () => {
    const first = goToStep(history, -1);
    expect(first.present.state).toBe('whole');
    expect(historyEntries(first).map(({ name }) => name)).toStrictEqual(['Open', 'Hide', 'Fold']);
    expect(goToStep(first, 2).present.state).toBe('folded');
    expect(goToStep(history, 0)).toBe(history);
    expect(goToStep(history, 5)).toBe(history);
  });
});
