import { compactGraph } from '../../../shared/graph/view/compact-graph.ts';
import { complete } from '../../../shared/search/query/complete.ts';
import { createQueryEngine } from '../../../shared/search/query/engine.ts';
import type { BenchOptions, Figure } from '../figure.ts';
import { listingBytes, openBytes } from '../pipeline.ts';
import { percentile, timeOnce } from '../timing.ts';

const RESOURCES = 100_000;
const RUNS = 12;

/** Queries by what they cost: conditions on fields, on links, along links, on texts, and all of it together. */
const QUERIES = {
  fields: ['kind:job state:failed location:europe-*', 'created:>2025-06-01 -has:cmek', 'accelerator:A100 replicas:>1'],
  links: ['sa:*@developer.*', 'shared-by:>20', 'crosses:project via:RUNS_AS', 'bucket:northwind-data-1'],
  walks: ['linked:(kind:bucket location:us) hops:2', 'upstream:(kind:model)', 'downstream:(kind:bucket) hops:3'],
  words: ['fraud kind:job state:failed', '"train fraud"', 'fruad~ kind:job', 'score*2025*'],
  together: ['kind:job state:(failed OR cancelled) -has:network linked:(kind:bucket shared-by:>5) hops:2 fraud'],
} as const;

/** How long a query takes, each asked before as it is while people type; the first asking reads its fields once. */
export async function measureQuery(_options: BenchOptions): Promise<Figure[]> {
  const { graph, index } = openBytes(listingBytes(RESOURCES));
  const now = (): number => Date.UTC(2026, 0, 1);
  const engine = createQueryEngine({ graph, index, compact: compactGraph(graph), now });
  const floor = timeOnce(() => index.nodes.filter(({ title }) => title.toLowerCase().includes('fraud')).length);
  const first = Object.values(QUERIES)
    .flat()
    .map((query) => timeOnce(() => engine.ask(query)));
  const figures = Object.entries(QUERIES).map(([form, queries]): Figure => {
    const times = queries.flatMap((query) => Array.from({ length: RUNS }, () => timeOnce(() => engine.ask(query))));
    return figure(`query over ${RESOURCES} resources, ${form}, 95th percentile`, percentile(times, 0.95), floor, 100);
  });
  const typed = 'kind:job state:failed sa:trainer label.team:risk';
  const keys = Array.from({ length: typed.length }, (_, end) => typed.slice(0, end + 1));
  for (const key of keys) complete(engine.estate, key, key.length, 12);
  const completions = keys.map((key) => timeOnce(() => complete(engine.estate, key, key.length, 12)));
  return [
    ...figures,
    figure(
      `completion over ${RESOURCES} resources, 95th percentile of ${keys.length} keys`,
      percentile(completions, 0.95),
      floor,
      50,
    ),
    figure(`first asking of a query over ${RESOURCES} resources, slowest`, Math.max(...first), floor, 600),
  ];
}

function figure(name: string, value: number, floor: number, most: number): Figure {
  return {
    name,
    value,
    unit: 'ms',
    floor: { name: 'linear scan of the lower-cased titles', value: floor },
    target: { kind: 'value', most },
  };
}
