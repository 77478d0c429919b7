import type { NodeSummary } from './protocol.ts';

/** Columns of the table of resources, in their first order. */
export const TABLE_COLUMNS = [
  'kind',
  'title',
  'status',
  'project',
  'location',
  'links',
  'created',
  'account',
  'image',
  'state',
  'name',
] as const;

export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** The column's title; also the head of the CSV file. */
export const COLUMN_TITLES: Readonly<Record<TableColumn, string>> = {
  kind: 'Kind',
  title: 'Title',
  status: 'Status',
  project: 'Project',
  location: 'Location',
  links: 'Links',
  created: 'Created',
  account: 'Runs as',
  image: 'Image',
  state: 'In the inventory',
  name: 'Full name',
};

export interface TableSort {
  readonly column: TableColumn;
  readonly descending: boolean;
}

/** One resource of the table: its cells that are not empty. */
export interface TableRow {
  readonly node: NodeSummary;
  readonly cells: Readonly<Partial<Record<TableColumn, string>>>;
}

export interface TablePage {
  /** Resources that the view's filters let through, drawn or not. */
  readonly total: number;
  readonly rows: readonly TableRow[];
}
