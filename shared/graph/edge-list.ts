import { edgeId } from './graph.ts';
import type { GraphEdge } from './graph.ts';

/**
 * The links of a graph as a map by id. Ids are long and most graphs are never asked for a link by its id, so the index is made
 * when it is first needed: hashing the ids of a large graph costs as much as finding its links.
 */
export function createEdgeMap(edges: readonly GraphEdge[]): ReadonlyMap<string, GraphEdge> {
  return new EdgeMap(edges);
}

class EdgeMap implements ReadonlyMap<string, GraphEdge> {
  readonly #edges: readonly GraphEdge[];
  #index: ReadonlyMap<string, GraphEdge> | undefined;

  constructor(edges: readonly GraphEdge[]) {
    this.#edges = edges;
  }

  get size(): number {
    return this.#edges.length;
  }

  get(id: string): GraphEdge | undefined {
    return this.#byId().get(id);
  }

  has(id: string): boolean {
    return this.#byId().has(id);
  }

  forEach(callback: (edge: GraphEdge, id: string, map: ReadonlyMap<string, GraphEdge>) => void): void {
    for (const edge of this.#edges) {
      callback(edge, edgeId(edge), this);
    }
  }

  values(): MapIterator<GraphEdge> {
    return this.#edges.values();
  }

  keys(): MapIterator<string> {
    return this.#byId().keys();
  }

  entries(): MapIterator<[string, GraphEdge]> {
    return this.#byId().entries();
  }

  [Symbol.iterator](): MapIterator<[string, GraphEdge]> {
    return this.entries();
  }

  #byId(): ReadonlyMap<string, GraphEdge> {
    this.#index ??= new Map(this.#edges.map((edge) => [edgeId(edge), edge]));
    return this.#index;
  }
}
