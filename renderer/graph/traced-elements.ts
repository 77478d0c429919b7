import type { NodeId } from '../../shared/graph/graph.ts';
import type { View } from '../../shared/graph/view.ts';
import type { TracedLink } from '../inventory/worker/protocol/trace-protocol.ts';

/** Elements of a view that a trace lights up. */
export interface LitElements {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  /** Traced nodes that the view does not show, not even in a fold. */
  readonly missing: readonly NodeId[];
}

/** Returns what a trace is in a view: nodes by themselves or in a fold, and the edges that stand for its links. Linear in both. */
export function litElements(
  view: View,
  traced: { readonly nodes: readonly NodeId[]; readonly links: readonly TracedLink[] },
): LitElements {
  const shownAs = new Map<string, string>();
  for (const { id, members } of view.nodes) {
    if (members === undefined) shownAs.set(id, id);
    else for (const member of members) shownAs.set(member, id);
  }
  const nodes = new Set<string>();
  const missing: NodeId[] = [];
  for (const id of traced.nodes) {
    const shown = shownAs.get(id);
    if (shown === undefined) missing.push(id);
    else nodes.add(shown);
  }
  const links = new Set(traced.links.map(({ type, from, to }) => keyOf(type, shownAs.get(from), shownAs.get(to))));
  const edges = new Set<string>();
  for (const { id, type, source, target } of view.edges) if (links.has(keyOf(type, source, target))) edges.add(id);
  return { nodes, edges, missing };
}

function keyOf(type: string, from: string | undefined, to: string | undefined): string {
  return `${type} ${from ?? ''} ${to ?? ''}`;
}
