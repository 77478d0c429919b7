import type { KindId } from '../kinds/index.ts';
import { RELATIONS } from '../links/relations.ts';
import { isAccessLink } from './access/access-layer.ts';
import type { Graph, GraphEdge, NodeId } from './graph.ts';
import type { Step } from './traversal.ts';

/** `sources`: what something came from. `dependants`: what it feeds, and what would suffer with it. */
export type LineageDirection = 'sources' | 'dependants';

/** `data`: links along which content flows. `dependencies`: also identities, keys, machines, networks and launchers. */
export type LineageWay = 'data' | 'dependencies';

export interface LineageOptions {
  readonly direction: LineageDirection;
  readonly way: LineageWay;
  /** Most nodes followed, without the start. */
  readonly limit: number;
}

/** Nodes at one distance. */
export interface LineageRing {
  /** In links, from 1. */
  readonly distance: number;
  readonly count: number;
  /** Most frequent kind first. */
  readonly kinds: readonly { readonly kind: KindId; readonly count: number }[];
}

export interface Lineage {
  /** Distance of each node in links, nearest first; without the start. */
  readonly distances: ReadonlyMap<NodeId, number>;
  /** Links followed between them. */
  readonly edges: readonly GraphEdge[];
  readonly rings: readonly LineageRing[];
  /** There is more than the limit let in: what is told is the nearest part. */
  readonly truncated: boolean;
}

/**
 * Everything a node came from, or everything that it feeds and that depends on it, with distances. Where content flows both ways
 * (free text that names a bucket) it is followed both ways; what is only named (an account, a key, a network) is followed from
 * the one that names it, so that two jobs in one network are no part of each other's lineage. Linear in the links followed.
 */
export function lineageFrom(graph: Graph, start: NodeId, options: LineageOptions): Lineage {
  const distances = new Map<NodeId, number>(graph.nodes.has(start) ? [[start, 0]] : []);
  const edges = new Set<GraphEdge>();
  let truncated = false;
  for (const [id, distance] of distances) {
    for (const { edge, node } of lineageSteps(graph, id, options)) {
      if (!distances.has(node)) {
        if (distances.size > options.limit) {
          truncated = true;
          continue;
        }
        distances.set(node, distance + 1);
      }
      edges.add(edge);
    }
  }
  distances.delete(start);
  return { distances, edges: [...edges], rings: ringsOf(graph, distances), truncated };
}

/** Returns the links that lead on from a node of a lineage, each with the node at its other end. */
export function* lineageSteps(
  graph: Graph,
  id: NodeId,
  { direction, way }: Pick<LineageOptions, 'direction' | 'way'>,
): Generator<Step> {
  const named = direction === 'sources' ? graph.outgoing(id) : graph.incoming(id);
  const against = direction === 'sources' ? graph.incoming(id) : graph.outgoing(id);
  for (const edge of named) {
    const { flow } = edge;
    const fits = carriesContent(edge) ? flow === 'in' || flow === 'both' : way === 'dependencies';
    if (fits && !isAccessLink(edge)) yield { edge, node: direction === 'sources' ? edge.to : edge.from };
  }
  for (const edge of against) {
    const fits = carriesContent(edge) && (edge.flow === 'out' || edge.flow === 'both');
    if (fits && !isAccessLink(edge)) yield { edge, node: direction === 'sources' ? edge.from : edge.to };
  }
}

function carriesContent({ flow, type }: GraphEdge): boolean {
  return flow !== 'none' && RELATIONS[type].connects !== true;
}

function ringsOf(graph: Graph, distances: ReadonlyMap<NodeId, number>): readonly LineageRing[] {
  const rings: Map<KindId, number>[] = [];
  for (const [id, distance] of distances) {
    const kind = graph.nodes.get(id)?.kind;
    if (kind === undefined) continue;
    const counts = (rings[distance - 1] ??= new Map<KindId, number>());
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return rings.map((counts, index) => ({
    distance: index + 1,
    count: [...counts.values()].reduce((sum, count) => sum + count, 0),
    kinds: [...counts]
      .map(([kind, count]) => ({ kind, count }))
      .toSorted((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1)),
  }));
}
