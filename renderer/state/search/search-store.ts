import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NodeId } from '../../../shared/graph/graph.ts';
import type { SearchHit } from '../../../shared/search/hit.ts';
import type { Completions } from '../../../shared/search/query/complete.ts';
import type { QueryProblem } from '../../../shared/search/query/syntax.ts';
import { describeError } from '../../errors/describe-error.ts';
import type { InventoryClient } from '../../inventory/inventory-client.ts';
import { createLatest } from '../latest.ts';

export interface SearchState {
  readonly query: string;
  /** The query `hits` answer; differs from `query` while the worker is at it. */
  readonly answered: string;
  /** Best first. */
  readonly hits: readonly SearchHit[];
  /** All hits, of which `hits` are the first. */
  readonly total: number;
  /** Mistakes of the answered query, at their places. */
  readonly problems: readonly QueryProblem[];
  /** Resources of which the query cannot be decided. */
  readonly undecided: number;
  /** In the user's words, when the search itself failed: not the same as no hits. */
  readonly failure: string | undefined;
  /** What is found, best first: marked in the graph, and walked by next and previous. */
  readonly matches: readonly NodeId[];
  /** Place in `matches` of the one that was gone to; -1 before the first step. */
  readonly current: number;
  /** What can stand at the cursor. */
  readonly completions: Completions;
  /** The hits that were shown alone last, and of which query; they tell whether the view still shows just these. */
  readonly picked: { readonly query: string; readonly ids: readonly NodeId[] } | undefined;
  setQuery(query: string): void;
  /** Puts in a query that is whole, as that of a question: nothing is suggested for it before it is changed. */
  setWholeQuery(query: string): void;
  /** Notes which hits are shown alone. */
  pick(query: string, ids: readonly NodeId[]): void;
  /** Asks what can stand at a cursor in the query. */
  setCursor(cursor: number): void;
  /** Goes on among the matches and round at the ends; undefined where there are none. */
  step(by: 1 | -1): NodeId | undefined;
  /** Asks the query anew, because what it finds may have changed; what was found stays until then, and so does the place in it. */
  askAgain(): void;
  clear(): void;
}

export type SearchStore = StoreApi<SearchState>;

/** Id of the text field, where "find" puts the focus. */
export const SEARCH_INPUT_ID = 'search-input';

/** Hits listed while typing. */
export const LISTED_HITS = 60;
/** Matches marked and walked; more cannot be told apart in the graph. */
export const MARKED_MATCHES = 2000;
/** Completions listed. */
const LISTED_COMPLETIONS = 12;

const NO_COMPLETIONS: Completions = { from: 0, to: 0, items: [] };

const NONE = {
  answered: '',
  hits: [],
  total: 0,
  problems: [],
  undecided: 0,
  failure: undefined,
  matches: [],
  current: -1,
} as const;

/** Returns the store of the search box. Answers to older queries are dropped. */
export function createSearchStore(inventory: Pick<InventoryClient, 'search' | 'matches' | 'complete'>): SearchStore {
  return createStore<SearchState>((set, get) => {
    /** The query of which `matches` are. */
    let walked: string | undefined;
    /** The query that was put in whole, until it is changed: suggestions would stand before its answers. */
    let whole: string | undefined;
    const askMatches = createLatest(
      (query: string) => inventory.matches(query, MARKED_MATCHES),
      (query, { ids }) => {
        if (get().query !== query) return;
        set({ matches: ids, current: query === walked ? placeAmong(ids, get()) : -1 });
        walked = query;
      },
      // What cannot be marked is listed all the same; why the search failed is told by the search itself.
      (query) => {
        if (get().query === query) set({ matches: [], current: -1 });
      },
    );
    const ask = createLatest(
      (query: string) => inventory.search(query, LISTED_HITS),
      (query, { hits, total, problems, undecided }) => {
        if (get().query !== query) return;
        set({ answered: query, hits, total, problems, undecided, failure: undefined });
        askMatches(query);
      },
      (query, error) => {
        if (get().query === query) set({ ...NONE, answered: query, failure: describeError(error).message });
      },
    );
    const askCompletions = createLatest(
      ({ query, cursor }: { readonly query: string; readonly cursor: number }) =>
        inventory.complete(query, cursor, LISTED_COMPLETIONS),
      ({ query }, completions) => {
        if (get().query === query) set({ completions });
      },
      () => set({ completions: NO_COMPLETIONS }),
    );
    return {
      ...NONE,
      query: '',
      completions: NO_COMPLETIONS,
      picked: undefined,
      pick: (query, ids) => set({ picked: { query, ids } }),
      setQuery(query) {
        walked = undefined;
        whole = undefined;
        set({ query, completions: NO_COMPLETIONS });
        if (query.trim() === '') set(NONE);
        else ask(query);
      },
      setWholeQuery(query) {
        get().setQuery(query);
        whole = query;
      },
      askAgain() {
        const { query } = get();
        if (query.trim() !== '') ask(query);
      },
      setCursor(cursor) {
        if (get().query !== whole) askCompletions({ query: get().query, cursor });
      },
      step(by) {
        const { matches, current } = get();
        if (matches.length === 0) return undefined;
        const start = current < 0 && by < 0 ? 0 : current;
        const next = (start + by + matches.length) % matches.length;
        set({ current: next });
        return matches[next];
      },
      clear() {
        set({ query: '', completions: NO_COMPLETIONS, ...NONE });
      },
    };
  });
}

/** Where the match that was gone to is now; where it is found no more, before the one that came after it. */
function placeAmong(ids: readonly NodeId[], { matches, current }: Pick<SearchState, 'matches' | 'current'>): number {
  const id = matches[current];
  const place = id === undefined ? -1 : ids.indexOf(id);
  return place >= 0 ? place : Math.max(-1, Math.min(current, ids.length) - 1);
}
