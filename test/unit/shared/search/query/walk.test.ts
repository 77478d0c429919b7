import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow } from '../../../../../shared/kinds/kind.ts';
import { makeEngine, titlesOf } from '../../../../tools/make-engine.ts';
import { makeGraph } from '../../../../tools/make-graph.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

interface Link {
  readonly from: string;
  readonly to: string;
  readonly flow: Flow;
}

function engineWith(links: readonly Link[]) {
  const nodes = NAMES.map((title) => ({ id: `//x/${title}`, kind: 'gcp-storage-bucket' as const, title }));
  const edges = links.map(({ from, to, flow }) => ({
    type: 'READS_DATA' as const,
    from: `//x/${from}`,
    to: `//x/${to}`,
    flow,
  }));
  return makeEngine(makeGraph(nodes, edges));
}

/** By definition: another node of the set within so many steps, found by walking from each one alone. */
function linkedByDefinition(links: readonly Link[], set: readonly string[], hops: number): string[] {
  return NAMES.filter((start) => {
    let seen = new Set<string>([start]);
    for (let hop = 0; hop < hops; hop += 1) {
      seen = new Set(
        [...seen, ...links.flatMap(({ from, to }) => [seen.has(from) ? to : from, seen.has(to) ? from : to])].filter(
          (name) =>
            seen.has(name) ||
            links.some(({ from, to }) => (seen.has(from) && to === name) || (seen.has(to) && from === name)),
        ),
      );
    }
    return set.some((name) => name !== start && seen.has(name));
  });
}

describe('a walk', () => {
  const chain: readonly Link[] = [
    { from: 'a', to: 'b', flow: 'out' },
    { from: 'c', to: 'b', flow: 'in' },
    { from: 'c', to: 'd', flow: 'none' },
  ];

  it.each([
    ['linked:(title=b)', ['a', 'c']],
    ['linked:(title=b) hops:2', ['a', 'c', 'd']],
    ['uses:(title=b)', ['a', 'c']],
    ['used-by:(title=c)', ['b', 'd']],
    ['upstream:(title=c)', ['a', 'b']],
    ['upstream:(title=c) hops:1', ['b']],
    ['downstream:(title=a)', ['b', 'c']],
    ['linked:(title:(a OR b))', ['a', 'b', 'c']],
    ['linked:(title=f)', []],
  ])('%s', (query, titles) => {
    expect(titlesOf(engineWith(chain), query)).toStrictEqual(titles);
  });

  it('finds a resource of the set only by another one of it', () => {
    const cycle: readonly Link[] = [{ from: 'a', to: 'b', flow: 'none' }];
    expect(titlesOf(engineWith(cycle), 'linked:(title=a) hops:2')).toStrictEqual(['b']);
    expect(titlesOf(engineWith([{ from: 'a', to: 'a', flow: 'both' }]), 'linked:(title=a) hops:5')).toStrictEqual([]);
  });

  it('finds no content in the network where many workloads meet, nor beyond it', () => {
    const nodes = [
      { id: '//x/one', kind: 'gcp-ai-platform-custom-job' as const, title: 'one' },
      { id: '//x/net', kind: 'gcp-compute-network' as const, title: 'net' },
      { id: '//x/two', kind: 'gcp-ai-platform-custom-job' as const, title: 'two' },
    ];
    const edges = ['one', 'two'].map((title) => ({
      type: 'PEERS_NETWORK' as const,
      from: `//x/${title}`,
      to: '//x/net',
      flow: 'both' as const,
    }));
    const engine = makeEngine(makeGraph(nodes, edges));
    expect(titlesOf(engine, 'upstream:(title=one)')).toStrictEqual([]);
    expect(titlesOf(engine, 'linked:(title=one)')).toStrictEqual(['net']);
  });

  it('is what its definition says, for any links', () => {
    const name = fc.constantFrom(...NAMES);
    const link = fc.record({ from: name, to: name, flow: fc.constant<Flow>('none') });
    fc.assert(
      fc.property(
        fc.array(link, { maxLength: 9 }),
        fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (links, set, hops) => {
          const query = `linked:(title:(${set.join(' OR ')})) hops:${hops}`;
          expect(titlesOf(engineWith(links), query)).toStrictEqual(linkedByDefinition(links, set, hops));
        },
      ),
      { numRuns: 300 },
    );
  });
});
