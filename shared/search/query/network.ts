import { at, type CompactGraph } from '../../graph/view/compact-graph.ts';
import type { SearchIndex } from '../search-index.ts';
import type { LinkFilter } from './plan.ts';

/**
 * The links of a graph by the numbers of its search index, in which queries are evaluated; both orders hold the same nodes.
 */
export interface Network {
  readonly compact: CompactGraph;
  /** Number in the compact graph per number in the index, and the other way round. */
  readonly toCompact: Int32Array;
  readonly toIndex: Int32Array;
  /** Ends of each link, in the numbers of the index. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Relates the two numberings of a graph's nodes. */
export function createNetwork(index: SearchIndex, compact: CompactGraph): Network {
  const toCompact = new Int32Array(index.nodes.length);
  const toIndex = new Int32Array(index.nodes.length);
  index.nodes.forEach((node, number) => {
    const other = compact.indexOf.get(node.id) ?? -1;
    if (other < 0) throw new Error(`the compact graph lacks the node "${node.id}"`);
    toCompact[number] = other;
    toIndex[other] = number;
  });
  const ends = (numbers: Int32Array): Int32Array => numbers.map((number) => at(toIndex, number));
  return { compact, toCompact, toIndex, from: ends(compact.from), to: ends(compact.to) };
}

/** Per class of edges (see `CompactGraph.classes`), 1 where such links count. */
export function countingClasses({ compact }: Network, { relations, confidences }: LinkFilter): Uint8Array {
  return Uint8Array.from(compact.classes, ({ type, confidence }) =>
    (relations?.has(type) ?? true) && (confidences?.has(confidence) ?? true) ? 1 : 0,
  );
}

/** Calls `visit` for every link that counts, with its number and the numbers of its ends in the index. */
export function eachLink(
  network: Network,
  filter: LinkFilter,
  visit: (edge: number, from: number, to: number) => void,
): void {
  const { edgeClass } = network.compact;
  const counts = countingClasses(network, filter);
  for (let edge = 0; edge < edgeClass.length; edge += 1) {
    if (at(counts, at(edgeClass, edge)) === 1) visit(edge, at(network.from, edge), at(network.to, edge));
  }
}

/** Numbers of the links at a node of the index that count. */
export function linksAt(network: Network, filter: LinkFilter, node: number): number[] {
  const { compact, toCompact } = network;
  const counts = countingClasses(network, filter);
  const number = at(toCompact, node);
  const found: number[] = [];
  for (let place = at(compact.offsets, number); place < at(compact.offsets, number + 1); place += 1) {
    const edge = at(compact.incident, place);
    if (at(counts, at(compact.edgeClass, edge)) === 1) found.push(edge);
  }
  return found;
}
