import { describe, expect, it } from 'vitest';
import { createPaneStore, readPanes, type PreferenceStorage } from '../../../../renderer/state/pane-store.ts';

function memory(): PreferenceStorage {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      values.set(key, value);
    },
  };
}

describe('pane store', () => {
  it('leaves the room to graph and filters at first', () => {
    expect(createPaneStore(memory()).getState().open).toStrictEqual({
      filters: true,
      details: false,
      problems: false,
      findings: false,
      timeline: false,
      runs: false,
    });
  });

  it('remembers what the user opened and closed by hand', () => {
    const storage = memory();
    const store = createPaneStore(storage);
    store.getState().hide('filters');
    store.getState().toggle('problems');
    expect(createPaneStore(storage).getState().open).toStrictEqual({
      filters: false,
      details: false,
      problems: true,
      findings: false,
      timeline: false,
      runs: false,
    });
  });

  it('does not remember what opened by itself', () => {
    const storage = memory();
    const store = createPaneStore(storage);
    store.getState().suggest('details');
    expect(store.getState().open.details).toBe(true);
    expect(createPaneStore(storage).getState().open.details).toBe(false);
  });

  it('does not open by itself what the user has closed, unless it is asked for', () => {
    const store = createPaneStore(memory());
    store.getState().hide('details');
    store.getState().suggest('details');
    expect(store.getState().open.details).toBe(false);
    store.getState().show('details');
    expect(store.getState().open.details).toBe(true);
  });

  it('keeps one pane beside the graph in a narrow window, the one asked for last', () => {
    const store = createPaneStore(memory());
    store.getState().setNarrow(true);
    expect(store.getState().open).toStrictEqual({
      filters: true,
      details: false,
      problems: false,
      findings: false,
      timeline: false,
      runs: false,
    });
    store.getState().suggest('details');
    store.getState().show('problems');
    expect(store.getState().open).toStrictEqual({
      filters: false,
      details: true,
      problems: true,
      findings: false,
      timeline: false,
      runs: false,
    });
    store.getState().toggle('filters');
    expect(store.getState().open).toStrictEqual({
      filters: true,
      details: false,
      problems: true,
      findings: false,
      timeline: false,
      runs: false,
    });
  });

  it('keeps one pane below the graph in a low window, the one asked for last', () => {
    const store = createPaneStore(memory());
    const below = (): readonly string[] =>
      Object.entries(store.getState().open).flatMap(([pane, isOpen]) => (isOpen && pane !== 'filters' ? [pane] : []));
    store.getState().show('timeline');
    store.getState().show('problems');
    expect(below()).toStrictEqual(['problems', 'timeline']);
    store.getState().setLow(true);
    expect(below()).toStrictEqual(['timeline']);
    store.getState().toggle('findings');
    store.getState().show('details');
    expect(below()).toStrictEqual(['details', 'findings']);
    store.getState().setLow(false);
    store.getState().show('runs');
    expect(below()).toStrictEqual(['details', 'findings', 'runs']);
  });

  it('shows the filters again when the window gets wide, unless the user has closed them', () => {
    const store = createPaneStore(memory());
    store.getState().setNarrow(true);
    store.getState().show('details');
    store.getState().setNarrow(false);
    expect(store.getState().open).toStrictEqual({
      filters: true,
      details: true,
      problems: false,
      findings: false,
      timeline: false,
      runs: false,
    });
    store.getState().hide('filters');
    store.getState().setNarrow(true);
    store.getState().setNarrow(false);
    expect(store.getState().open.filters).toBe(false);
  });

  it('takes nothing from what it cannot read', () => {
    expect(['{', '"x"', '{"filters":"no","details":false,"other":true}'].map(readPanes)).toStrictEqual([
      {},
      {},
      { details: false },
    ]);
  });
});
