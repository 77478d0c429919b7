import { TABLE_COLUMNS, type TableColumn } from '../inventory/worker/table-protocol.ts';
import type { PreferenceStorage } from './pane-store.ts';

const KEY = 'table-columns';

/** Columns shown until the user chooses others. */
export const DEFAULT_COLUMNS: readonly TableColumn[] = [
  'kind',
  'title',
  'status',
  'project',
  'location',
  'links',
  'created',
];

/** The columns the user chose, in the table's order; the title is always among them. */
export function readColumns(storage: PreferenceStorage): readonly TableColumn[] {
  const stored = storage.getItem(KEY)?.split(',') ?? [];
  const known = TABLE_COLUMNS.filter((column) => stored.includes(column));
  return known.includes('title') ? known : DEFAULT_COLUMNS;
}

/** Remembers the columns from run to run. */
export function storeColumns(storage: PreferenceStorage, columns: readonly TableColumn[]): void {
  storage.setItem(KEY, columns.join(','));
}
