import type { Graph, NodeId } from '../graph.ts';
import { reach, type Steps } from '../traversal.ts';

/** Number of shortest paths between two nodes; linear in the links, though the paths can be exponentially many. 0 if there is none. */
export function countShortestPaths(graph: Graph, from: NodeId, to: NodeId, steps: Steps): number {
  const distances = reach(graph, [from], steps);
  const counts = new Map<NodeId, number>([[from, 1]]);
  const length = distances.get(to);
  if (length === undefined) return 0;
  // Nearest first: the count of a node is whole before it is passed on.
  for (const [id, distance] of distances) {
    if (distance >= length) break;
    const count = counts.get(id) ?? 0;
    for (const { node } of steps(graph, id)) {
      if (distances.get(node) === distance + 1) counts.set(node, (counts.get(node) ?? 0) + count);
    }
  }
  return counts.get(to) ?? 0;
}
