import { describe, expect, it } from 'vitest';
import { createSelectionStore } from '../../../../renderer/state/selection-store.ts';

describe('selection store', () => {
  it('inspects a node that is selected alone, and none of several', () => {
    const store = createSelectionStore();
    store.getState().select(['a']);
    expect(store.getState().trail.here).toStrictEqual({ ids: ['a'], inspected: 'a' });
    store.getState().select(['a', 'b']);
    expect(store.getState().trail.here).toStrictEqual({ ids: ['a', 'b'] });
  });

  it('goes back and forward over what was looked at', () => {
    const store = createSelectionStore();
    store.getState().inspect('a');
    store.getState().inspect('b');
    store.getState().back();
    expect(store.getState().trail.here).toStrictEqual({ ids: ['a'], inspected: 'a' });
    store.getState().forward();
    expect(store.getState().trail.here).toStrictEqual({ ids: ['b'], inspected: 'b' });
  });

  it('does not count the same place twice', () => {
    const store = createSelectionStore();
    store.getState().select(['a']);
    store.getState().inspect('a', { path: 'jobSpec.network', value: 'n' });
    expect(store.getState().trail.behind).toStrictEqual([{ ids: [] }]);
    expect(store.getState().mark).toStrictEqual({ path: 'jobSpec.network', value: 'n' });
  });

  it('forgets the marked evidence when something else is looked at', () => {
    const store = createSelectionStore();
    store.getState().inspect('a', { path: 'jobSpec.network', value: 'n' });
    store.getState().select(['b']);
    expect(store.getState().mark).toBeUndefined();
  });

  it('selects a link in place of nodes, as a place one can go back to', () => {
    const link = {
      id: 'RUNS_AS a b',
      source: 'a',
      target: 'b',
      type: 'RUNS_AS',
      confidence: 'exact',
      flow: 'none',
    } as const;
    const store = createSelectionStore();
    store.getState().select(['a']);
    store.getState().selectLink({ ...link });
    store.getState().selectLink({ ...link });
    expect(store.getState().trail).toStrictEqual({
      behind: [{ ids: [] }, { ids: ['a'], inspected: 'a' }],
      here: { ids: [], link },
      ahead: [],
    });
    store.getState().select([]);
    expect(store.getState().trail.here).toStrictEqual({ ids: [] });
    store.getState().back();
    expect(store.getState().trail.here).toStrictEqual({ ids: [], link });
  });

  it('makes each wish to centre a new one', () => {
    const store = createSelectionStore();
    store.getState().centreOn('a');
    store.getState().centreOn('a');
    expect(store.getState().centre).toStrictEqual({ id: 'a', count: 2 });
  });
});
