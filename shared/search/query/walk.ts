import { KINDS } from '../../kinds/index.ts';
import type { Flow } from '../../kinds/kind.ts';
import { RELATIONS } from '../../links/relations.ts';
import type { Walk } from './grammar.ts';
import { at } from '../../graph/view/compact-graph.ts';
import { countingClasses, type Network } from './network.ts';
import type { LinkFilter } from './plan.ts';

/**
 * How each resource is reached from a set of resources. A resource of the set is reached from another one of it, so two origins
 * are kept for each: the nearest, and the nearest of another origin.
 */
export interface Reached {
  /** Numbers in the compact graph: origin of the first and second way to a node, -1 where there is none. */
  readonly origins: readonly [Int32Array, Int32Array];
  /** Links walked on the ways. */
  readonly distances: readonly [Int32Array, Int32Array];
  /** Last link of the ways, -1 at the origin itself. */
  readonly edges: readonly [Int32Array, Int32Array];
}

/**
 * Walks from every resource of a set along the links that count, at most `hops` far. `isOrigin` is by the compact graph's numbers.
 * Linear in nodes and links: each node is passed at most twice.
 */
export function walkFrom(
  network: Network,
  isOrigin: Uint8Array,
  walk: Walk,
  hops: number,
  filter: LinkFilter,
): Reached {
  const { compact } = network;
  const size = compact.nodes.length;
  const reached: Reached = {
    origins: [new Int32Array(size).fill(-1), new Int32Array(size).fill(-1)],
    distances: [new Int32Array(size), new Int32Array(size)],
    edges: [new Int32Array(size).fill(-1), new Int32Array(size).fill(-1)],
  };
  const { forward, backward } = directions(network, walk, filter);
  const [firstOrigins, secondOrigins] = reached.origins;
  const isFlow = walk === 'upstream' || walk === 'downstream';
  // Each entry is a node and which of its two ways was found: node * 2 + way.
  const queue = new Int32Array(size * 2);
  let end = 0;
  for (let node = 0; node < size; node += 1) {
    if (at(isOrigin, node) === 0) continue;
    firstOrigins[node] = node;
    queue[end] = node * 2;
    end += 1;
  }
  // Once every node has both its ways, no link can lead to anything new.
  for (let start = 0; start < end && end < queue.length; start += 1) {
    const node = at(queue, start) >> 1;
    const way: 0 | 1 = (at(queue, start) & 1) === 0 ? 0 : 1;
    const distance = at(reached.distances[way], node);
    if (distance >= hops || (isFlow && distance > 0 && at(isEnd, at(compact.kindRank, node)) === 1)) continue;
    const origin = at(reached.origins[way], node);
    for (let place = at(compact.offsets, node); place < at(compact.offsets, node + 1); place += 1) {
      const edge = at(compact.incident, place);
      const edgeClass = at(compact.edgeClass, edge);
      const source = at(compact.from, edge);
      const isForward = source === node;
      if (at(isForward ? forward : backward, edgeClass) === 0) continue;
      const next = isForward ? at(compact.to, edge) : source;
      const first = at(firstOrigins, next);
      if (first === origin || (first >= 0 && at(secondOrigins, next) >= 0)) continue;
      const found: 0 | 1 = first < 0 ? 0 : 1;
      reached.origins[found][next] = origin;
      reached.distances[found][next] = distance + 1;
      reached.edges[found][next] = edge;
      queue[end] = next * 2 + found;
      end += 1;
    }
  }
  return reached;
}

/**
 * Kinds at which data's way ends, by their place among all kinds: a network, key or account serves many workloads whose data do
 * not mix for that.
 */
const isEnd = Uint8Array.from(KINDS, ({ column }) => (column === 'guard' ? 1 : 0));

/** Which of the two ways leads to a node from another node than itself; undefined where none does. */
export function wayTo(reached: Reached, node: number): 0 | 1 | undefined {
  const [first, second] = reached.origins;
  if (at(first, node) >= 0 && at(first, node) !== node) return 0;
  return at(second, node) >= 0 ? 1 : undefined;
}

/** The links of the way to a node, from the node to its origin. */
export function linksOfWay({ compact }: Network, reached: Reached, node: number, way: 0 | 1): number[] {
  const links: number[] = [];
  const origin = at(reached.origins[way], node);
  let here = node;
  let edge = at(reached.edges[way], here);
  while (edge >= 0 && here !== origin) {
    links.push(edge);
    here = at(compact.from, edge) === here ? at(compact.to, edge) : at(compact.from, edge);
    edge = at(reached.edges[at(reached.origins[0], here) === origin ? 0 : 1], here);
  }
  return links;
}

/** Per class of edges, whether it is walked from its source to its target, and the other way. */
function directions(network: Network, walk: Walk, filter: LinkFilter): { forward: Uint8Array; backward: Uint8Array } {
  const counts = countingClasses(network, filter);
  // Through a network data may pass, but it does not say which: as in the lineage of a node, no content flows there.
  const pick = (isWalked: (flow: Flow) => boolean): Uint8Array =>
    Uint8Array.from(network.compact.classes, ({ type, flow }, index) =>
      at(counts, index) === 1 && isWalked(flow) && RELATIONS[type].connects !== true ? 1 : 0,
    );
  switch (walk) {
    case 'linked':
      return { forward: counts, backward: counts };
    // What uses something is found by walking from that against its links.
    case 'uses':
      return { forward: new Uint8Array(counts.length), backward: counts };
    case 'used-by':
      return { forward: counts, backward: new Uint8Array(counts.length) };
    case 'upstream':
      return {
        forward: pick((flow) => flow === 'in' || flow === 'both'),
        backward: pick((flow) => flow === 'out' || flow === 'both'),
      };
    case 'downstream':
      return {
        forward: pick((flow) => flow === 'out' || flow === 'both'),
        backward: pick((flow) => flow === 'in' || flow === 'both'),
      };
  }
}
