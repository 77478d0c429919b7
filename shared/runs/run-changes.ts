import type { GraphNode, NodeId } from '../graph/graph.ts';
import type { JsonObject } from '../json.ts';
import type { FactGroup } from '../kinds/kind.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { imageName } from './templates.ts';

/** A run with its document, secrets masked: equal secrets have to have equal masks. */
export interface Run {
  readonly node: GraphNode;
  /** Absent where the document was not collected. */
  readonly data?: JsonObject;
}

/** Something in which a run differs from the run before. */
export interface RunChange {
  readonly group: FactGroup;
  readonly label: string;
  /** Absent where the earlier run has none. */
  readonly before?: string;
  /** Absent where the later run has none. */
  readonly after?: string;
  /** Where it stands: in the later run, or in the earlier one where the later has none. */
  readonly evidence: { readonly document: NodeId; readonly path: string; readonly value: string };
  /**
   * `moved-tag`: the image has the same name and tag, and another content. `unpinned`: it was named by its content, and is now by a
   * tag, which anyone who may push can move. `counted-on`: a path of which only numbers differ, as
   * from run to run.
   */
  readonly remark?: 'moved-tag' | 'unpinned' | 'counted-on';
}

/** Groups in which a change is looked for first, most telling first. */
const ORDER: readonly FactGroup[] = ['image', 'identity', 'network', 'encryption', 'data', 'compute'];

/**
 * Returns in what a run differs from the one before: what it runs, as whom, where and with what. Undefined where one of the two
 * documents was not collected, which is not the same as no change. Linear in both documents.
 */
export function changesBetweenRuns(before: Run, after: Run): readonly RunChange[] | undefined {
  if (before.data === undefined || after.data === undefined) return undefined;
  const earlier = leavesOf(before.node, before.data);
  const later = leavesOf(after.node, after.data);
  const changes: RunChange[] = [];
  for (const [key, leaf] of later) {
    const old = earlier.get(key);
    if (old?.value !== leaf.value) changes.push(changeOf(old, leaf, after.node.id));
  }
  for (const [key, leaf] of earlier) {
    if (later.has(key)) continue;
    const { group, label, path, value } = leaf;
    changes.push({ group, label, before: value, evidence: { document: before.node.id, path, value } });
  }
  if (before.node.location !== after.node.location) changes.push(moved(before.node, after.node));
  return changes.toSorted((a, b) => rank(a) - rank(b));
}

function rank({ group, remark }: RunChange): number {
  if (remark === 'moved-tag' || remark === 'unpinned') return -1;
  return remark === 'counted-on' ? ORDER.length + 1 : ORDER.indexOf(group);
}

function changeOf(old: Leaf | undefined, leaf: Leaf, document: NodeId): RunChange {
  const { group, label, path, value } = leaf;
  const change = { group, label, after: value, evidence: { document, path, value } };
  if (old === undefined) return change;
  const remark = remarkOn(old, leaf);
  return { ...change, before: old.value, ...(remark === undefined ? {} : { remark }) };
}

function remarkOn(old: Leaf, leaf: Leaf): RunChange['remark'] {
  if (leaf.parser === 'image') return remarkOnImage(old.value, leaf.value);
  const isPath = leaf.parser === 'text' || leaf.parser === 'cloud-storage-uri' || leaf.parser === 'cloud-storage-path';
  const differsInNumbers = old.value.replaceAll(/\d+/g, '0') === leaf.value.replaceAll(/\d+/g, '0');
  return isPath && leaf.value.includes('/') && differsInNumbers ? 'counted-on' : undefined;
}

/**
 * Same name and tag with another digest: what the tag meant was replaced between the two runs. Without a tag it is another version
 * of the image that was pinned, as it should be.
 */
function remarkOnImage(before: string, after: string): RunChange['remark'] {
  const [oldName = '', oldDigest] = before.split('@');
  const [newName, newDigest] = after.split('@');
  if (oldDigest === undefined) return undefined;
  if (newDigest === undefined) return 'unpinned';
  return oldName === newName && oldName !== imageName(oldName) && oldDigest !== newDigest ? 'moved-tag' : undefined;
}

function moved(before: GraphNode, after: GraphNode): RunChange {
  return {
    group: 'general',
    label: 'Location',
    ...(before.location === undefined ? {} : { before: before.location }),
    ...(after.location === undefined ? {} : { after: after.location }),
    evidence: { document: after.id, path: 'name', value: after.id },
  };
}
