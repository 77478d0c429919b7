import type { NodeId } from '../../../shared/graph/graph.ts';
import type { LineageOptions } from '../../../shared/graph/lineage.ts';
import type { PathQuestion } from '../../../shared/graph/paths/find-paths.ts';
import type { ViewSpec } from '../../../shared/graph/view.ts';
import type { NodeComparison } from './compare-nodes.ts';
import type { TableColumn, TablePage, TableSort } from './table-protocol.ts';
import type { LineageAnswer, PathsAnswer } from './trace-protocol.ts';

/** Calls of the inventory worker by which one explores; part of `InventoryCalls`. */
export interface ExploringCalls {
  /** Ways through the lineage from one node to another. */
  paths(question: PathQuestion): PathsAnswer;
  /** What a node came from, or what it feeds. */
  lineage(id: NodeId, options: LineageOptions): LineageAnswer;
  /** Resources that pass the filters of a view, `limit` of them from `offset` on. */
  table(spec: ViewSpec, sort: TableSort, offset: number, limit: number): TablePage;
  /** All of them as CSV, secrets masked. */
  tableCsv(spec: ViewSpec, sort: TableSort, columns: readonly TableColumn[]): string;
  /** What resources have in common and what not. */
  compare(ids: readonly NodeId[]): NodeComparison;
}
