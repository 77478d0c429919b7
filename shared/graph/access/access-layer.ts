import { kindById } from '../../kinds/index.ts';
import { RELATIONS } from '../../links/relations.ts';
import { createEdgeMap } from '../edge-list.ts';
import type { Graph, GraphEdge, GraphNode, NodeId } from '../graph.ts';

/** Nodes and links of a graph, or of a part of it. */
export type GraphContent = Pick<Graph, 'nodes' | 'edges'>;

/** Whether a link tells who may do what, not where data goes. */
export function isAccessLink({ type }: Pick<GraphEdge, 'type'>): boolean {
  return RELATIONS[type].layer === 'access';
}

const lineages = new WeakMap<Graph, GraphContent>();

/**
 * The part of a graph that tells the lineage: without links that tell who may do what, and without nodes that only such links
 * name. The graph itself where it has nothing of the kind. Linear, and made once for a graph.
 */
export function lineageOf(graph: Graph): GraphContent {
  const known = lineages.get(graph) ?? withoutAccess(graph);
  lineages.set(graph, known);
  return known;
}

function withoutAccess(graph: Graph): GraphContent {
  const edges: GraphEdge[] = [];
  const linked = new Set<NodeId>();
  for (const edge of graph.edges.values()) {
    if (!isAccessLink(edge)) {
      edges.push(edge);
      linked.add(edge.from);
      linked.add(edge.to);
    }
  }
  const nodes = new Map<NodeId, GraphNode>();
  for (const node of graph.nodes.values()) {
    if (kindById(node.kind).layer === undefined && !isOnlyNamedByPolicies(graph, node, linked)) {
      nodes.set(node.id, node);
    }
  }
  return nodes.size === graph.nodes.size && edges.length === graph.edges.size
    ? graph
    : { nodes, edges: createEdgeMap(edges) };
}

function isOnlyNamedByPolicies(graph: Graph, { id, state }: GraphNode, linked: ReadonlySet<NodeId>): boolean {
  return state !== 'present' && !linked.has(id) && graph.outgoing(id).length + graph.incoming(id).length > 0;
}
