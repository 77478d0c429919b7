import type { StoreApi } from 'zustand/vanilla';
import type { Conditions } from '../../shared/actions/conditions.ts';
import type { AppInfo, RecentFile, Settings } from '../../shared/ipc/contract.ts';
import type { MainProcess } from '../api/client.ts';
import type { GraphHandle } from '../graph/graph-callbacks.ts';
import type { InventoryClient } from '../inventory/inventory-client.ts';
import type { CanvasStore } from './view/canvas-store.ts';
import type { CollectionStore } from './collection/collection-store.ts';
import type { DialogStore } from './dialog-store.ts';
import type { FindingsStore } from './findings/findings-store.ts';
import type { NoticeStore } from './notice-store.ts';
import type { PaneStore, PreferenceStorage } from './pane-store.ts';
import type { ReviewStore } from './review/review-store.ts';
import type { SearchStore } from './search/search-store.ts';
import type { SelectionStore } from './selection-store.ts';
import type { SessionStore } from './session-store.ts';
import type { RunsStore } from './listing/runs-store.ts';
import type { TableStore } from './listing/table-store.ts';
import type { TabStore } from './tabs/tab-store.ts';
import type { TraceStore } from './trace/trace-store.ts';
import type { ViewStore } from './view/view-store.ts';

/** What the main process told about the app; absent until it answered. */
export interface AppState {
  readonly info: AppInfo | undefined;
  readonly settings: Settings | undefined;
  readonly recent: readonly RecentFile[] | undefined;
  /** Whether an inventory is on its way already, so that the start screen need not flash; unknown at first. */
  readonly expecting: boolean | undefined;
}

/** Everything the components of one window share. Made in the folder `workbench`, once for each window; tests make their own. */
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
  readonly conditions: StoreApi<Conditions>;
  readonly storage: PreferenceStorage;
  readonly mac: boolean;
  /** The canvas, while there is one. */
  readonly graph: { current: GraphHandle | null };
  /** Keeps the work on the inventory at once, as far as it is not kept yet. */
  keepNow(): void;
  /** Runs something that may fail and tells the user if it does. */
  run(work: () => unknown): void;
}
