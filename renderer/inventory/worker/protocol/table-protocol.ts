import type { NodeId } from '../../../../shared/graph/graph.ts';
import type { ViewSpec } from '../../../../shared/graph/view.ts';
import type { NodeSummary } from './node-summary.ts';

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
  'marks',
  'notes',
  'why',
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
  marks: 'Marks',
  notes: 'Notes',
  why: 'Why it matches',
};

export interface TableSort {
  readonly column: TableColumn;
  readonly descending: boolean;
}

/** Which groups of a tree are open: all of a kind at first, and those the user opened or closed the other way. */
export interface OpenGroups {
  readonly at: 'first' | 'all' | 'none';
  /** Ids of groups that are not as `at` says. */
  readonly toggled: readonly string[];
}

/** What is listed. The same question gives the same rows, so that pages of one list fit together. */
export interface ListQuestion {
  readonly spec: ViewSpec;
  readonly sort: TableSort;
  /** The search whose reasons stand in the column `why`; absent where nothing is searched for. */
  readonly query?: string;
  /** Present for a tree: its resources below project, location and kind. */
  readonly open?: OpenGroups;
}

/** Place of a row of a tree. */
export interface TreePlace {
  /** From 1. */
  readonly level: number;
  /** Among the rows of one parent, from 1. */
  readonly position: number;
  readonly siblings: number;
}

/** A group of a tree: its resources have a project, a location or a kind in common. */
export interface ListGroup {
  readonly id: string;
  readonly title: string;
  readonly isOpen: boolean;
  /** Resources below it. */
  readonly count: number;
}

/** One row of a table or a tree. */
export type ListRow =
  | {
      readonly node: NodeSummary;
      /** Those that are not empty. */
      readonly cells: Readonly<Partial<Record<TableColumn, string>>>;
      readonly tree?: TreePlace;
    }
  | { readonly group: ListGroup; readonly tree: TreePlace };

export interface ListPage {
  /** Rows in all: of a tree, those of its open groups. */
  readonly total: number;
  /** Resources that the view's filters let through, drawn or not. */
  readonly resources: number;
  readonly rows: readonly ListRow[];
}

/** Rows that are chosen together: all of the list, a stretch of it, both ends included, or all below a group. */
export type ListPart = 'all' | { readonly from: number; readonly to: number } | { readonly group: string };

/** Resources of a part of a list. */
export interface ListedNodes {
  /** In the order of the list, at most as many as were asked for. */
  readonly ids: readonly NodeId[];
  readonly total: number;
}
