import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  ListQuestion,
  OpenGroups,
  TableColumn,
  TableSort,
} from '../../inventory/worker/protocol/table-protocol.ts';
import type { PreferenceStorage } from '../pane-store.ts';
import {
  boundedWidth,
  type ColumnWidths,
  readColumns,
  readWidths,
  storeColumns,
  storeWidths,
} from './table-columns.ts';

/** How resources are listed; table and tree have it in common. */
export interface TableState {
  readonly sort: TableSort;
  readonly columns: readonly TableColumn[];
  readonly widths: ColumnWidths;
  /** Which groups of the tree are open. */
  readonly open: OpenGroups;
  /** Whether the table came before the graph, because there is more than that can show well. */
  readonly listedFirst: boolean;
  noteListedFirst(listedFirst: boolean): void;
  setSort(sort: TableSort): void;
  setColumns(columns: readonly TableColumn[]): void;
  /** Gives a column a width in pixels; undefined: as wide as it is at first. */
  setWidth(column: TableColumn, width: number | undefined): void;
  /** Opens a group that is closed, and closes one that is open. */
  toggleGroup(id: string): void;
  /** Opens or closes all groups. */
  openAll(at: OpenGroups['at']): void;
  /** Forgets which groups are open: another inventory has others. */
  clear(): void;
}

export type TableStore = StoreApi<TableState>;

const AT_FIRST: OpenGroups = { at: 'first', toggled: [] };

/** Returns the store of how resources are listed. */
export function createTableStore(storage: PreferenceStorage): TableStore {
  return createStore<TableState>((set, get) => ({
    sort: { column: 'title', descending: false },
    columns: readColumns(storage),
    widths: readWidths(storage),
    open: AT_FIRST,
    listedFirst: false,
    noteListedFirst: (listedFirst) => set({ listedFirst }),
    setSort: (sort) => set({ sort }),
    setColumns(columns) {
      storeColumns(storage, columns);
      set({ columns });
    },
    setWidth(column, width) {
      const { [column]: _before, ...others } = get().widths;
      const widths = width === undefined ? others : { ...others, [column]: boundedWidth(width) };
      storeWidths(storage, widths);
      set({ widths });
    },
    toggleGroup(id) {
      const { at, toggled } = get().open;
      set({
        open: { at, toggled: toggled.includes(id) ? toggled.filter((other) => other !== id) : [...toggled, id] },
      });
    },
    openAll: (at) => set({ open: { at, toggled: [] } }),
    clear: () => set({ open: AT_FIRST, sort: { column: 'title', descending: false }, listedFirst: false }),
  }));
}

/** What is asked of the worker: of a table nothing about groups. */
export function listQuestion(
  { sort, open }: Pick<TableState, 'sort' | 'open'>,
  spec: ListQuestion['spec'],
  query: string | undefined,
): ListQuestion {
  return {
    spec,
    sort,
    ...(query === undefined ? {} : { query }),
    ...(spec.display === 'tree' ? { open } : {}),
  };
}
