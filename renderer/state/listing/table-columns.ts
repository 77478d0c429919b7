import { TABLE_COLUMNS, type TableColumn } from '../../inventory/worker/protocol/table-protocol.ts';
import type { PreferenceStorage } from '../pane-store.ts';

const KEY = 'table-columns';
const WIDTHS_KEY = 'table-widths';

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

/** Bounds of a column's width, in pixels. */
export const NARROWEST = 48;
export const WIDEST = 1200;

/** Widths the user gave columns, in pixels. */
export type ColumnWidths = Readonly<Partial<Record<TableColumn, number>>>;

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

/** The widths the user gave columns; what is stored in another form counts as none. */
export function readWidths(storage: PreferenceStorage): ColumnWidths {
  const widths: Partial<Record<TableColumn, number>> = {};
  for (const entry of storage.getItem(WIDTHS_KEY)?.split(',') ?? []) {
    const [name = '', text = ''] = entry.split(':');
    const column = TABLE_COLUMNS.find((known) => known === name);
    if (column !== undefined && /^\d{1,5}$/.test(text)) widths[column] = boundedWidth(Number(text));
  }
  return widths;
}

/** Remembers the widths from run to run. */
export function storeWidths(storage: PreferenceStorage, widths: ColumnWidths): void {
  const entries = TABLE_COLUMNS.flatMap((column) => {
    const width = widths[column];
    return width === undefined ? [] : [`${column}:${String(width)}`];
  });
  storage.setItem(WIDTHS_KEY, entries.join(','));
}

/** A width within its bounds, in whole pixels. */
export function boundedWidth(width: number): number {
  return Math.round(Math.max(NARROWEST, Math.min(WIDEST, width)));
}
