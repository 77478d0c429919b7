import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type ListQuestion,
  type OpenGroups,
  TABLE_COLUMNS,
  type TableColumn,
  type TableSort,
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

/** What each view has of its own: another question is sorted otherwise. Columns and widths are the same everywhere. */
export interface Listing {
  readonly sort: TableSort;
  /** Which groups of the tree are open. */
  readonly open: OpenGroups;
}

/** How resources are listed; table and tree have it in common. */
export interface TableState extends Listing {
  readonly columns: readonly TableColumn[];
  readonly widths: ColumnWidths;
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
  /** Lists as a view does that comes to the front; without, as at first. */
  adopt(listing?: Listing): void;
  /** Forgets which groups are open: another inventory has others. */
  clear(): void;
}

export type TableStore = StoreApi<TableState>;

const AT_FIRST: Listing = { sort: { column: 'title', descending: false }, open: { at: 'first', toggled: [] } };

/** Whether a list is sorted as at first. */
export function isAtFirst({ column, descending }: TableSort): boolean {
  return column === AT_FIRST.sort.column && descending === AT_FIRST.sort.descending;
}

/** How resources are listed by a sort that was kept; one by a column that is no longer there is as at first. */
export function listingBy({ column, descending }: { readonly column: string; readonly descending: boolean }): Listing {
  const known = TABLE_COLUMNS.find((each) => each === column);
  return known === undefined ? AT_FIRST : { ...AT_FIRST, sort: { column: known, descending } };
}

/** Returns the store of how resources are listed. */
export function createTableStore(storage: PreferenceStorage): TableStore {
  return createStore<TableState>((set, get) => ({
    ...AT_FIRST,
    columns: readColumns(storage),
    widths: readWidths(storage),
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
    adopt: ({ sort, open } = AT_FIRST) => set({ sort, open }),
    clear: () => set({ ...AT_FIRST, listedFirst: false }),
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
