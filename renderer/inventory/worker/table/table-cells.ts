import type { Graph, GraphNode, NodeId } from '../../../../shared/graph/graph.ts';
import { type CompactGraph, degree, nodeAt } from '../../../../shared/graph/view/compact-graph.ts';
import { lifecycleLabel } from '../../../../shared/graph/view/lifecycle-label.ts';
import { isJsonObject, type JsonValue } from '../../../../shared/json.ts';
import { kindById } from '../../../../shared/kinds/index.ts';
import type { RelationId } from '../../../../shared/kinds/kind.ts';
import type { ReviewedResources } from '../../../../shared/review/reviewed-resources.ts';
import type { TableColumn } from '../protocol/table-protocol.ts';

const STATES: Readonly<Record<GraphNode['state'], string>> = {
  present: 'collected',
  referenced: 'not collected',
  unresolved: 'unresolved',
};

/** Says why a resource is found, in a few words; empty where it is not. */
export type TellWhy = (node: GraphNode) => string;

/** What cells are made from. */
export interface CellSource {
  readonly graph: Graph;
  readonly compact: CompactGraph;
  readonly why: TellWhy;
  readonly reviewed: ReviewedResources;
}

/** Returns the text of a cell; undefined for an empty one. */
export function cellOf(
  { graph, compact, why, reviewed }: CellSource,
  index: number,
  column: TableColumn,
): string | undefined {
  const node = nodeAt(compact, index);
  switch (column) {
    case 'kind':
      return kindById(node.kind).title;
    case 'title':
      return node.title;
    case 'status':
      return node.lifecycle === undefined ? undefined : lifecycleLabel(node.lifecycle);
    case 'project':
      return node.project;
    case 'location':
      return node.location;
    case 'links':
      return String(degree(compact, index));
    case 'created':
      return createdTime(node);
    case 'account':
      return targets(graph, node.id, 'RUNS_AS');
    case 'image':
      return targets(graph, node.id, 'PULLS_IMAGE');
    case 'state':
      return STATES[node.state];
    case 'name':
      return node.id;
    case 'marks':
      return reviewed.get(node.id)?.marks.join(', ') || undefined;
    case 'notes':
      return reviewed.get(node.id)?.notes.join(' · ') || undefined;
    case 'why':
      return why(node) || undefined;
  }
}

function createdTime(node: GraphNode): string | undefined {
  const path = kindById(node.kind).times.created;
  if (path === undefined || node.document === undefined) return undefined;
  let value: JsonValue | undefined = node.document.data;
  for (const step of path.split('.')) {
    value = isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return typeof value === 'string' ? value : undefined;
}

/** Titles of what the links of one relation lead to. */
function targets(graph: Graph, id: NodeId, relation: RelationId): string | undefined {
  const titles = graph
    .outgoing(id)
    .filter(({ type }) => type === relation)
    .map(({ to }) => graph.nodes.get(to)?.title ?? to);
  return titles.length === 0 ? undefined : titles.join(', ');
}
