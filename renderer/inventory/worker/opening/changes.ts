import type { Graph, NodeId } from '../../../../shared/graph/graph.ts';
import { canonicalJson } from '../../../../shared/inventory/canonical-json.ts';
import { maskOf, redactDocument } from '../../../../shared/inventory/masking.ts';
import type { JsonObject } from '../../../../shared/json.ts';
import type { ResourceDocument } from '../../../../shared/resource/document.ts';
import { summaryOf } from '../details/links.ts';
import type { InventoryChanges } from '../protocol/protocol.ts';

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
  if (left === right) return true;
  const [a, b] = [canonicalJson(contentOf(left)), canonicalJson(contentOf(right))];
  return a === b || (isMasked(a) !== isMasked(b) && maskedContent(left) === maskedContent(right));
}

function isMasked(text: string): boolean {
  return text.includes('[masked ');
}

/** What a collection that was cut off kept is masked: such a document equals one with secrets of the same lengths. */
function maskedContent(document: ResourceDocument): string {
  const masked = redactDocument(document, (secret) => maskOf(NO_KEY, secret));
  return canonicalJson(contentOf({ ...document, ...masked })).replaceAll(/(\[masked [^\]#]*)#[0-9a-f]{6}/g, '$1');
}

const NO_KEY = new Uint8Array(32);

/** What the resource is, without where and when that was read. */
function contentOf({ data, iamPolicy, form }: ResourceDocument): JsonObject {
  return { data, form, ...(iamPolicy === undefined ? {} : { iamPolicy }) };
}
