import type { Graph, GraphEdge, NodeId } from '../graph.ts';
import type { Step, Steps } from '../traversal.ts';

/** A way through the graph: `edges[i]` joins `nodes[i]` and `nodes[i + 1]`. */
export interface Path {
  readonly nodes: readonly NodeId[];
  readonly edges: readonly GraphEdge[];
}

export interface SimplePathSearch {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly steps: Steps;
  /** Least number of links from a node to the end; nodes that are not in it do not lead there. */
  readonly left: ReadonlyMap<NodeId, number>;
  /** Most links of a path. */
  readonly depth: number;
}

/**
 * All paths that visit no node twice, shorter ones first. Looks only where the end can still be reached in the links that are
 * left, one length after the other, and gives up after `budget` links. A node is joined to itself by the empty path alone.
 */
export function* simplePaths(
  graph: Graph,
  search: SimplePathSearch,
  budget: number,
): Generator<Path, { readonly gaveUp: boolean }> {
  const { from, to, steps, left, depth } = search;
  const least = left.get(from);
  if (least === undefined || !graph.nodes.has(from)) return { gaveUp: false };
  if (from === to) {
    yield { nodes: [from], edges: [] };
    return { gaveUp: false };
  }
  let tried = 0;
  for (let length = least; length <= depth; length += 1) {
    const nodes: NodeId[] = [from];
    const edges: GraphEdge[] = [];
    const visited = new Set<NodeId>(nodes);
    const open: Iterator<Step>[] = [steps(graph, from)[Symbol.iterator]()];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const next = top.next();
      if (next.done === true) {
        open.pop();
        edges.pop();
        const node = nodes.pop();
        if (node !== undefined) visited.delete(node);
        continue;
      }
      tried += 1;
      if (tried > budget) return { gaveUp: true };
      const { edge, node } = next.value;
      const rest = length - edges.length - 1;
      const toGo = left.get(node);
      if (toGo === undefined || toGo > rest || visited.has(node)) continue;
      if (node === to) {
        if (rest === 0) yield { nodes: [...nodes, node], edges: [...edges, edge] };
        continue;
      }
      nodes.push(node);
      edges.push(edge);
      visited.add(node);
      open.push(steps(graph, node)[Symbol.iterator]());
    }
  }
  return { gaveUp: false };
}
