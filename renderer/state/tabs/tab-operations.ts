import type { LaidOutView } from '../../inventory/worker/protocol/packed-view.ts';
import { startHistory } from '../view/history.ts';
import { NOTHING } from '../selection-store.ts';
import {
  bringToFront,
  insertTab,
  MAX_TABS,
  moveTab,
  neighbourOf,
  nextTabName,
  placeOf,
  reinsertTab,
  removeTab,
  renameTab,
  type TabContent,
} from './tab-store.ts';
import { startTrail } from '../view/trail.ts';
import { EMPTY_MEMORY } from '../view/view-store.ts';
import type { Workbench } from '../workbench.ts';

/** Identifies the state of the inventory that is drawn: another summary comes with every change of it. */
function revisionOf({ session }: Workbench): object {
  const { session: shown } = session.getState();
  return shown.phase === 'open' ? shown.summary : shown;
}

/** What the stores have of the view in front. */
export function contentInFront(workbench: Workbench): TabContent {
  const { view, selection, trace, graph, search, table } = workbench;
  const { history, laidOut, pending } = view.getState();
  const { sort, open } = table.getState();
  return {
    history,
    trail: selection.getState().trail,
    trace: trace.getState().trace,
    viewport: graph.current?.viewport(),
    query: search.getState().query,
    listing: { sort, open },
    ...(laidOut === undefined || pending ? {} : { drawn: { laidOut, of: revisionOf(workbench) } }),
  };
}

/** Gives the stores the content of a view. */
async function show(workbench: Workbench, content: TabContent): Promise<void> {
  const { history, trail, trace, viewport, drawn, query = '', listing } = content;
  const { view, selection, trace: traces, tabs, search, table } = workbench;
  if (search.getState().query !== query) search.getState().setQuery(query);
  table.getState().adopt(listing);
  tabs.setState({ wanted: viewport ?? 'whole' });
  selection.getState().adopt(trail);
  if (trace === undefined) traces.getState().clear();
  else traces.getState().show(trace);
  const laidOut: LaidOutView | undefined = drawn?.of === revisionOf(workbench) ? drawn.laidOut : undefined;
  await view.getState().adopt(history, laidOut);
}

/** Shows what is wanted of a view, once it is drawn. */
export function showWanted({ tabs, graph }: Pick<Workbench, 'tabs' | 'graph'>): void {
  const { wanted } = tabs.getState();
  if (wanted === undefined || graph.current?.viewport() === undefined) return;
  tabs.setState({ wanted: undefined });
  if (wanted === 'whole') graph.current.fit();
  else graph.current.show(wanted);
}

/** Brings one of the views to the front. */
export async function showTab(workbench: Workbench, id: string): Promise<void> {
  const { tabs, notices } = workbench;
  const state = tabs.getState();
  const tab = state.tabs[placeOf(state, id)];
  if (tab?.content === undefined) return;
  tabs.setState(bringToFront(state, id, contentInFront(workbench)));
  await show(workbench, tab.content);
  notices.getState().announce(`${tab.name}, view ${placeOf(state, id) + 1} of ${state.tabs.length}`);
}

/** Brings the next or previous view to the front, round at the ends. */
export function showNeighbour(workbench: Workbench, by: 1 | -1): Promise<void> {
  return showTab(workbench, neighbourOf(workbench.tabs.getState(), by));
}

/** Opens a further view with a content, in front. */
export async function openTab(workbench: Workbench, content: TabContent, name?: string): Promise<void> {
  const { tabs, notices, review } = workbench;
  const state = tabs.getState();
  if (state.tabs.length >= MAX_TABS) {
    notices
      .getState()
      .notify({ tone: 'info', title: `There are ${MAX_TABS} views already`, detail: 'Close one first.' });
    return;
  }
  const id = review.getState().newId();
  tabs.setState(insertTab(state, { id, name: name ?? nextTabName(state.tabs), content }));
  await showTab(workbench, id);
}

/** Opens the first view of the inventory in a further tab. */
export function openNewTab(workbench: Workbench): Promise<void> {
  return openTab(workbench, {
    history: startHistory(EMPTY_MEMORY),
    trail: startTrail(NOTHING),
    trace: undefined,
    viewport: undefined,
  });
}

/** Opens the view in front once more, with its history. */
export function duplicateTab(workbench: Workbench): Promise<void> {
  const { tabs, active } = workbench.tabs.getState();
  const name = tabs.find(({ id }) => id === active)?.name ?? '';
  return openTab(workbench, contentInFront(workbench), `${name} (copy)`.slice(0, 100));
}

/** Closes a view; the one beside it comes to the front. The last one stays. */
export async function closeTab(workbench: Workbench, id: string): Promise<void> {
  const { tabs, notices } = workbench;
  const state = tabs.getState();
  const place = placeOf(state, id);
  if (state.tabs.length < 2 || place < 0) return;
  const name = state.tabs[place]?.name ?? '';
  if (id === state.active) await showNeighbour(workbench, place === state.tabs.length - 1 ? -1 : 1);
  tabs.setState(removeTab(tabs.getState(), id));
  notices.getState().announce(`${name} closed`);
}

/** Opens the view again that was closed last. */
export async function reopenTab(workbench: Workbench): Promise<void> {
  const { tabs } = workbench;
  const [last] = tabs.getState().closed;
  if (last === undefined) return;
  tabs.setState(reinsertTab(tabs.getState()));
  await showTab(workbench, last.tab.id);
}

/** Gives a view a name. */
export function nameTab({ tabs, notices }: Workbench, id: string, name: string): void {
  tabs.setState(renameTab(tabs.getState(), id, name));
  notices.getState().announce(`The view is called ${name}`);
}

/** Moves the view in front by one place. */
export function shiftTab({ tabs, notices }: Workbench, by: 1 | -1): void {
  const state = tabs.getState();
  const moved = moveTab(state, state.active, placeOf(state, state.active) + by);
  tabs.setState(moved);
  notices.getState().announce(`View ${placeOf(moved, state.active) + 1} of ${moved.tabs.length}`);
}
