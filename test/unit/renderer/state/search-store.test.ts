import { describe, expect, it } from 'vitest';
import { InventoryError } from '../../../../renderer/inventory/inventory-client.ts';
import { createSearchStore } from '../../../../renderer/state/search-store.ts';
import type { NodeId } from '../../../../shared/graph/graph.ts';
import type { SearchHit } from '../../../../shared/search/hit.ts';

const hit: SearchHit = {
  id: '//storage.googleapis.com/models' as NodeId,
  kind: 'gcp-storage-bucket',
  state: 'present',
  title: 'models',
  subtitle: '',
  quality: 'prefix',
  field: 'title',
  text: 'models',
  ranges: [[0, 2]],
};

async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}

describe('search store', () => {
  it('answers what is typed', async () => {
    const store = createSearchStore({ search: () => Promise.resolve({ hits: [hit], total: 7 }) });
    store.getState().setQuery('mo');
    await settle();
    expect(store.getState()).toMatchObject({ query: 'mo', answered: 'mo', hits: [hit], total: 7 });
  });

  it('shows nothing of an answer that comes after the box was cleared', async () => {
    const store = createSearchStore({ search: () => Promise.resolve({ hits: [hit], total: 1 }) });
    store.getState().setQuery('mo');
    store.getState().clear();
    await settle();
    expect(store.getState()).toMatchObject({ query: '', answered: '', hits: [], total: 0 });
  });

  it('tells a failed search from one without hits', async () => {
    const store = createSearchStore({ search: () => Promise.reject(new InventoryError('failed', 'too long')) });
    store.getState().setQuery('mo');
    await settle();
    expect(store.getState()).toMatchObject({ answered: 'mo', hits: [], failure: 'too long' });
  });
});
