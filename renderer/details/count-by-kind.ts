import type { View } from '../../shared/graph/view.ts';
import type { KindId } from '../../shared/kinds/index.ts';

/** Counts the graph nodes behind the view nodes `ids` by kind, most first; a fold counts as its members. */
export function countByKind(view: View, ids: readonly string[]): readonly (readonly [KindId, number])[] {
  const wanted = new Set(ids);
  const counts = new Map<KindId, number>();
  for (const node of view.nodes) {
    if (wanted.has(node.id)) counts.set(node.kind, (counts.get(node.kind) ?? 0) + (node.members?.length ?? 1));
  }
  return [...counts].toSorted(([, first], [, second]) => second - first);
}
