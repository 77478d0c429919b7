import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Viewport } from '../../graph/viewport.ts';
import type { LaidOutView } from '../../inventory/worker/protocol/packed-view.ts';
import type { History } from '../view/history.ts';
import type { Selected } from '../selection-store.ts';
import type { Listing } from '../listing/table-store.ts';
import type { Trace } from '../trace/trace-store.ts';
import type { Trail } from '../view/trail.ts';
import type { ViewMemory } from '../view/view-store.ts';

/** All of a view that is not in front. That of the view in front is in the stores of view, selection, trace, search and table. */
export interface TabContent {
  readonly history: History<ViewMemory>;
  readonly trail: Trail<Selected>;
  readonly trace: Trace | undefined;
  readonly viewport: Viewport | undefined;
  /** Text of the search box; absent: nothing is searched. */
  readonly query?: string;
  /** How table and tree list; absent: as at first. */
  readonly listing?: Listing;
  /** What was drawn, and of which state of the inventory; without, it is made when the view comes to the front. */
  readonly drawn?: { readonly laidOut: LaidOutView; readonly of: object };
}

/** One of the views of the inventory. */
export interface Tab {
  readonly id: string;
  readonly name: string;
  /** Absent while it is in front. */
  readonly content?: TabContent;
}

export interface TabState {
  /** In their order on the screen; at least one. */
  readonly tabs: readonly Tab[];
  /** Id of the one in front. */
  readonly active: string;
  /** Closed ones with their place, the last one first. */
  readonly closed: readonly { readonly tab: Tab; readonly place: number }[];
  /** What is to be seen once the view is drawn: what was seen before, or the whole. */
  readonly wanted: Viewport | 'whole' | undefined;
}

export type TabStore = StoreApi<TabState>;

/** Most views at once, and most closed ones that can be opened again. */
export const MAX_TABS = 30;
const MAX_CLOSED = 10;

const FIRST: Tab = { id: 'first', name: 'View 1' };

/** An inventory with one view. */
export const ONE_TAB: TabState = { tabs: [FIRST], active: FIRST.id, closed: [], wanted: undefined };

/** Returns the store of the views; there is one. */
export function createTabStore(): TabStore {
  return createStore<TabState>(() => ONE_TAB);
}

/** Returns a name that no view has: `View 3`. */
export function nextTabName(tabs: readonly Tab[]): string {
  const names = new Set(tabs.map(({ name }) => name));
  let number = tabs.length + 1;
  while (names.has(`View ${number}`)) number += 1;
  return `View ${number}`;
}

/** Brings a view to the front; `content` is what the stores have of the one that was there. */
export function bringToFront(state: TabState, id: string, content: TabContent): TabState {
  return {
    ...state,
    active: id,
    tabs: state.tabs.map((tab) => {
      if (tab.id === id) return { id, name: tab.name };
      return tab.id === state.active ? { ...tab, content } : tab;
    }),
  };
}

/** Puts a view in behind the one in front. */
export function insertTab(state: TabState, tab: Tab, place = placeOf(state, state.active) + 1): TabState {
  return { ...state, tabs: state.tabs.toSpliced(place, 0, tab) };
}

/** Takes away a view that is not in front; it can be opened again. */
export function removeTab(state: TabState, id: string): TabState {
  const place = placeOf(state, id);
  const tab = state.tabs[place];
  if (tab === undefined || id === state.active) return state;
  return {
    ...state,
    tabs: state.tabs.toSpliced(place, 1),
    closed: [{ tab, place }, ...state.closed].slice(0, MAX_CLOSED),
  };
}

/** Puts the view that was closed last back to where it was. */
export function reinsertTab(state: TabState): TabState {
  const [last, ...closed] = state.closed;
  if (last === undefined) return state;
  return { ...insertTab(state, last.tab, Math.min(last.place, state.tabs.length)), closed };
}

/** Gives a view another name. */
export function renameTab(state: TabState, id: string, name: string): TabState {
  return { ...state, tabs: state.tabs.map((tab) => (tab.id === id ? { ...tab, name } : tab)) };
}

/** Moves a view to another place; beyond the ends it stays at the end. */
export function moveTab(state: TabState, id: string, to: number): TabState {
  const from = placeOf(state, id);
  const tab = state.tabs[from];
  if (tab === undefined) return state;
  const place = Math.max(0, Math.min(state.tabs.length - 1, to));
  return { ...state, tabs: state.tabs.toSpliced(from, 1).toSpliced(place, 0, tab) };
}

/** Place of a view among the others, from 0; -1 where there is none of this id. */
export function placeOf({ tabs }: Pick<TabState, 'tabs'>, id: string): number {
  return tabs.findIndex((tab) => tab.id === id);
}

/** Id of the view next to the one in front, round at the ends. */
export function neighbourOf(state: TabState, by: 1 | -1): string {
  const { tabs, active } = state;
  return tabs[(placeOf(state, active) + by + tabs.length) % tabs.length]?.id ?? active;
}
