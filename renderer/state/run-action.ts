import type { ViewSpec } from '../../shared/graph/view.ts';
import type { ActionContext, ActionId } from './actions.ts';
import { ACTIONS } from './actions.ts';
import { chooseFiles, closeInventory, exportImage, openSample } from './file-operations.ts';
import { hasEnded } from '../../shared/ipc/collection.ts';
import { refreshCollection, retryCollection } from './collection-operations.ts';
import type { CollectionState } from './collection-store.ts';
import { redoName, undoName } from './history.ts';
import {
  copyNames,
  focusNodes,
  foldSelection,
  hideSelection,
  selectedNodeIds,
  showLinkEnd,
  showLinkEnds,
  showOnlyNodes,
  unfoldSelection,
} from './node-operations.ts';
import { movePane } from './pane-focus.ts';
import { stepMatch } from './query-operations.ts';
import { SEARCH_INPUT_ID } from './search-store.ts';
import { askForPaths, clearTrace, goToPath, showOnlyTraced, traceSelection } from './trace-operations.ts';
import { switchTable } from './table-operations.ts';
import { clearFilters, foldAll, isFiltered, toggleAccess } from './view-changes.ts';
import type { Workbench } from './workbench.ts';

/** Returns what decides which actions apply now. */
export function actionContext({ session, view, selection, collection, trace }: Workbench): ActionContext {
  const { history, laidOut } = view.getState();
  const { trail } = selection.getState();
  const ids = new Set(trail.here.ids);
  const nodes = laidOut?.view.nodes.filter((node) => ids.has(node.id)) ?? [];
  const { spec } = history.present.state;
  const { session: shown } = session.getState();
  return {
    phase: shown.phase,
    collection: collectionPhase(collection.getState()),
    changes: shown.phase === 'open' && shown.changes !== undefined,
    selected: spec.display === 'table' ? ids.size : nodes.length,
    link: trail.here.link !== undefined,
    fold: nodes.some((node) => node.members !== undefined),
    traced: trace.getState().trace?.type,
    fromFold: nodes.some((node) => node.unfoldedFrom !== undefined),
    canUndo: undoName(history) !== undefined,
    canRedo: redoName(history) !== undefined,
    canGoBack: trail.behind.length > 0,
    canGoForward: trail.ahead.length > 0,
    filtered: isFiltered(spec),
    unfolded: spec.unfolded.length > 0 || spec.added.length > 0,
  };
}

function collectionPhase({ status }: CollectionState): ActionContext['collection'] {
  if (status === undefined) return undefined;
  return hasEnded(status) ? 'ended' : 'running';
}

/** Runs an action if it applies now; whatever goes wrong is told to the user. Returns whether it applied. */
export function runAction(workbench: Workbench, id: ActionId): boolean {
  if (!ACTIONS[id].enabled(actionContext(workbench))) return false;
  workbench.run(() => RUNNERS[id](workbench));
  return true;
}

type Runner = (workbench: Workbench) => Promise<unknown> | void;

const RUNNERS: Readonly<Record<ActionId, Runner>> = {
  'open-files': (workbench) => chooseFiles(workbench, 'files'),
  'open-folder': (workbench) => chooseFiles(workbench, 'folder'),
  'open-sample': openSample,
  connect: ({ dialogs }) => dialogs.getState().open({ type: 'connect' }),
  refresh: refreshCollection,
  'retry-collection': (workbench) => retryCollection(workbench),
  'stop-collection': ({ session }) => session.getState().cancel(),
  'save-snapshot': ({ dialogs }) => dialogs.getState().open({ type: 'save-snapshot' }),
  'export-image': exportImage,
  'close-inventory': closeInventory,

  find: () => focusSearch(),
  'next-match': (workbench) => stepMatch(workbench, 1),
  'previous-match': (workbench) => stepMatch(workbench, -1),
  questions: ({ dialogs }) => dialogs.getState().open({ type: 'questions' }),
  'save-query': ({ dialogs, search, notices }) => {
    if (search.getState().query.trim() === '') notices.getState().announce('The search box has no query to save.');
    else dialogs.getState().open({ type: 'save-query' });
  },
  back: ({ selection }) => {
    selection.getState().back();
    centreOnInspected(selection);
  },
  forward: ({ selection }) => {
    selection.getState().forward();
    centreOnInspected(selection);
  },
  'next-pane': () => movePane(document, 1),
  'previous-pane': () => movePane(document, -1),

  undo: async ({ view, notices }) => {
    const name = undoName(view.getState().history);
    if (await view.getState().undo()) notices.getState().announce(`Undone: ${name}`);
  },
  redo: async ({ view, notices }) => {
    const name = redoName(view.getState().history);
    if (await view.getState().redo()) notices.getState().announce(`Done again: ${name}`);
  },
  history: ({ dialogs }) => dialogs.getState().open({ type: 'history' }),
  'show-all': ({ view }) => view.getState().change('Show all', clearFilters),
  'fold-all': ({ view }) => view.getState().change('Fold again', foldAll),
  'layout-columns': (workbench) => arrange(workbench, 'columns', 'Arrange in columns'),
  'layout-organic': (workbench) => arrange(workbench, 'organic', 'Arrange by force'),
  'layout-concentric': (workbench) => {
    const { ids } = workbench.selection.getState().trail.here;
    return arrange(workbench, 'concentric', 'Arrange in circles', ids);
  },
  rearrange: async ({ view, graph }) => {
    if (await view.getState().rearrange('Rearrange')) graph.current?.fit();
  },
  'toggle-table': switchTable,
  'toggle-access': async ({ view, notices }) => {
    const isOn = view.getState().history.present.state.spec.access === true;
    if (await view.getState().change(isOn ? 'Hide access' : 'Show access', toggleAccess)) {
      notices.getState().announce(isOn ? 'Access is hidden.' : 'Access is shown.');
    }
  },
  'toggle-filters': ({ panes }) => panes.getState().toggle('filters'),
  'toggle-details': ({ panes }) => panes.getState().toggle('details'),
  'toggle-problems': ({ panes }) => panes.getState().toggle('problems'),
  'toggle-findings': ({ panes }) => panes.getState().toggle('findings'),
  'show-changes': ({ panes }) => panes.getState().showReport('changes'),

  'focus-1': (workbench) => focusNodes(workbench, selectedNodeIds(workbench), 1),
  'focus-2': (workbench) => focusNodes(workbench, selectedNodeIds(workbench), 2),
  'focus-3': (workbench) => focusNodes(workbench, selectedNodeIds(workbench), 3),
  'focus-upstream': (workbench) => focusNodes(workbench, selectedNodeIds(workbench), 3, 'upstream'),
  'focus-downstream': (workbench) => focusNodes(workbench, selectedNodeIds(workbench), 3, 'downstream'),
  expand: ({ dialogs, selection }) => {
    const [id] = selection.getState().trail.here.ids;
    if (id !== undefined) dialogs.getState().open({ type: 'expand', id });
  },
  sources: (workbench) => traceSelection(workbench, 'sources'),
  dependants: (workbench) => traceSelection(workbench, 'dependants'),
  'paths-between': (workbench) => askForPaths(workbench, 'both'),
  'paths-from': (workbench) => askForPaths(workbench, 'from'),
  'paths-to': (workbench) => askForPaths(workbench, 'to'),
  'next-path': (workbench) => goToPath(workbench, 1),
  'previous-path': (workbench) => goToPath(workbench, -1),
  'show-only-traced': showOnlyTraced,
  'clear-trace': clearTrace,
  unfold: unfoldSelection,
  refold: foldSelection,
  hide: hideSelection,
  'show-only': (workbench) => showOnlyNodes(workbench, selectedNodeIds(workbench), 'Show only the selection'),
  'copy-name': (workbench) => copyNames(workbench, selectedNodeIds(workbench)),
  'link-details': ({ panes }) => panes.getState().show('details'),
  'link-source': (workbench) => showLinkEnd(workbench, 'source'),
  'link-target': (workbench) => showLinkEnd(workbench, 'target'),
  'link-ends': showLinkEnds,
  'clear-selection': ({ selection }) => selection.getState().select([]),

  'graph-fit': ({ graph }) => graph.current?.fit(),
  'graph-fit-selection': ({ graph }) => graph.current?.fitSelection(),
  'graph-zoom-reset': ({ graph }) => graph.current?.zoomReset(),
  'graph-zoom-in': ({ graph }) => graph.current?.zoomIn(),
  'graph-zoom-out': ({ graph }) => graph.current?.zoomOut(),

  'search-help': ({ dialogs }) => dialogs.getState().open({ type: 'search-help' }),
  'command-palette': ({ dialogs }) => dialogs.getState().open({ type: 'palette' }),
  'show-shortcuts': ({ dialogs }) => dialogs.getState().open({ type: 'shortcuts' }),
  'show-licences': ({ dialogs }) => dialogs.getState().open({ type: 'licences' }),
  'show-about': ({ dialogs }) => dialogs.getState().open({ type: 'about' }),
};

function arrange(
  { view, graph }: Workbench,
  layout: ViewSpec['layout'],
  name: string,
  centre?: readonly string[],
): Promise<void> {
  return view
    .getState()
    .rearrange(name, ({ centre: _before, ...spec }) => ({
      ...spec,
      layout,
      ...(centre === undefined ? {} : { centre }),
    }))
    .then((shown) => {
      if (shown) graph.current?.fit();
    });
}

function centreOnInspected(selection: Workbench['selection']): void {
  const { inspected } = selection.getState().trail.here;
  if (inspected !== undefined) selection.getState().centreOn(inspected);
}

function focusSearch(): void {
  const input = document.getElementById(SEARCH_INPUT_ID);
  if (input instanceof HTMLInputElement) {
    input.focus();
    input.select();
  }
}
