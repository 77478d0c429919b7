import { describe, expect, it } from 'vitest';
import { createPaneStore, readPanes, type PreferenceStorage } from '../../../../renderer/state/pane-store.ts';

function memory(): PreferenceStorage & { readonly values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      values.set(key, value);
    },
  };
}

describe('pane store', () => {
  it('shows filters and details at first', () => {
    expect(readPanes(null)).toStrictEqual({ filters: true, details: true, problems: false });
  });

  it('remembers what was closed and opened', () => {
    const storage = memory();
    const store = createPaneStore(storage);
    store.getState().toggle('filters');
    store.getState().show('problems');
    expect(createPaneStore(storage).getState().open).toStrictEqual({ filters: false, details: true, problems: true });
  });

  it('takes the default for what it cannot read', () => {
    expect(['{', '"x"', '{"filters":"no","details":false}'].map(readPanes)).toStrictEqual([
      { filters: true, details: true, problems: false },
      { filters: true, details: true, problems: false },
      { filters: true, details: false, problems: false },
    ]);
  });
});
