import { isAccessLink } from './access/access-layer.ts';
import type { RelationId } from '../kinds/kind.ts';
import type { Graph, GraphEdge, NodeId } from './graph.ts';

/** Side of a node on which its links are followed. `outgoing`: links whose `from` is the node. */
export type LinkDirection = 'outgoing' | 'incoming';

/** One step along a link. */
export interface Step {
  readonly edge: GraphEdge;
  /** The node the step leads to. */
  readonly node: NodeId;
}

/** Which links a walk follows from a node, and where each leads. */
export type Steps = (graph: Graph, id: NodeId) => Iterable<Step>;

/** Nodes linked to a node, each once, in the order of their links; by one relation or by all. */
export function neighbours(
  graph: Graph,
  id: NodeId,
  options: { readonly relation?: RelationId; readonly direction?: LinkDirection } = {},
): readonly NodeId[] {
  const found = new Set<NodeId>();
  for (const { edge, node } of anyLink(graph, id)) {
    const direction: LinkDirection = edge.from === id ? 'outgoing' : 'incoming';
    // A node linked to itself is its own neighbour on both sides.
    const sideFits = options.direction === undefined || options.direction === direction || edge.from === edge.to;
    if (sideFits && (options.relation === undefined || options.relation === edge.type)) {
      found.add(node);
    }
  }
  return [...found];
}

/** Follows every link of the lineage, whatever its direction: who may do what is asked otherwise (`access/`). */
export function* lineageLink(graph: Graph, id: NodeId): Generator<Step> {
  for (const step of anyLink(graph, id)) {
    if (!isAccessLink(step.edge)) {
      yield step;
    }
  }
}

/** Follows every link, whatever its direction. */
export function* anyLink(graph: Graph, id: NodeId): Generator<Step> {
  for (const edge of graph.outgoing(id)) {
    yield { edge, node: edge.to };
  }
  for (const edge of graph.incoming(id)) {
    if (edge.from !== edge.to) {
      yield { edge, node: edge.from };
    }
  }
}

/** Follows the data against its stream: to where it came from. */
export function* towardsSource(graph: Graph, id: NodeId): Generator<Step> {
  for (const edge of graph.outgoing(id)) {
    if (edge.flow === 'in' || edge.flow === 'both') {
      yield { edge, node: edge.to };
    }
  }
  for (const edge of graph.incoming(id)) {
    if (edge.flow === 'out' || edge.flow === 'both') {
      yield { edge, node: edge.from };
    }
  }
}

/** Follows the data with its stream: to where it goes. */
export function* towardsSink(graph: Graph, id: NodeId): Generator<Step> {
  for (const edge of graph.outgoing(id)) {
    if (edge.flow === 'out' || edge.flow === 'both') {
      yield { edge, node: edge.to };
    }
  }
  for (const edge of graph.incoming(id)) {
    if (edge.flow === 'in' || edge.flow === 'both') {
      yield { edge, node: edge.from };
    }
  }
}

/** Everything whose data can reach the nodes, with its distance in links; the nodes themselves are left out. */
export function upstream(graph: Graph, ids: readonly NodeId[], depth = Infinity): ReadonlyMap<NodeId, number> {
  return withoutStart(reach(graph, ids, towardsSource, depth));
}

/** Everything the nodes' data can reach, with its distance in links; the nodes themselves are left out. */
export function downstream(graph: Graph, ids: readonly NodeId[], depth = Infinity): ReadonlyMap<NodeId, number> {
  return withoutStart(reach(graph, ids, towardsSink, depth));
}

/** Nodes reached from `ids` in at most `depth` steps, with their distance, nearest first. Linear in the links followed. */
export function reach(
  graph: Graph,
  ids: readonly NodeId[],
  steps: Steps = lineageLink,
  depth = Infinity,
): ReadonlyMap<NodeId, number> {
  const distances = new Map<NodeId, number>();
  for (const id of ids) {
    if (graph.nodes.has(id)) {
      distances.set(id, 0);
    }
  }
  // A map is walked in the order of insertion and sees what is added meanwhile: it is its own queue.
  for (const [id, distance] of distances) {
    if (distance < depth) {
      for (const { node } of steps(graph, id)) {
        if (!distances.has(node)) {
          distances.set(node, distance + 1);
        }
      }
    }
  }
  return distances;
}

function withoutStart(distances: ReadonlyMap<NodeId, number>): ReadonlyMap<NodeId, number> {
  return new Map([...distances].filter(([, distance]) => distance > 0));
}
