import { at, type CompactGraph, degree, nodeAt } from './compact-graph.ts';
import { isFailure } from './lifecycle-label.ts';
import { compareText } from '../../compare.ts';

/** Number of unclaimed references and problems per node id; ids that are absent have none. */
export type Attention = ReadonlyMap<string, number>;

/** Kinds the product is about; they come first in the list of kinds. */
const MAIN_KINDS = 7;

/**
 * Returns an order of node numbers, most important first: what is unresolved or needs attention, failed jobs, main kinds, the
 * most linked; by name at last, so that the order is total.
 */
export function byImportance(compact: CompactGraph, attention: Attention): (a: number, b: number) => number {
  function rank(index: number): number {
    const node = nodeAt(compact, index);
    if (node.state === 'unresolved' || (attention.get(node.id) ?? 0) > 0) return 0;
    if (isFailure(node.lifecycle)) return 1;
    return at(compact.kindRank, index) < MAIN_KINDS ? 2 : 3;
  }
  return (a, b) =>
    rank(a) - rank(b) ||
    degree(compact, b) - degree(compact, a) ||
    compareText(nodeAt(compact, a).title, nodeAt(compact, b).title) ||
    compareText(nodeAt(compact, a).id, nodeAt(compact, b).id);
}

/** Number of unclaimed references at each node of a graph. */
export function countAttention(unclaimed: readonly { readonly document: string }[]): Attention {
  const counts = new Map<string, number>();
  for (const { document } of unclaimed) counts.set(document, (counts.get(document) ?? 0) + 1);
  return counts;
}
