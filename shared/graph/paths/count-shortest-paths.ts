import type { Graph, NodeId } from '../graph.ts';
import type { Steps } from '../traversal.ts';

/**
 * Distance to the end `to` of each node that is nearer to it than `from`, and of `from`; `back` follows links towards where paths
 * come from. Without `from` where no path leads from there.
 */
export function distancesTo(graph: Graph, from: NodeId, to: NodeId, back: Steps): ReadonlyMap<NodeId, number> {
  const left = new Map<NodeId, number>(graph.nodes.has(to) ? [[to, 0]] : []);
  // A map is walked in the order of insertion and sees what is added meanwhile: it is its own queue.
  for (const [id, distance] of left) {
    if (left.has(from)) break;
    for (const { node } of back(graph, id)) if (!left.has(node)) left.set(node, distance + 1);
  }
  return left;
}

/** Number of shortest paths from `from`, given the distances to their end; looks only at nodes that lie on such a path. */
export function countShortestPaths(
  graph: Graph,
  from: NodeId,
  left: ReadonlyMap<NodeId, number>,
  steps: Steps,
): number {
  const counts = new Map<NodeId, number>(left.has(from) ? [[from, 1]] : []);
  // Farthest from the end first: the count of a node is whole before it is passed on.
  for (const [id, count] of counts) {
    const rest = left.get(id) ?? 0;
    if (rest === 0) return counts.get(id) ?? 0;
    for (const { node } of steps(graph, id)) {
      if (left.get(node) === rest - 1) counts.set(node, (counts.get(node) ?? 0) + count);
    }
  }
  return 0;
}
