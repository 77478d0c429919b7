import type { Graph, GraphEdge, GraphNode, NodeId } from '../../shared/graph/graph.ts';
import type { KindId } from '../../shared/kinds/index.ts';
import type { Confidence, Flow, RelationId } from '../../shared/kinds/kind.ts';

/** A node in short: only what the test is about. */
export interface NodeInShort extends Partial<Omit<GraphNode, 'id' | 'kind'>> {
  readonly id: string;
  readonly kind: KindId;
}

/** An edge in short. */
export interface EdgeInShort {
  readonly type: RelationId;
  readonly from: string;
  readonly to: string;
  readonly confidence?: Confidence;
  readonly flow?: Flow;
}

/** Returns a graph of hand-written nodes and edges, for tests of what is done with graphs. */
export function makeGraph(nodes: readonly NodeInShort[], edges: readonly EdgeInShort[]): Graph {
  const nodeMap = new Map(nodes.map((node) => [nodeId(node.id), makeNode(node)]));
  const edgeMap = new Map(edges.map((edge) => [edgeId(edge), makeEdge(edge)]));
  const outgoing = new Map<NodeId, GraphEdge[]>();
  const incoming = new Map<NodeId, GraphEdge[]>();
  for (const edge of edgeMap.values()) {
    outgoing.set(edge.from, [...(outgoing.get(edge.from) ?? []), edge]);
    incoming.set(edge.to, [...(incoming.get(edge.to) ?? []), edge]);
  }
  return {
    nodes: nodeMap,
    edges: edgeMap,
    outgoing: (id) => outgoing.get(id) ?? [],
    incoming: (id) => incoming.get(id) ?? [],
    aliases: new Map(),
    unclaimed: [],
    problems: [],
  };
}

/** Names a node id in a test. */
export function nodeId(text: string): NodeId {
  return text as NodeId;
}

function makeNode({ id, ...rest }: NodeInShort): GraphNode {
  return { state: 'present', title: id.split('/').at(-1) ?? id, ...rest, id: nodeId(id) };
}

function edgeId({ type, from, to }: EdgeInShort): string {
  return `${type} ${from} ${to}`;
}

function makeEdge(edge: EdgeInShort): GraphEdge {
  const from = nodeId(edge.from);
  return {
    id: edgeId(edge),
    type: edge.type,
    from,
    to: nodeId(edge.to),
    confidence: edge.confidence ?? 'exact',
    flow: edge.flow ?? 'none',
    evidence: [{ document: from, path: 'field', value: edge.to }],
  };
}
