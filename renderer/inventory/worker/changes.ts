import type { Graph, NodeId } from '../../../shared/graph/graph.ts';
import { canonicalJson } from '../../../shared/inventory/canonical-json.ts';
import type { JsonObject } from '../../../shared/json.ts';
import type { ResourceDocument } from '../../../shared/resource/document.ts';
import { summaryOf } from './links.ts';
import type { InventoryChanges } from './protocol.ts';

/**
 * Returns which collected resources differ between two states of an inventory. Linear in their number; a document that was not read
 * again is the same object and costs nothing.
 */
export function changesBetween(before: Graph, after: Graph): InventoryChanges {
  const added: NodeId[] = [];
  const changed: NodeId[] = [];
  for (const { id, document } of after.nodes.values()) {
    if (document === undefined) continue;
    const earlier = before.nodes.get(id)?.document;
    if (earlier === undefined) added.push(id);
    else if (!isSame(earlier, document)) changed.push(id);
  }
  const removed = [...before.nodes.values()].filter(
    ({ id, document }) => document !== undefined && after.nodes.get(id)?.document === undefined,
  );
  return { added, changed, removed: removed.map(summaryOf) };
}

function isSame(left: ResourceDocument, right: ResourceDocument): boolean {
  return left === right || canonicalJson(contentOf(left)) === canonicalJson(contentOf(right));
}

/** What the resource is, without where and when that was read. */
function contentOf({ data, iamPolicy, form }: ResourceDocument): JsonObject {
  return { data, form, ...(iamPolicy === undefined ? {} : { iamPolicy }) };
}
