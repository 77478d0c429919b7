import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeId } from '../../../../../shared/graph/graph.ts';
import { findPaths, type PathQuestion } from '../../../../../shared/graph/paths/find-paths.ts';
import { reach } from '../../../../../shared/graph/traversal.ts';
import type { Flow, RelationId } from '../../../../../shared/kinds/kind.ts';
import { makeGraph, nodeId, type EdgeInShort } from '../../../../tools/make-graph.ts';

const job = (name: string) => ({ id: name, kind: 'gcp-ai-platform-custom-job' }) as const;
const bucket = (name: string) => ({ id: name, kind: 'gcp-storage-bucket' }) as const;

/** Two jobs share an account and a bucket; the second reads what the first writes into it. */
const graph = makeGraph(
  [
    job('prepare'),
    job('train'),
    bucket('features'),
    { id: 'trainer', kind: 'gcp-iam-service-account' },
    { id: 'model', kind: 'gcp-ai-platform-model' },
    bucket('alone'),
  ],
  [
    { type: 'WRITES_TO', from: 'prepare', to: 'features', flow: 'out' },
    { type: 'READS_DATA', from: 'train', to: 'features', flow: 'in' },
    { type: 'RUNS_AS', from: 'prepare', to: 'trainer' },
    { type: 'RUNS_AS', from: 'train', to: 'trainer' },
    { type: 'PRODUCED_MODEL', from: 'train', to: 'model', flow: 'out' },
    { type: 'STORED_IN', from: 'model', to: 'features', flow: 'in' },
  ],
);

const SHORTEST = { mode: 'shortest', depth: 6, direction: 'any', without: [], limit: 1000 } as const;

function ask(question: Partial<Omit<PathQuestion, 'from' | 'to'>> & { readonly from?: string; readonly to?: string }) {
  const { from = 'prepare', to = 'model', ...rest } = question;
  const { paths, ...counts } = findPaths(graph, {
    mode: 'shortest',
    depth: 6,
    direction: 'any',
    without: [],
    limit: 100,
    ...rest,
    from: nodeId(from),
    to: nodeId(to),
  });
  return { paths: paths.map(({ nodes }) => nodes.join(' ')), ...counts };
}

describe('findPaths()', () => {
  it('tells all shortest paths', () => {
    expect(ask({ to: 'train' })).toStrictEqual({
      paths: ['prepare features train', 'prepare trainer train'],
      total: 2,
      gaveUp: false,
    });
  });

  it('counts the shortest paths it does not list', () => {
    expect(ask({ to: 'train', limit: 1 })).toStrictEqual({
      paths: ['prepare features train'],
      total: 2,
      gaveUp: false,
    });
  });

  it('tells all simple paths up to a depth, shorter ones first', () => {
    expect(ask({ mode: 'simple', depth: 4 })).toStrictEqual({
      paths: [
        'prepare features model',
        'prepare features train model',
        'prepare trainer train model',
        'prepare trainer train features model',
      ],
      total: 4,
      gaveUp: false,
    });
    expect(ask({ mode: 'simple', depth: 2 }).paths).toStrictEqual(['prepare features model']);
  });

  it('counts the simple paths it does not list', () => {
    expect(ask({ mode: 'simple', depth: 4, limit: 1 })).toStrictEqual({
      paths: ['prepare features model'],
      total: 4,
      gaveUp: false,
    });
  });

  it('follows the data only where it is asked to', () => {
    expect(ask({ mode: 'simple', direction: 'with-data' }).paths).toStrictEqual([
      'prepare features model',
      'prepare features train model',
    ]);
    expect(ask({ from: 'model', to: 'prepare', mode: 'simple', direction: 'against-data' }).paths).toStrictEqual([
      'model features prepare',
      'model train features prepare',
    ]);
    expect(ask({ from: 'model', to: 'prepare', direction: 'with-data' })).toStrictEqual({
      paths: [],
      total: 0,
      gaveUp: false,
    });
  });

  it('leaves out relations', () => {
    expect(ask({ to: 'train', without: ['RUNS_AS'] }).paths).toStrictEqual(['prepare features train']);
    expect(ask({ mode: 'simple', depth: 3, without: ['STORED_IN', 'RUNS_AS'] }).paths).toStrictEqual([
      'prepare features train model',
    ]);
  });

  it('finds none where nothing joins the two, and the empty path from a node to itself', () => {
    const none = { paths: [], total: 0, gaveUp: false };
    expect(ask({ to: 'alone' })).toStrictEqual(none);
    expect(ask({ to: 'alone', mode: 'simple' })).toStrictEqual(none);
    expect(ask({ from: 'not-there', mode: 'simple' })).toStrictEqual(none);
    expect(ask({ to: 'prepare', mode: 'simple' }).paths).toStrictEqual(['prepare']);
    expect(ask({ to: 'prepare' }).paths).toStrictEqual(['prepare']);
  });

  it('gives up on a net of too many paths, and says so', () => {
    const layers = 8;
    const width = 8;
    const names = Array.from({ length: layers * width }, (_, index) => `n${index}`);
    const links = names.flatMap((from, index): EdgeInShort[] => {
      const next = (Math.floor(index / width) + 1) * width;
      return names.slice(next, next + width).map((to) => ({ type: 'WRITES_TO', from, to, flow: 'out' }));
    });
    const net = makeGraph(names.map(bucket), links);
    const question = { depth: 12, direction: 'any', without: [], limit: 10 } as const;
    const ends = { from: nodeId('n0'), to: nodeId(`n${names.length - 1}`) };
    expect(findPaths(net, { ...question, ...ends, mode: 'shortest' })).toMatchObject({
      total: width ** (layers - 2),
      gaveUp: false,
    });
    const found = findPaths(net, { ...question, ...ends, mode: 'simple' });
    expect(found.gaveUp).toBe(true);
    expect(found.paths).toHaveLength(10);
  });

  it('goes through a chain longer than any call stack', () => {
    const names = Array.from({ length: 3001 }, (_, index) => `n${index}`);
    const chain = makeGraph(
      names.map(bucket),
      names.slice(1).map((to, index) => ({ type: 'WRITES_TO', from: `n${index}`, to, flow: 'out' })),
    );
    const { paths } = findPaths(chain, { ...SHORTEST, from: nodeId('n0'), to: nodeId('n3000') });
    expect(paths.map(({ edges }) => edges.length)).toStrictEqual([3000]);
  });

  it('finds as many steps as a plain search over all nodes, in any graph, and each path once', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const link = fc.record({
      type: fc.constant<RelationId>('WRITES_TO'),
      from: name,
      to: name,
      flow: fc.constantFrom<Flow>('in', 'out', 'both', 'none'),
    });
    fc.assert(
      fc.property(fc.array(link, { minLength: 1, maxLength: 14 }), (links) => {
        const any = makeGraph(['a', 'b', 'c', 'd', 'e', 'f'].map(bucket), links);
        for (const [to, distance] of reach(any, [nodeId('a')])) {
          const { paths, total } = findPaths(any, { ...SHORTEST, from: nodeId('a'), to });
          expect(new Set(paths.map(({ edges }) => edges.length))).toStrictEqual(new Set([distance]));
          expect(new Set(paths.map(({ edges }) => edges.map(edgeId).join())).size).toBe(total);
        }
      }),
      { numRuns: 300 },
    );
  });
});
