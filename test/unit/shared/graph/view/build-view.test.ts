import { describe, expect, it } from 'vitest';
import { buildView } from '../../../../../shared/graph/view/build-view.ts';
import { INITIAL_VIEW, type ViewSpec } from '../../../../../shared/graph/view.ts';
import { type EdgeInShort, makeGraph, nodeId, type NodeInShort } from '../../../../tools/make-graph.ts';

const JOB = 'gcp-ai-platform-custom-job';
const ACCOUNT = 'gcp-iam-service-account';
const BUCKET = 'gcp-storage-bucket';

function job(id: string, more: Partial<NodeInShort> = {}): NodeInShort {
  return { id, kind: JOB, project: 'p', location: 'us-central1', lifecycle: 'JOB_STATE_SUCCEEDED', ...more };
}

function view(nodes: readonly NodeInShort[], edges: readonly EdgeInShort[], spec: Partial<ViewSpec> = {}) {
  return buildView(makeGraph(nodes, edges), { ...INITIAL_VIEW, ...spec }, new Map());
}

const SMALL: readonly NodeInShort[] = [
  job('train-1'),
  job('train-2', { lifecycle: 'JOB_STATE_FAILED' }),
  { id: 'in', kind: BUCKET, state: 'referenced' },
  { id: 'out', kind: BUCKET, state: 'referenced' },
  { id: 'runner@p', kind: ACCOUNT, project: 'p' },
];
const SMALL_LINKS: readonly EdgeInShort[] = [
  { type: 'REFERENCES_DATA', from: 'train-1', to: 'in', flow: 'in', confidence: 'heuristic' },
  { type: 'WRITES_TO', from: 'train-1', to: 'out', flow: 'out' },
  { type: 'RUNS_AS', from: 'train-1', to: 'runner@p' },
  { type: 'RUNS_AS', from: 'train-2', to: 'runner@p' },
];

describe('a view of few nodes', () => {
  it('draws every node and link', () => {
    expect(view(SMALL, SMALL_LINKS)).toStrictEqual({
      nodes: [
        {
          id: 'train-1',
          kind: JOB,
          state: 'present',
          title: 'train-1',
          subtitle: 'us-central1 · succeeded',
          lifecycle: 'JOB_STATE_SUCCEEDED',
          hiddenLinks: 0,
          attention: 0,
        },
        {
          id: 'train-2',
          kind: JOB,
          state: 'present',
          title: 'train-2',
          subtitle: 'us-central1 · failed',
          lifecycle: 'JOB_STATE_FAILED',
          hiddenLinks: 0,
          attention: 0,
        },
        {
          id: 'runner@p',
          kind: ACCOUNT,
          state: 'present',
          title: 'runner@p',
          subtitle: '',
          hiddenLinks: 0,
          attention: 0,
        },
        {
          id: 'in',
          kind: BUCKET,
          state: 'referenced',
          title: 'in',
          subtitle: 'not collected',
          hiddenLinks: 0,
          attention: 0,
        },
        {
          id: 'out',
          kind: BUCKET,
          state: 'referenced',
          title: 'out',
          subtitle: 'not collected',
          hiddenLinks: 0,
          attention: 0,
        },
      ],
      edges: [
        {
          id: 'REFERENCES_DATA heuristic in train-1 in',
          source: 'train-1',
          target: 'in',
          type: 'REFERENCES_DATA',
          confidence: 'heuristic',
          flow: 'in',
          count: 1,
          evidence: 1,
        },
        {
          id: 'RUNS_AS exact none train-1 runner@p',
          source: 'train-1',
          target: 'runner@p',
          type: 'RUNS_AS',
          confidence: 'exact',
          flow: 'none',
          count: 1,
          evidence: 1,
        },
        {
          id: 'RUNS_AS exact none train-2 runner@p',
          source: 'train-2',
          target: 'runner@p',
          type: 'RUNS_AS',
          confidence: 'exact',
          flow: 'none',
          count: 1,
          evidence: 1,
        },
        {
          id: 'WRITES_TO exact out train-1 out',
          source: 'train-1',
          target: 'out',
          type: 'WRITES_TO',
          confidence: 'exact',
          flow: 'out',
          count: 1,
          evidence: 1,
        },
      ],
      shown: 5,
      total: 5,
      left: [],
    });
  });

  it('counts what is filtered and hidden, and the links that lead there', () => {
    const seen = view(SMALL, SMALL_LINKS, {
      exclude: { ...INITIAL_VIEW.exclude, states: ['referenced'] },
      hidden: [nodeId('train-2')],
    });
    expect({ ...seen, nodes: seen.nodes.map(({ id, hiddenLinks }) => [id, hiddenLinks]), edges: [] }).toStrictEqual({
      nodes: [
        ['train-1', 2],
        ['runner@p', 1],
      ],
      edges: [],
      shown: 2,
      total: 5,
      left: [
        { reason: 'filter', count: 2 },
        { reason: 'hidden', count: 1 },
      ],
    });
  });

  it.each([
    ['upstream', ['in', 'train-1']],
    ['downstream', ['out', 'train-1']],
    ['both', ['in', 'out', 'runner@p', 'train-1']],
  ] as const)('follows data %s of the focus', (direction, expected) => {
    const focus = { nodes: [nodeId('train-1')], depth: 1, direction };
    const seen = view(SMALL, SMALL_LINKS, { focus });
    expect(seen.nodes.map(({ id }) => id).toSorted()).toStrictEqual(expected);
    expect(seen.left).toStrictEqual([{ reason: 'focus', count: 5 - expected.length }]);
  });

  it('reaches further with depth, but not through what is hidden', () => {
    const focus = { nodes: [nodeId('train-1')], depth: 2, direction: 'both' } as const;
    expect(view(SMALL, SMALL_LINKS, { focus }).shown).toBe(5);
    const without = view(SMALL, SMALL_LINKS, { focus, hidden: [nodeId('runner@p')] });
    expect(without.nodes.map(({ id }) => id)).toStrictEqual(['train-1', 'in', 'out']);
    expect(without.left).toStrictEqual([
      { reason: 'hidden', count: 1 },
      { reason: 'focus', count: 1 },
    ]);
  });

  it('shows only hits and what was added, unless that is hidden', () => {
    const only = [nodeId('train-1')];
    const added = [nodeId('in'), nodeId('out')];
    const seen = view(SMALL, SMALL_LINKS, { only, added, hidden: [nodeId('out')] });
    expect(seen.nodes.map(({ id }) => id)).toStrictEqual(['train-1', 'in']);
    expect(seen.left).toStrictEqual([
      { reason: 'filter', count: 2 },
      { reason: 'hidden', count: 1 },
    ]);
  });
});

/** `count` jobs of a family with the same account, each with a bucket of its own. */
function family(stem: string, count: number, account: string): { nodes: NodeInShort[]; edges: EdgeInShort[] } {
  const ids = Array.from({ length: count }, (_, index) => `${stem}-${String(index + 1).padStart(3, '0')}`);
  return {
    nodes: [
      ...ids.map((id, index) => job(id, index === 0 ? { lifecycle: 'JOB_STATE_FAILED' } : {})),
      ...ids.map((id): NodeInShort => ({ id: `out-${id}`, kind: BUCKET, state: 'referenced' })),
      { id: account, kind: ACCOUNT, project: 'p' },
    ],
    edges: ids.flatMap((id): EdgeInShort[] => [
      { type: 'RUNS_AS', from: id, to: account },
      { type: 'WRITES_TO', from: id, to: `out-${id}`, flow: 'out' },
    ]),
  };
}

const FRAUD = family('train-fraud', 12, 'fraud@p');
const CHURN = family('score-churn', 6, 'churn@p');
const LARGE = { nodes: [...FRAUD.nodes, ...CHURN.nodes], edges: [...FRAUD.edges, ...CHURN.edges] };

function largeView(spec: Partial<ViewSpec> = {}) {
  return view(LARGE.nodes, LARGE.edges, { limit: 16, ...spec });
}

/** Members as `first … last (count)`: the lists are long. */
function inShort(seen: ReturnType<typeof largeView>) {
  return seen.nodes.map(({ id, title, subtitle, members }) =>
    members === undefined ? id : `${title} | ${subtitle} | ${members[0]} … ${members.at(-1)} (${members.length})`,
  );
}

describe('a view of more nodes than the limit', () => {
  it('folds jobs that share their account, and beside each fold the buckets only its jobs use', () => {
    const seen = largeView();
    expect(inShort(seen)).toStrictEqual([
      'score-churn-* | 1 failed, 5 succeeded · us-central1 | score-churn-001 … score-churn-006 (6)',
      'train-fraud-* | 1 failed, 11 succeeded · us-central1 | train-fraud-001 … train-fraud-012 (12)',
      'churn@p',
      'fraud@p',
      'out-score-churn-* | not collected | out-score-churn-001 … out-score-churn-006 (6)',
      'out-train-fraud-* | not collected | out-train-fraud-001 … out-train-fraud-012 (12)',
    ]);
    const titles = new Map(seen.nodes.map(({ id, title }) => [id, title]));
    const lines = seen.edges.map(
      ({ type, source, target, count, evidence }) =>
        `${titles.get(source)} ${type} ${titles.get(target)} ${count} ${evidence}`,
    );
    expect(lines.toSorted()).toStrictEqual([
      'score-churn-* RUNS_AS churn@p 6 6',
      'score-churn-* WRITES_TO out-score-churn-* 6 6',
      'train-fraud-* RUNS_AS fraud@p 12 12',
      'train-fraud-* WRITES_TO out-train-fraud-* 12 12',
    ]);
    expect({ shown: seen.shown, total: seen.total, left: seen.left }).toStrictEqual({ shown: 38, total: 38, left: [] });
  });

  it('draws a member that was added beside its fold, and leaves hidden members out of it', () => {
    const seen = largeView({ added: [nodeId('train-fraud-001')], hidden: [nodeId('train-fraud-002')] });
    expect(inShort(seen).slice(0, 3)).toStrictEqual([
      'score-churn-* | 1 failed, 5 succeeded · us-central1 | score-churn-001 … score-churn-006 (6)',
      'train-fraud-* | succeeded · us-central1 | train-fraud-003 … train-fraud-012 (10)',
      'train-fraud-001',
    ]);
    expect({ shown: seen.shown, left: seen.left }).toStrictEqual({ shown: 37, left: [{ reason: 'hidden', count: 1 }] });
  });

  it('unfolds one fold and leaves the others as they are', () => {
    const before = largeView();
    const fold = before.nodes.find(({ title }) => title === 'score-churn-*')?.id ?? '';
    const after = largeView({ unfolded: [fold] });
    const others = before.nodes.filter(({ id }) => id !== fold);
    expect(after.nodes.filter(({ unfoldedFrom }) => unfoldedFrom === undefined)).toStrictEqual(others);
    expect(after.nodes.filter(({ unfoldedFrom }) => unfoldedFrom === fold).map(({ id }) => id)).toStrictEqual([
      'score-churn-001',
      'score-churn-002',
      'score-churn-003',
      'score-churn-004',
      'score-churn-005',
      'score-churn-006',
    ]);
  });

  it('gives a fold the same id when members come or go', () => {
    const more = family('train-fraud', 13, 'fraud@p');
    const grown = view([...more.nodes, ...CHURN.nodes], [...more.edges, ...CHURN.edges], { limit: 16 });
    const idOf = (seen: typeof grown) => seen.nodes.find(({ title }) => title === 'train-fraud-*')?.id;
    expect(idOf(grown)).toBe(idOf(largeView()));
  });

  it('unfolds a very large fold into its first fifty, failed ones first, and a fold with the rest', () => {
    const huge = family('train-fraud', 120, 'fraud@p');
    const spec = { limit: 16 };
    const folded = view(huge.nodes, huge.edges, spec);
    const fold = folded.nodes.find(({ title }) => title === 'train-fraud-*')?.id ?? '';
    const once = view(huge.nodes, huge.edges, { ...spec, unfolded: [fold] });
    const rest = once.nodes.find(({ unfoldedFrom, members }) => unfoldedFrom === fold && members !== undefined);
    expect(once.nodes.filter(({ unfoldedFrom }) => unfoldedFrom === fold).length).toBe(51);
    expect(rest?.members?.length).toBe(70);
    expect(once.nodes.find(({ id }) => id === 'train-fraud-001')?.unfoldedFrom).toBe(fold);
    const twice = view(huge.nodes, huge.edges, { ...spec, unfolded: [fold, rest?.id ?? ''] });
    expect(
      twice.nodes.filter(({ unfoldedFrom }) => unfoldedFrom === rest?.id).map(({ members }) => members?.length ?? 1),
    ).toStrictEqual([...Array.from({ length: 50 }, () => 1), 20].toSorted((a, b) => b - a));
  });

  it('keeps what is unresolved or needs attention and leaves out the rest where even folds do not fit', () => {
    const nodes: NodeInShort[] = [
      { id: 'network', kind: 'gcp-compute-network' },
      { id: 'secret', kind: 'gcp-secret-manager-secret' },
      { id: 'table', kind: 'gcp-big-query-table' },
      { id: 'bad', kind: 'gcp-big-query-dataset', state: 'unresolved' },
    ];
    const seen = buildView(makeGraph(nodes, []), { ...INITIAL_VIEW, limit: 2 }, new Map([['table', 1]]));
    expect(seen.nodes.map(({ id }) => id)).toStrictEqual(['table', 'bad']);
    expect({ shown: seen.shown, left: seen.left }).toStrictEqual({ shown: 2, left: [{ reason: 'limit', count: 2 }] });
  });

  it('counts attention of a fold over its members', () => {
    const graph = makeGraph(LARGE.nodes, LARGE.edges);
    const attention = new Map([
      ['train-fraud-003', 2],
      ['train-fraud-004', 1],
    ]);
    const seen = buildView(graph, { ...INITIAL_VIEW, limit: 16 }, attention);
    expect(seen.nodes.find(({ title }) => title === 'train-fraud-*')?.attention).toBe(3);
  });
});
