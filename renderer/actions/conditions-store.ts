import { createStore, type StoreApi } from 'zustand/vanilla';
import { CONDITIONS, settingsConditions, type Condition, type Conditions } from '../../shared/actions/conditions.ts';
import { hasEnded } from '../../shared/ipc/collection.ts';
import { nextRedo, nextUndo } from '../state/view/undo-operations.ts';
import { isFiltered } from '../state/view/view-changes.ts';
import type { Workbench } from '../state/workbench.ts';

/** The stores on which conditions depend. */
const SOURCES = [
  'app',
  'session',
  'view',
  'selection',
  'search',
  'trace',
  'review',
  'tabs',
  'panes',
  'findings',
  'canvas',
  'dialogs',
  'collection',
  'typing',
] as const satisfies readonly (keyof Workbench)[];

type Sources = Pick<Workbench, (typeof SOURCES)[number]>;

/** Returns the store of what holds in the window now; it changes only when one of the conditions does. */
export function createConditionsStore(sources: Sources): StoreApi<Conditions> {
  const store = createStore<Conditions>(() => conditionsOf(sources));
  function update(): void {
    const before = store.getState();
    const now = conditionsOf(sources);
    if (now.size !== before.size || [...now].some((condition) => !before.has(condition))) store.setState(now, true);
  }
  for (const name of SOURCES) sources[name].subscribe(update);
  return store;
}

/** Returns what holds, in the order of the list of conditions. */
function conditionsOf(sources: Sources): Conditions {
  const { app, session, search, trace, tabs, panes, findings, canvas, dialogs, collection, typing } = sources;
  const { session: shown } = session.getState();
  const { settings } = app.getState();
  const { status } = collection.getState();
  const { trace: traced } = trace.getState();
  const { open } = panes.getState();
  const { query, matches } = search.getState();
  const fromSettings: ReadonlySet<Condition> = new Set(settings === undefined ? [] : settingsConditions(settings));
  const holds: Readonly<Record<Exclude<Condition, SettingsCondition>, boolean>> = {
    window: true,
    free: dialogs.getState().overlay === undefined,
    typing: typing.getState(),
    open: shown.phase === 'open',
    closable: shown.phase !== 'start',
    collected: status !== undefined && hasEnded(status),
    collecting: status !== undefined && !hasEnded(status),
    changes: shown.phase === 'open' && shown.changes !== undefined,
    traced: traced !== undefined,
    paths: traced?.type === 'paths',
    query: query.trim() !== '',
    matches: matches.length > 0,
    'several-tabs': tabs.getState().tabs.length > 1,
    'closed-tabs': tabs.getState().closed.length > 0,
    'badges-shown': findings.getState().badges,
    'filters-shown': open.filters,
    'details-shown': open.details,
    'problems-shown': open.problems,
    'findings-shown': open.findings,
    'timeline-shown': open.timeline,
    'minimap-shown': canvas.getState().minimap,
    'runs-shown': open.runs,
    ...ofSelection(sources),
    ...ofView(sources),
    ...ofArrangement(sources),
  };
  return new Set(
    CONDITIONS.filter((condition) => (isOfSettings(condition) ? fromSettings.has(condition) : holds[condition])),
  );
}

type SettingsCondition = Extract<Condition, `theme-${string}` | `console-${string}`>;

function isOfSettings(condition: Condition): condition is SettingsCondition {
  return condition.startsWith('theme-') || condition.startsWith('console-');
}

type SelectionCondition =
  | 'selection'
  | 'one-selected'
  | 'two-selected'
  | 'link'
  | 'anything-selected'
  | 'fold'
  | 'from-fold'
  | 'in-area'
  | 'pinned'
  | 'can-go-back'
  | 'can-go-forward';

function ofSelection({ view, selection }: Sources): Readonly<Record<SelectionCondition, boolean>> {
  const { history, laidOut } = view.getState();
  const { trail } = selection.getState();
  const ids = new Set(trail.here.ids);
  const nodes = ids.size === 0 ? [] : (laidOut?.view.nodes.filter((node) => ids.has(node.id)) ?? []);
  // Table and tree have what the graph folds, so that what is selected there need not be drawn.
  const count = history.present.state.spec.display !== undefined ? ids.size : nodes.length;
  const fold = nodes.some((node) => node.members !== undefined);
  const link = trail.here.link !== undefined;
  return {
    selection: count > 0,
    'one-selected': count === 1 && !fold,
    'two-selected': count === 2 && !fold,
    link,
    'anything-selected': count > 0 || link,
    fold,
    'from-fold': nodes.some((node) => node.unfoldedFrom !== undefined),
    'in-area': nodes.some(({ id, area }) => area !== undefined && area !== id),
    pinned: nodes.length > 0 && nodes.every((node) => node.pinned === true),
    'can-go-back': trail.behind.length > 0,
    'can-go-forward': trail.ahead.length > 0,
  };
}

type ViewCondition =
  | 'can-undo'
  | 'can-redo'
  | 'filtered'
  | 'unfolded'
  | 'by-time'
  | 'graph-shown'
  | 'table-shown'
  | 'tree-shown'
  | 'access-shown';

function ofView({ view, review }: Sources): Readonly<Record<ViewCondition, boolean>> {
  const { history } = view.getState();
  const { spec } = history.present.state;
  return {
    'can-undo': nextUndo({ view, review }) !== undefined,
    'can-redo': nextRedo({ view, review }) !== undefined,
    filtered: isFiltered(spec),
    unfolded: spec.unfolded.length > 0 || spec.added.length > 0,
    'by-time': spec.time !== undefined,
    'graph-shown': spec.display === undefined,
    'table-shown': spec.display === 'table',
    'tree-shown': spec.display === 'tree',
    'access-shown': spec.access === true,
  };
}

type ArrangementCondition =
  | 'has-pins'
  | 'grouped'
  | 'arranging'
  | 'in-columns'
  | 'in-layers'
  | 'by-force'
  | 'in-circles'
  | `spaced-${string}`
  | `grouped-by-${string}`;

function ofArrangement({ view }: Sources): Readonly<Record<Extract<Condition, ArrangementCondition>, boolean>> {
  const { history, pending } = view.getState();
  const { layout, spacing, groupBy, pinned = [] } = history.present.state.spec;
  return {
    'has-pins': pinned.length > 0,
    grouped: groupBy !== undefined,
    arranging: pending,
    'in-columns': layout === 'columns',
    'in-layers': layout === 'layered',
    'by-force': layout === 'organic',
    'in-circles': layout === 'concentric',
    'spaced-closely': spacing === 'compact',
    'spaced-as-usual': spacing === undefined,
    'spaced-widely': spacing === 'wide',
    'grouped-by-links': groupBy === undefined,
    'grouped-by-project': groupBy?.by === 'project',
    'grouped-by-region': groupBy?.by === 'location',
    'grouped-by-launcher': groupBy?.by === 'launcher',
    'grouped-by-label': groupBy?.by === 'label',
  };
}
