import { compareText } from '../../shared/compare.ts';
import type { Graph, GraphNode } from '../../shared/graph/graph.ts';
import { exportId, nodeRow } from '../../shared/graph/export/export-rows.ts';
import type { Masker } from '../../shared/inventory/masking.ts';
import type { JsonObject } from '../../shared/json.ts';

/** A resource as `get`, `list` and `search` print it; keys that do not apply are absent, the order is that of the output. */
export interface ResourceRow {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly title: string;
  readonly links: readonly {
    readonly type: string;
    readonly direction: 'outgoing' | 'incoming';
    readonly id: string;
  }[];
  /** The document in canonical form, secrets masked. */
  readonly document?: JsonObject;
}

/** Makes the row of a node: its links sorted by type, direction and the other end's id. */
export function resourceRow(graph: Graph, node: GraphNode, masker: Masker): ResourceRow {
  const { id, kind, state, title } = nodeRow(node, masker);
  const outgoing = graph
    .outgoing(node.id)
    .map(({ type, to }) => ({ type, direction: 'outgoing' as const, id: exportId(to, masker) }));
  const incoming = graph
    .incoming(node.id)
    .map(({ type, from }) => ({ type, direction: 'incoming' as const, id: exportId(from, masker) }));
  const links = [...outgoing, ...incoming].toSorted(
    (left, right) =>
      compareText(left.type, right.type) ||
      compareText(left.direction, right.direction) ||
      compareText(left.id, right.id),
  );
  const document = node.document === undefined ? undefined : masker.maskDocument(node.document).data;
  return { id, kind, state, title, links, ...(document === undefined ? {} : { document }) };
}
