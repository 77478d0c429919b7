import { createGraphBuilder, type GraphParts } from '../../shared/graph/build-graph.ts';
import type { Graph, GraphNode, NodeId } from '../../shared/graph/graph.ts';
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
export function makeGraph(nodes: readonly NodeInShort[], edges: readonly EdgeInShort[], parts: GraphParts = {}): Graph {
  const builder = createGraphBuilder();
  for (const { id, ...rest } of nodes) {
    builder.setNode({ state: 'present', title: id.split('/').at(-1) ?? id, ...rest, id: nodeId(id) });
  }
  for (const { type, from, to, confidence = 'exact', flow = 'none' } of edges) {
    const evidence = [{ document: nodeId(from), path: 'field', value: to }];
    builder.addLink({ type, from: nodeId(from), to: nodeId(to), confidence, flow, evidence });
  }
  return builder.finish(parts);
}

/** Names a node id in a test. */
export function nodeId(text: string): NodeId {
  return text as NodeId;
}
