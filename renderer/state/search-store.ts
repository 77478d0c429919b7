import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SearchHit } from '../../shared/search/hit.ts';
import { describeError } from '../errors/describe-error.ts';
import type { InventoryClient } from '../inventory/inventory-client.ts';
import { createLatest } from './latest.ts';

export interface SearchState {
  readonly query: string;
  /** The query `hits` answer; differs from `query` while the worker is at it. */
  readonly answered: string;
  /** Best first. */
  readonly hits: readonly SearchHit[];
  /** All hits, of which `hits` are the first. */
  readonly total: number;
  /** In the user's words, when the search itself failed: not the same as no hits. */
  readonly failure: string | undefined;
  setQuery(query: string): void;
  clear(): void;
}

export type SearchStore = StoreApi<SearchState>;

/** Hits listed while typing. */
export const LISTED_HITS = 60;

const NONE = { answered: '', hits: [], total: 0, failure: undefined } as const;

/** Returns the store of the search box. Answers to older queries are dropped. */
export function createSearchStore(inventory: Pick<InventoryClient, 'search'>): SearchStore {
  return createStore<SearchState>((set, get) => {
    const ask = createLatest(
      (query: string) => inventory.search(query, LISTED_HITS),
      (query, { hits, total }) => {
        if (get().query === query) set({ answered: query, hits, total, failure: undefined });
      },
      (query, error) => {
        if (get().query === query) set({ ...NONE, answered: query, failure: describeError(error).message });
      },
    );
    return {
      ...NONE,
      query: '',
      setQuery(query) {
        set({ query });
        if (query.trim() === '') set(NONE);
        else ask(query);
      },
      clear() {
        set({ query: '', ...NONE });
      },
    };
  });
}
