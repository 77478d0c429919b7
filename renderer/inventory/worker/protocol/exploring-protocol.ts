import type { NodeId } from '../../../../shared/graph/graph.ts';
import type { LineageOptions } from '../../../../shared/graph/lineage.ts';
import type { PathQuestion } from '../../../../shared/graph/paths/find-paths.ts';
import type { ViewSpec } from '../../../../shared/graph/view.ts';
import type { Timeline, TimelineQuestion } from '../../../../shared/timeline/timeline.ts';
import type { Answer } from './answers-protocol.ts';
import type { NodeComparison } from '../details/compare-nodes.ts';
import type { RunsPage, TemplatesPage } from './runs-protocol.ts';
import type { ListedNodes, ListPage, ListPart, ListQuestion, TableColumn } from './table-protocol.ts';
import type { LineageAnswer, LineageExtent, PathsAnswer } from './trace-protocol.ts';

/** Calls of the inventory worker by which one explores; part of `InventoryCalls`. */
export interface ExploringCalls {
  /** Ways through the lineage from one node to another. */
  paths(question: PathQuestion): PathsAnswer;
  /** What a node came from, or what it feeds. */
  lineage(id: NodeId, options: LineageOptions): LineageAnswer;
  /** How much that is, without what it is: of a hub that would be far more to hand over. */
  extent(id: NodeId, options: LineageOptions): LineageExtent;
  /** Resources that pass the filters of a view as rows of a table or a tree, `limit` of them from `offset` on. */
  table(question: ListQuestion, offset: number, limit: number): ListPage;
  /** The resources of a part of the table or tree, the first `limit` of them. */
  tableNodes(question: ListQuestion, part: ListPart, limit: number): ListedNodes;
  /** All of them as CSV, secrets masked. */
  tableCsv(question: ListQuestion, columns: readonly TableColumn[]): string;
  /** Runs of the template a job is a run of, newest first, with what changed from run to run. */
  runs(id: NodeId, offset: number, limit: number): RunsPage | undefined;
  /** Templates with several runs. */
  templates(offset: number, limit: number): TemplatesPage;
  /** When the jobs that pass the other filters of a view were created or ran. */
  timeline(spec: ViewSpec, question: TimelineQuestion): Timeline;
  /** The answers to the library's questions about a resource; empty where it asks nothing of its kind. */
  answers(id: NodeId): readonly Answer[];
  /** What resources have in common and what not. */
  compare(ids: readonly NodeId[]): NodeComparison;
}
