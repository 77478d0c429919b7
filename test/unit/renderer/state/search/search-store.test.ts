import { describe, expect, it } from 'vitest';
import { InventoryError } from '../../../../../renderer/inventory/inventory-client.ts';
import { createSearchStore } from '../../../../../renderer/state/search/search-store.ts';
import type { NodeId } from '../../../../../shared/graph/graph.ts';
import type { SearchHit } from '../../../../../shared/search/hit.ts';

const [first, second] = ['//storage.googleapis.com/models', '//storage.googleapis.com/moods'] as NodeId[];

const hit: SearchHit = {
  id: first ?? ('' as NodeId),
  kind: 'gcp-storage-bucket',
  state: 'present',
  title: 'models',
  subtitle: '',
  quality: 'prefix',
  field: 'title',
  text: 'models',
  ranges: [[0, 2]],
};

const problem = { from: 0, to: 2, message: 'There is no field "mo".', expected: ['model'] };

function openStore(search = Promise.resolve({ hits: [hit], total: 7, problems: [problem], undecided: 3 })) {
  return createSearchStore({
    search: () => search,
    matches: () => Promise.resolve({ ids: [first, second].flatMap((id) => id ?? []), total: 2 }),
    complete: (_query, cursor) =>
      Promise.resolve({ from: 0, to: cursor, items: [{ type: 'field', label: 'model:', insert: 'model:' }] }),
  });
}

async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}

describe('search store', () => {
  it('answers what is typed', async () => {
    const store = openStore();
    store.getState().setQuery('mo');
    await settle();
    expect(store.getState()).toMatchObject({
      query: 'mo',
      answered: 'mo',
      hits: [hit],
      total: 7,
      problems: [problem],
      undecided: 3,
      matches: [first, second],
      current: -1,
    });
  });

  it('suggests nothing for a query that was put in whole, until it is changed', async () => {
    const store = openStore();
    store.getState().setWholeQuery('kind:model');
    store.getState().setCursor(10);
    await settle();
    expect(store.getState()).toMatchObject({
      answered: 'kind:model',
      total: 7,
      completions: { from: 0, to: 0, items: [] },
    });
    store.getState().setQuery('kind:model m');
    store.getState().setCursor(12);
    await settle();
    expect(store.getState().completions).toStrictEqual({
      from: 0,
      to: 12,
      items: [{ type: 'field', label: 'model:', insert: 'model:' }],
    });
  });

  it('goes through the matches and round at both ends', async () => {
    const store = openStore();
    store.getState().setQuery('mo');
    await settle();
    const { step } = store.getState();
    expect([step(1), step(1), step(1), step(-1)]).toStrictEqual([first, second, first, second]);
    store.getState().setQuery('mod');
    await settle();
    expect(step(-1)).toBe(second);
    store.getState().clear();
    expect(step(1)).toBeUndefined();
  });

  it('asks again when marks have changed, and stays where it was among what is found', async () => {
    const third = '//storage.googleapis.com/more' as NodeId;
    let ids = [first, second, third].flatMap((id) => id ?? []);
    const store = createSearchStore({
      search: () => Promise.resolve({ hits: [], total: ids.length, problems: [], undecided: 0 }),
      matches: () => Promise.resolve({ ids, total: ids.length }),
      complete: () => Promise.resolve({ from: 0, to: 0, items: [] }),
    });
    const { setQuery, step, askAgain } = store.getState();
    setQuery('has:mark');
    await settle();
    expect([step(1), step(1)]).toStrictEqual([first, second]);
    ids = [second, third].flatMap((id) => id ?? []);
    askAgain();
    await settle();
    expect(store.getState()).toMatchObject({ total: 2, matches: ids, current: 0 });
    ids = [third];
    askAgain();
    await settle();
    expect(store.getState()).toMatchObject({ total: 1, matches: [third], current: -1 });
    expect(step(1)).toBe(third);
  });

  it('asks nothing again while the box is empty', async () => {
    const store = openStore();
    store.getState().askAgain();
    await settle();
    expect(store.getState()).toMatchObject({ answered: '', hits: [], matches: [] });
  });

  it('tells what can stand at the cursor', async () => {
    const store = openStore();
    store.getState().setQuery('mo');
    store.getState().setCursor(2);
    await settle();
    expect(store.getState().completions).toMatchObject({ from: 0, to: 2, items: [{ insert: 'model:' }] });
    store.getState().setQuery('mod');
    expect(store.getState().completions.items).toStrictEqual([]);
  });

  it('shows nothing of an answer that comes after the box was cleared', async () => {
    const store = openStore();
    store.getState().setQuery('mo');
    store.getState().clear();
    await settle();
    expect(store.getState()).toMatchObject({ query: '', answered: '', hits: [], total: 0, matches: [] });
  });

  it('tells a failed search from one without hits', async () => {
    const store = openStore(Promise.reject(new InventoryError('failed', 'too long')));
    store.getState().setQuery('mo');
    await settle();
    expect(store.getState()).toMatchObject({ answered: 'mo', hits: [], failure: 'too long' });
  });
});
