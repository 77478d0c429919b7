import { describe, expect, it } from 'vitest';
import { paletteEntries } from '../../../../renderer/actions/palette-entries.ts';
import { ACTION_IDS } from '../../../../shared/actions/actions.ts';
import type { Condition } from '../../../../shared/actions/conditions.ts';

const OPEN: ReadonlySet<Condition> = new Set<Condition>(['window', 'open']);

describe('paletteEntries()', () => {
  it('lists every action but itself, those that apply now first', () => {
    const entries = paletteEntries('', OPEN);
    expect(entries.map(({ id }) => id).toSorted()).toStrictEqual(
      ACTION_IDS.filter((id) => id !== 'command-palette').toSorted(),
    );
    const firstOff = entries.findIndex(({ whyNot }) => whyNot !== undefined);
    expect(entries.slice(firstOff).filter(({ whyNot }) => whyNot === undefined)).toStrictEqual([]);
  });

  it('says why an action does not apply', () => {
    expect(paletteEntries('redo', OPEN)).toStrictEqual([{ id: 'redo', whyNot: 'nothing to redo' }]);
  });

  it('finds words in any order, in titles first', () => {
    expect(paletteEntries('graph fit', new Set<Condition>([...OPEN, 'selection']))).toStrictEqual([
      { id: 'graph-fit', whyNot: undefined },
      { id: 'graph-fit-selection', whyNot: undefined },
    ]);
    expect(paletteEntries('zebra', OPEN)).toStrictEqual([]);
  });

  it('finds an action by words that are not in its title', () => {
    expect(paletteEntries('blast radius', OPEN)).toStrictEqual([{ id: 'dependants', whyNot: 'select one resource' }]);
  });
});
