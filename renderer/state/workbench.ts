import { createStore, type StoreApi } from 'zustand/vanilla';
import { createConditionsStore, type ConditionsStore } from '../actions/conditions-store.ts';
import type { AppInfo, RecentFile, Settings } from '../../shared/ipc/contract.ts';
import { EMPTY_REVIEW } from '../../shared/review/review-record.ts';
import type { MainProcess } from '../api/client.ts';
import { describeError, isSuperseded } from '../errors/describe-error.ts';
import type { GraphHandle } from '../graph/graph-callbacks.ts';
import type { InventoryClient } from '../inventory/inventory-client.ts';
import { createAutosave } from './autosave.ts';
import { canvasSize } from './canvas-size.ts';
import { createCanvasStore, type CanvasStore } from './canvas-store.ts';
import { createCollectionStore, type CollectionStore } from './collection-store.ts';
import { createDialogStore, type DialogStore } from './dialog-store.ts';
import { createFindingsStore, type FindingsStore } from './findings-store.ts';
import { createNoticeStore, type NoticeStore } from './notice-store.ts';
import { createPaneStore, type PaneStore, type PreferenceStorage } from './pane-store.ts';
import { createReviewStore, type ReviewStore } from './review-store.ts';
import { createSearchStore, type SearchStore } from './search-store.ts';
import { createSelectionStore, type SelectionStore } from './selection-store.ts';
import { createSessionStore, type SessionStore } from './session-store.ts';
import { createRunsStore, type RunsStore } from './runs-store.ts';
import { createTableStore, type TableStore } from './table-store.ts';
import { tellStandards } from './tell-standards.ts';
import { startInventory } from './resume.ts';
import { createTabStore, ONE_TAB, type TabStore } from './tab-store.ts';
import { createTraceStore, type TraceStore } from './trace-store.ts';
import { createViewStore, type ViewStore } from './view-store.ts';

/** What the main process told about the app; absent until it answered. */
export interface AppState {
  readonly info: AppInfo | undefined;
  readonly settings: Settings | undefined;
  readonly recent: readonly RecentFile[] | undefined;
  /** Whether an inventory is on its way already, so that the start screen need not flash; unknown at first. */
  readonly expecting: boolean | undefined;
}

/** Everything the components of one window share. Made once, in `main.tsx`; tests make their own. */
export interface Workbench {
  readonly main: MainProcess;
  readonly inventory: InventoryClient;
  readonly app: StoreApi<AppState>;
  readonly session: SessionStore;
  readonly view: ViewStore;
  readonly selection: SelectionStore;
  readonly search: SearchStore;
  readonly trace: TraceStore;
  readonly review: ReviewStore;
  readonly table: TableStore;
  readonly tabs: TabStore;
  readonly runs: RunsStore;
  readonly panes: PaneStore;
  readonly findings: FindingsStore;
  readonly canvas: CanvasStore;
  readonly notices: NoticeStore;
  readonly dialogs: DialogStore;
  readonly collection: CollectionStore;
  /** Whether a text field has the focus. */
  readonly typing: StoreApi<boolean>;
  /** What holds now, which decides what actions apply. */
  readonly conditions: ConditionsStore;
  readonly storage: PreferenceStorage;
  readonly mac: boolean;
  /** The canvas, while there is one. */
  readonly graph: { current: GraphHandle | null };
  /** Keeps the work on the inventory at once, as far as it is not kept yet. */
  keepNow(): void;
  /** Runs something that may fail and tells the user if it does. */
  run(work: () => unknown): void;
}

/** Pixels from which on the details are open at the start: the graph keeps its room. */
const WIDE = 1440;

/** Returns the shared state of a window. */
export function createWorkbench(
  main: MainProcess,
  inventory: InventoryClient,
  storage: PreferenceStorage,
  mac: boolean,
): Workbench {
  const notices = createNoticeStore();
  const panes = createPaneStore(storage, globalThis.innerWidth >= WIDE);
  const canvas = createCanvasStore(storage);
  let changes = 0;
  function countChange(): number {
    changes += 1;
    return changes;
  }
  const app = createStore<AppState>(() => ({
    info: undefined,
    settings: undefined,
    recent: undefined,
    expecting: undefined,
  }));
  const view = createViewStore(inventory, () => canvasSize(window, panes.getState().open), countChange);
  const review = createReviewStore({
    author: () => app.getState().settings?.reviewer ?? '',
    now: () => new Date().toISOString(),
    newId: () => crypto.randomUUID(),
    countChange,
  });
  const tabs = createTabStore();
  const selection = createSelectionStore();
  const search = createSearchStore(inventory);
  const trace = createTraceStore();
  const table = createTableStore(storage);
  const runs = createRunsStore();
  const findings = createFindingsStore(storage);
  const judgeAsConfigured = tellStandards({ inventory, findings, review, notices }, report);
  const dialogs = createDialogStore();
  const collection = createCollectionStore();
  const graph: Workbench['graph'] = { current: null };
  const session = createSessionStore({
    inventory,
    startView: (source) => startInventory(workbench, autosave, source),
    refreshView(first) {
      // What nobody has touched yet is laid out well; after that nothing moves by itself.
      const untouched = first && view.getState().history.past.length === 0 && graph.current?.isUntouched() !== false;
      return view.getState().refresh(untouched ? 'anew' : 'in-place');
    },
    reportError: report,
    leave() {
      autosave.end();
      tabs.setState(ONE_TAB, true);
      view.getState().clear();
      selection.getState().clear();
      search.getState().clear();
      trace.getState().clear();
      review.getState().start(EMPTY_REVIEW);
      table.getState().clear();
      runs.getState().show(undefined);
      findings.getState().clear();
      judgeAsConfigured();
      dialogs.getState().close();
      collection.getState().clear();
    },
  });

  function report(error: unknown): void {
    if (isSuperseded(error)) return;
    const { title, message, advice } = describeError(error);
    notices.getState().notify({ tone: 'error', title, detail: `${message} ${advice}` });
  }

  const typing = createStore(() => false);

  const workbench: Workbench = {
    main,
    inventory,
    app,
    session,
    view,
    selection,
    search,
    trace,
    review,
    table,
    tabs,
    runs,
    panes,
    findings,
    canvas,
    notices,
    dialogs,
    collection,
    typing,
    conditions: createConditionsStore({
      app,
      session,
      view,
      selection,
      search,
      trace,
      review,
      tabs,
      panes,
      findings,
      canvas,
      dialogs,
      collection,
      typing,
    }),
    storage,
    mac,
    graph,
    keepNow: () => autosave.flush(),
    run(work) {
      try {
        Promise.resolve(work()).catch(report);
      } catch (error) {
        report(error);
      }
    },
  };
  const autosave = createAutosave(workbench, {
    loadWriter: async () => (await import('./review-writer.ts')).createReviewWriter(),
    now: () => new Date().toISOString(),
    clock: () => performance.now(),
    setTimer: (work, milliseconds) => window.setTimeout(work, milliseconds),
    clearTimer: (timer) => window.clearTimeout(timer),
  });
  return workbench;
}
