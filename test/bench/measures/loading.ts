import type { BenchOptions, Figure } from '../figure.ts';
import { listingBytes, openBytes } from '../pipeline.ts';
import type { Opened } from '../pipeline.ts';
import { peakMemory, percentile, timeMedian } from '../timing.ts';

const SMALL = 10_000;
const LARGE = 100_000;

/** How long a listing takes from bytes to a graph one can search, and what ten times as much costs. */
export async function measureLoading(_options: BenchOptions): Promise<Figure[]> {
  const bytes = listingBytes(SMALL);
  const parse = timeMedian(5, () => parseJson(bytes));
  openBytes(bytes);
  const runs = Array.from({ length: 3 }, () => openBytes(bytes).times);
  const derived = runs.map((times) => Math.max(0, toIndex(times) - parse));
  const derive = percentile(derived, 0.5);
  const small = parse + derive;
  return [
    {
      name: `${SMALL} job documents: canonical form, links, graph, index`,
      value: derive,
      unit: 'ms',
      floor: { name: 'JSON.parse of the same bytes', value: parse },
      target: { kind: 'ratio', most: 6 },
    },
    ...measureLarge(small),
  ];
}

/** Milliseconds from bytes to index; the first view has figures of its own. */
function toIndex({ read, derive, index }: Opened['times']): number {
  return read + derive + index;
}

function parseJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}

function measureLarge(small: number): Figure[] {
  const bytes = listingBytes(LARGE);
  const large = toIndex(openBytes(bytes).times);
  return [
    {
      name: `${LARGE} job documents: bytes to graph and index`,
      value: large,
      unit: 'ms',
      floor: { name: `the same for ${SMALL}`, value: small },
      target: { kind: 'ratio', most: 12 },
    },
    {
      name: `${LARGE} job documents: peak memory of the process, the file's bytes included`,
      value: peakMemory(),
      unit: 'MB',
      target: { kind: 'value', most: 1500 },
    },
  ];
}
