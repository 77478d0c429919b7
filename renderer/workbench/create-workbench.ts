import { createStore } from 'zustand/vanilla';
import { createConditionsStore } from '../actions/conditions-store.ts';
import { EMPTY_REVIEW } from '../../shared/review/review-record.ts';
import type { MainProcess } from '../api/client.ts';
import { describeError, isSuperseded } from '../errors/describe-error.ts';
import type { InventoryClient } from '../inventory/inventory-client.ts';
import { createAutosave } from '../state/review/autosave.ts';
import { canvasSize } from '../state/view/canvas-size.ts';
import { createCanvasStore } from '../state/view/canvas-store.ts';
import { createCollectionStore } from '../state/collection/collection-store.ts';
import { createDialogStore } from '../state/dialog-store.ts';
import { createFindingsStore } from '../state/findings/findings-store.ts';
import { createNoticeStore } from '../state/notice-store.ts';
import { createPaneStore, type PreferenceStorage } from '../state/pane-store.ts';
import { createReviewStore } from '../state/review/review-store.ts';
import { createSearchStore } from '../state/search/search-store.ts';
import { createSelectionStore } from '../state/selection-store.ts';
import { createSessionStore } from '../state/session-store.ts';
import { createRunsStore } from '../state/listing/runs-store.ts';
import { createTableStore } from '../state/listing/table-store.ts';
import { tellStandards } from '../state/findings/tell-standards.ts';
import { startInventory } from '../state/review/resume.ts';
import { createTabStore, ONE_TAB } from '../state/tabs/tab-store.ts';
import { createTraceStore } from '../state/trace/trace-store.ts';
import { createViewStore } from '../state/view/view-store.ts';
import type { AppState, Workbench } from '../state/workbench.ts';

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
  const judgeAsConfigured = tellStandards({ inventory, findings, review, search, notices }, report);
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
    loadWriter: async () => (await import('../state/review/review-writer.ts')).createReviewWriter(),
    now: () => new Date().toISOString(),
    clock: () => performance.now(),
    setTimer: (work, milliseconds) => window.setTimeout(work, milliseconds),
    clearTimer: (timer) => window.clearTimeout(timer),
  });
  return workbench;
}
