import { answerSearch, type Searched } from '../../../renderer/inventory/worker/search-box.ts';
import { compactGraph } from '../../../shared/graph/view/compact-graph.ts';
import { createQueryEngine } from '../../../shared/search/query/engine.ts';
import type { BenchOptions, Figure } from '../figure.ts';
import { listingBytes, openBytes } from '../pipeline.ts';
import { percentile, timeOnce } from '../timing.ts';

const RESOURCES = 100_000;
const SHOWN = 50;

/** What people type, key by key: a beginning, a part of a name, a word with a typo, several words, a pasted name. */
const TYPED = {
  prefix: ['train-fraud-2025', 'score-churn', 'europe-west4', 'northwind-data-12'],
  'inner substring': ['raud-2025', 'hurn-next', '-00042', 'iner-4'],
  typo: ['trian-farud', 'scoer', 'euorpe', 'exmbed'],
  'several words': ['fraud failed', 'churn europe 2025', 'trainer-3 succeeded'],
  'pasted name': ['gs://northwind-data-1/raw', 'trainer-1@northwind-ml-prod.iam.gserviceaccount.com'],
} as const;

/** How long the search box waits for its hits after each key. */
export async function measureSearch(_options: BenchOptions): Promise<Figure[]> {
  const { graph, index } = openBytes(listingBytes(RESOURCES));
  const engine = createQueryEngine({ graph, index, compact: compactGraph(graph), now: Date.now });
  const searched: Searched = { graph, index, queries: () => engine, mask: (_document, _path, value) => value };
  const names = index.nodes.map((node) => node.title.toLowerCase());
  return Object.entries(TYPED).map(([form, queries]): Figure => {
    const keys = queries.flatMap((query) => Array.from({ length: query.length }, (_, end) => query.slice(0, end + 1)));
    for (const key of keys) answerSearch(searched, key, SHOWN);
    const times = keys.map((key) => timeOnce(() => answerSearch(searched, key, SHOWN)));
    const floor = keys.map((key) => timeOnce(() => names.filter((name) => name.includes(key)).length));
    return {
      name: `search over ${RESOURCES} resources, ${form}, 95th percentile of ${keys.length} keys`,
      value: percentile(times, 0.95),
      unit: 'per key ms',
      floor: { name: 'linear scan of the lower-cased names', value: percentile(floor, 0.95) },
      target: { kind: 'value', most: 16 },
    };
  });
}
