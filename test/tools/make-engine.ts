import { analyse } from '../../shared/findings/analyse.ts';
import { createAccessModel } from '../../shared/graph/access/access-model.ts';
import { deriveGraph } from '../../shared/graph/derive-graph.ts';
import { compactGraph } from '../../shared/graph/view/compact-graph.ts';
import type { Graph } from '../../shared/graph/graph.ts';
import type { Inventory } from '../../shared/inventory/inventory.ts';
import { createQueryEngine, type EngineOptions, type QueryEngine } from '../../shared/search/query/engine.ts';
import { findingLookup } from '../../shared/search/query/finding-words.ts';
import { createMasker } from '../../shared/inventory/masking.ts';
import { buildSearchIndex } from '../../shared/search/search-index.ts';

/** The present of tests. */
export const TEST_NOW = Date.UTC(2026, 10, 23, 12);

/** Returns an engine for a graph, at a fixed moment. */
export function makeEngine(graph: Graph, options: Pick<EngineOptions, 'findings' | 'reviewed'> = {}): QueryEngine {
  const index = buildSearchIndex(graph);
  return createQueryEngine({ graph, index, compact: compactGraph(graph), now: () => TEST_NOW, ...options });
}

/** Returns an engine for an inventory, which the rules judge when a query asks for findings. */
export function engineOf(inventory: Inventory): QueryEngine {
  const graph = deriveGraph(inventory);
  const masker = createMasker(new Uint8Array(32));
  const findings = findingLookup(() =>
    analyse({ graph, access: createAccessModel(graph), inventory, masker, now: TEST_NOW }),
  );
  return makeEngine(graph, { findings });
}

/** Titles of what a query finds, in alphabetical order. */
export function titlesOf(engine: QueryEngine, query: string): string[] {
  return engine
    .ask(query)
    .nodes.map((number) => engine.estate.index.nodes[number]?.title ?? '')
    .toSorted();
}
