import type { Graph, GraphEdge, NodeId } from '../../../shared/graph/graph.ts';
import { lineageFrom, type LineageOptions } from '../../../shared/graph/lineage.ts';
import { findPaths, type PathQuestion } from '../../../shared/graph/paths/find-paths.ts';
import { summaryOf } from './details/links.ts';
import type { LineageAnswer, LineageExtent, PathsAnswer, TracedLink } from './protocol/trace-protocol.ts';

/** Paths between two nodes, in the user's words. */
export function pathsBetween(graph: Graph, question: PathQuestion): PathsAnswer {
  const { paths, total, gaveUp } = findPaths(graph, question);
  return {
    paths: paths.map(({ nodes, edges }) => ({
      nodes: nodes.flatMap((id) => {
        const node = graph.nodes.get(id);
        return node === undefined ? [] : [summaryOf(node)];
      }),
      links: edges.map((edge) => ({ ...linkOf(edge), confidence: edge.confidence })),
    })),
    total,
    gaveUp,
  };
}

/** What a node came from or feeds, as far as a view can show it. */
export function lineageOfNode(graph: Graph, id: NodeId, options: LineageOptions): LineageAnswer {
  const { distances, edges, rings, truncated } = lineageFrom(graph, id, options);
  return { nodes: [id, ...distances.keys()], links: edges.map(linkOf), rings, truncated };
}

/** How many nodes a node came from or feeds. */
export function extentOfLineage(graph: Graph, id: NodeId, options: LineageOptions): LineageExtent {
  const { rings, truncated } = lineageFrom(graph, id, options);
  return { rings, truncated };
}

function linkOf({ type, from, to }: GraphEdge): TracedLink {
  return { type, from, to };
}
