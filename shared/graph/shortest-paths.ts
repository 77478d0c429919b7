import type { Graph, GraphEdge, NodeId } from './graph.ts';
import { anyLink, reach } from './traversal.ts';
import type { Step, Steps } from './traversal.ts';

/** A way through the graph: `edges[i]` joins `nodes[i]` and `nodes[i + 1]`. */
export interface Path {
  readonly nodes: readonly NodeId[];
  readonly edges: readonly GraphEdge[];
}

export interface ShortestPaths {
  readonly paths: readonly Path[];
  /** There are more paths of this length than asked for. */
  readonly truncated: boolean;
}

/**
 * All shortest paths between two nodes, at most `limit` of them (their number can grow exponentially with their length). Links
 * of several relations between the same nodes make several paths. `steps` tells which links may be followed: any, or with
 * `towardsSink` only where data goes. None when the nodes are not connected; a node is joined to itself by the empty path.
 */
export function shortestPaths(
  graph: Graph,
  from: NodeId,
  to: NodeId,
  { steps = anyLink, limit = 100 }: { readonly steps?: Steps; readonly limit?: number } = {},
): ShortestPaths {
  const distances = reach(graph, [from], steps);
  const length = distances.get(to);
  if (length === undefined) {
    return { paths: [], truncated: false };
  }
  const before = stepsBefore(graph, to, length, distances, steps);
  const paths: Path[] = [];
  // Depth first from the end, with an own stack: paths can be longer than the call stack allows.
  const open: { readonly nodes: readonly NodeId[]; readonly edges: readonly GraphEdge[] }[] = [
    { nodes: [to], edges: [] },
  ];
  while (open.length > 0) {
    const path = open.pop();
    const [first] = path?.nodes ?? [];
    if (path === undefined || first === undefined) {
      break;
    }
    if (path.edges.length === length) {
      if (paths.length === limit) {
        return { paths, truncated: true };
      }
      paths.push(path);
    } else {
      for (const { edge, node } of (before.get(first) ?? []).toReversed()) {
        open.push({ nodes: [node, ...path.nodes], edges: [edge, ...path.edges] });
      }
    }
  }
  return { paths, truncated: false };
}

/** For each node on a shortest path, the steps by which such a path arrives at it. */
function stepsBefore(
  graph: Graph,
  to: NodeId,
  length: number,
  distances: ReadonlyMap<NodeId, number>,
  steps: Steps,
): ReadonlyMap<NodeId, readonly Step[]> {
  const before = new Map<NodeId, Step[]>();
  for (const [id, distance] of distances) {
    if (distance >= length) {
      break;
    }
    for (const { edge, node } of steps(graph, id)) {
      const isNext = distances.get(node) === distance + 1;
      if (isNext && (distance + 1 < length || node === to)) {
        const known = before.get(node) ?? [];
        before.set(node, known);
        known.push({ edge, node: id });
      }
    }
  }
  return before;
}
