import { describe, expect, it } from 'vitest';
import { createGraphBuilder } from '../../../../shared/graph/build-graph.ts';
import type { Graph, NodeId } from '../../../../shared/graph/graph.ts';
import { downstream, neighbours, upstream } from '../../../../shared/graph/traversal.ts';
import type { Flow, RelationId } from '../../../../shared/kinds/kind.ts';

type Link = readonly [from: string, type: RelationId, to: string, flow: Flow];

function id(name: string): NodeId {
  return `//storage.googleapis.com/${name}` as NodeId;
}

function graphOf(links: readonly Link[]): Graph {
  const builder = createGraphBuilder();
  for (const [from, type, to, flow] of links) {
    for (const name of [from, to]) {
      builder.setNode({ id: id(name), kind: 'gcp-storage-bucket', state: 'present', title: name });
    }
    builder.addLink({
      type,
      from: id(from),
      to: id(to),
      confidence: 'exact',
      flow,
      evidence: [{ document: id(from), path: 'field', value: to }],
    });
  }
  return builder.finish();
}

/** A job reads a bucket and an image, runs as an account, writes a model that an endpoint answers with. */
const lineage = graphOf([
  ['job', 'REFERENCES_DATA', 'data', 'in'],
  ['job', 'PULLS_IMAGE', 'image', 'in'],
  ['job', 'RUNS_AS', 'account', 'none'],
  ['job', 'PEERS_NETWORK', 'network', 'both'],
  ['job', 'PRODUCED_MODEL', 'model', 'out'],
  ['model', 'DEPLOYED_TO', 'endpoint', 'out'],
  ['image', 'PART_OF', 'repository', 'in'],
  ['other', 'REFERENCES_DATA', 'data', 'in'],
]);

function names(ids: Iterable<NodeId>): readonly string[] {
  return [...ids].map((each) => each.slice(id('').length));
}

describe('neighbours()', () => {
  it('tells the nodes at the other ends, by relation and side', () => {
    expect(names(neighbours(lineage, id('job')))).toStrictEqual(['data', 'image', 'account', 'network', 'model']);
    expect(names(neighbours(lineage, id('job'), { relation: 'PULLS_IMAGE' }))).toStrictEqual(['image']);
    expect(names(neighbours(lineage, id('data'), { direction: 'incoming' }))).toStrictEqual(['job', 'other']);
    expect(names(neighbours(lineage, id('data'), { direction: 'outgoing' }))).toStrictEqual([]);
  });

  it('names a neighbour of several links once, and a node linked to itself', () => {
    const graph = graphOf([
      ['log', 'LOGS_TO', 'log', 'out'],
      ['log', 'LOGS_TO', 'other', 'out'],
      ['log', 'WRITES_TO', 'other', 'out'],
    ]);
    expect(names(neighbours(graph, id('log')))).toStrictEqual(['log', 'other']);
    expect(names(neighbours(graph, id('log'), { direction: 'incoming' }))).toStrictEqual(['log']);
  });
});

describe('upstream() and downstream()', () => {
  it('follow the data, not the links', () => {
    expect(names(upstream(lineage, [id('endpoint')]).keys())).toStrictEqual([
      'model',
      'job',
      'data',
      'image',
      'network',
      'repository',
    ]);
    expect(names(downstream(lineage, [id('data')]).keys())).toStrictEqual([
      'job',
      'other',
      'network',
      'model',
      'endpoint',
    ]);
  });

  it('stop at a depth, tell distances and start at several nodes', () => {
    expect([...upstream(lineage, [id('endpoint')], 2)]).toStrictEqual([
      [id('model'), 1],
      [id('job'), 2],
    ]);
    expect(names(downstream(lineage, [id('repository'), id('model')], 1).keys())).toStrictEqual(['image', 'endpoint']);
    expect([...downstream(lineage, [id('nowhere')])]).toStrictEqual([]);
  });
});

describe('createGraphBuilder()', () => {
  it('merges mentions of a link: evidence, strongest confidence, sum of flows', () => {
    const builder = createGraphBuilder();
    const [job, bucket] = [id('job'), id('bucket')];
    const evidence = (path: string) => ({ document: job, path, value: 'gs://bucket' });
    const link = { type: 'REFERENCES_DATA' as const, from: job, to: bucket };
    for (const node of [job, bucket]) {
      builder.setNode({ id: node, kind: 'gcp-storage-bucket', state: 'referenced', title: node });
    }
    builder.addLink({ ...link, confidence: 'heuristic', flow: 'none', evidence: [evidence('a')] });
    builder.addLink({ ...link, confidence: 'exact', flow: 'in', evidence: [evidence('b')] });
    builder.addLink({ ...link, confidence: 'derived', flow: 'out', evidence: [evidence('c')] });
    const key = `REFERENCES_DATA ${job} ${bucket}`;
    const merged = {
      ...link,
      confidence: 'exact',
      flow: 'both',
      evidence: [evidence('a'), evidence('b'), evidence('c')],
    };
    const graph = builder.finish();
    expect([...graph.edges]).toStrictEqual([[key, merged]]);
    expect(graph.edges.get(key)).toStrictEqual(merged);
    expect(graph.edges.has('WRITES_TO a b')).toBe(false);
    expect(graph.outgoing(job)).toStrictEqual([merged]);
    expect(graph.incoming(bucket)).toStrictEqual([merged]);
    expect(graph.incoming(job)).toStrictEqual([]);
  });

  it('keeps links apart by relation and merges them also at a node with very many', () => {
    const many = Array.from({ length: 300 }, (_, index): Link => ['hub', 'WRITES_TO', `b${index % 100}`, 'out']);
    const graph = graphOf([...many, ['hub', 'LOGS_TO', 'b7', 'out']]);
    expect(graph.edges.size).toBe(101);
    expect(graph.outgoing(id('hub')).map(({ evidence }) => evidence.length)).toStrictEqual([
      ...Array.from({ length: 100 }, () => 3),
      1,
    ]);
  });

  it.each<[readonly Flow[], Flow]>([
    [['in', 'in'], 'in'],
    [['out', 'none'], 'out'],
    [['none', 'in'], 'in'],
    [['none', 'none'], 'none'],
    [['in', 'out'], 'both'],
    [['both', 'in'], 'both'],
  ])('sums the flows %j of the mentions of a link to %s', (flows, sum) => {
    const builder = createGraphBuilder();
    for (const flow of flows) {
      builder.addLink({
        type: 'REFERENCES_DATA',
        from: id('job'),
        to: id('bucket'),
        confidence: 'exact',
        flow,
        evidence: [{ document: id('job'), path: 'a', value: 'gs://bucket' }],
      });
    }
    expect(
      builder
        .finish()
        .outgoing(id('job'))
        .map(({ flow }) => flow),
    ).toStrictEqual([sum]);
  });
});
