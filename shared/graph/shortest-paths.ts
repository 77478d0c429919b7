import type { Graph, GraphEdge, NodeId } from './graph.ts';
import { lineageLink, reach } from './traversal.ts';
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
  { steps = lineageLink, limit = 100 }: { readonly steps?: Steps; readonly limit?: number } = {},
): ShortestPaths {
  const distances = reach(graph, [from], steps);
  const length = distances.get(to);
  if (length === undefined) {
    return { paths: [], truncated: false };
  }
  const before = stepsBefore(graph, to, length, distances, steps);
  const paths: Path[] = [];
  // Depth first from the end, with an own stack and shared tails: paths can be longer than the call stack allows.
  const open: Tail[] = [{ node: to, edge: undefined, next: undefined, length: 0 }];
  for (let tail = open.pop(); tail !== undefined; tail = open.pop()) {
    if (tail.length < length) {
      for (const { edge, node } of (before.get(tail.node) ?? []).toReversed()) {
        open.push({ node, edge, next: tail, length: tail.length + 1 });
      }
    } else if (paths.length === limit) {
      return { paths, truncated: true };
    } else {
      paths.push(pathOf(tail));
    }
  }
  return { paths, truncated: false };
}

/** End of a path, from `node` on. */
interface Tail {
  readonly node: NodeId;
  /** The edge from `node` to the node of `next`. */
  readonly edge: GraphEdge | undefined;
  readonly next: Tail | undefined;
  readonly length: number;
}

function pathOf(start: Tail): Path {
  const nodes: NodeId[] = [];
  const edges: GraphEdge[] = [];
  for (let tail: Tail | undefined = start; tail !== undefined; tail = tail.next) {
    nodes.push(tail.node);
    if (tail.edge !== undefined) {
      edges.push(tail.edge);
    }
  }
  return { nodes, edges };
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
