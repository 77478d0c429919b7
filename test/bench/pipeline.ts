import { deriveGraph } from '../../shared/graph/derive-graph.ts';
import type { Graph } from '../../shared/graph/graph.ts';
import { createViewBuilder } from '../../shared/graph/view/build-view.ts';
import { countAttention } from '../../shared/graph/view/importance.ts';
import type { View, ViewSpec } from '../../shared/graph/view.ts';
import { createInventoryReader } from '../../shared/inventory/reader.ts';
import { buildSearchIndex, type SearchIndex } from '../../shared/search/search-index.ts';
import { asGcloudListing, generateInventory } from '../tools/generate-inventory.ts';

/** What the worker makes of a file, with the time of each step in milliseconds. */
export interface Opened {
  readonly graph: Graph;
  readonly index: SearchIndex;
  readonly buildView: (spec: ViewSpec) => View;
  readonly times: { readonly read: number; readonly derive: number; readonly index: number; readonly view: number };
}

/** Files are sent in pieces of this size. */
const CHUNK = 1024 * 1024;

/** A gcloud listing of custom jobs as bytes. */
export function listingBytes(jobs: number): Uint8Array {
  return new TextEncoder().encode(asGcloudListing(generateInventory({ jobs })));
}

/** Reads and derives a file as the worker does, without letting others have a turn. */
export function openBytes(bytes: Uint8Array): Opened {
  let last = performance.now();
  const lap = (): number => {
    const before = last;
    last = performance.now();
    return last - before;
  };
  const reader = createInventoryReader();
  reader.beginFile('jobs.json');
  for (let start = 0; start < bytes.length; start += CHUNK) reader.push(bytes.subarray(start, start + CHUNK));
  reader.endFile();
  const inventory = reader.finish();
  const read = lap();
  const graph = deriveGraph(inventory);
  const derive = lap();
  const index = buildSearchIndex(graph);
  const indexed = lap();
  const buildView = createViewBuilder(graph, countAttention(graph.unclaimed));
  return { graph, index, buildView, times: { read, derive, index: indexed, view: lap() } };
}
