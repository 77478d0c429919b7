import { describe, expect, it } from 'vitest';
import { paletteEntries } from '../../../../renderer/app/palette-actions.ts';
import { ACTION_IDS, type ActionContext } from '../../../../renderer/state/actions.ts';

const context: ActionContext = {
  phase: 'open',
  collection: undefined,
  selected: 0,
  link: false,
  fold: false,
  fromFold: false,
  traced: undefined,
  changes: false,
  canUndo: false,
  canRedo: false,
  canGoBack: false,
  canGoForward: false,
  filtered: false,
  unfolded: false,
};

describe('paletteEntries()', () => {
  it('lists every action but itself, those that apply now first', () => {
    const entries = paletteEntries('', context);
    expect(entries).toHaveLength(ACTION_IDS.length - 1);
    const firstOff = entries.findIndex(({ enabled }) => !enabled);
    expect(entries.slice(firstOff).some(({ enabled }) => enabled)).toBe(false);
    expect(entries.find(({ id }) => id === 'undo')?.enabled).toBe(false);
  });

  it('finds words in any order, beginnings of words first', () => {
    expect(paletteEntries('graph fit', context).map(({ id }) => id)).toStrictEqual([
      'graph-fit',
      'graph-fit-selection',
    ]);
    expect(paletteEntries('RED', { ...context, canRedo: true }).map(({ id }) => id)[0]).toBe('redo');
    expect(paletteEntries('zebra', context)).toStrictEqual([]);
  });
});
