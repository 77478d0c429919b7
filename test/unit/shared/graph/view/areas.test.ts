import { describe, expect, it } from 'vitest';
import { buildView } from '../../../../../shared/graph/view/build-view.ts';
import { MOST_AREAS } from '../../../../../shared/graph/view/areas.ts';
import { INITIAL_VIEW, type View, type ViewSpec } from '../../../../../shared/graph/view.ts';
import { type EdgeInShort, makeGraph, nodeId, type NodeInShort } from '../../../../tools/make-graph.ts';

const JOB = 'gcp-ai-platform-custom-job';
const PIPELINE = 'gcp-ai-platform-pipeline-job';
const ACCOUNT = 'gcp-iam-service-account';
const BUCKET = 'gcp-storage-bucket';

function view(nodes: readonly NodeInShort[], edges: readonly EdgeInShort[], spec: Partial<ViewSpec>): View {
  return buildView(makeGraph(nodes, edges), { ...INITIAL_VIEW, ...spec }, new Map());
}

function areas({ areas: drawn = [] }: View) {
  return drawn.map(({ title, members, count, folded = false }) => ({ title, members, count, folded }));
}

function labelled(id: string, labels: Record<string, string>): NodeInShort {
  const document = { id: nodeId(id), kind: JOB, data: { labels }, form: 'rest', source: { file: 'jobs.json' } };
  return { id, kind: JOB, document } as unknown as NodeInShort;
}

const NODES: readonly NodeInShort[] = [
  { id: 'train-1', kind: JOB, project: 'vision', location: 'us-central1' },
  { id: 'train-2', kind: JOB, project: 'fraud', location: 'us-central1' },
  { id: 'data', kind: BUCKET, project: 'vision', location: 'eu' },
  { id: 'somewhere', kind: BUCKET, state: 'referenced' },
];

describe('areas of a grouped view', () => {
  it('stand for each value, by title, with the nodes that have it; nodes without one stand in none', () => {
    const grouped = view(NODES, [], { groupBy: { by: 'project' } });
    expect(areas(grouped)).toStrictEqual([
      { title: 'fraud', members: ['train-2'], count: 1, folded: false },
      { title: 'vision', members: ['train-1', 'data'], count: 2, folded: false },
    ]);
    expect(grouped.nodes.find(({ id }) => id === 'somewhere')?.area).toBeUndefined();
  });

  it('are absent while nothing is grouped', () => {
    expect(view(NODES, [], {}).areas).toBeUndefined();
  });

  it('are one card each where they are folded, which says what it holds and takes over the links', () => {
    const open = view(NODES, [], { groupBy: { by: 'project' } });
    const vision = open.areas?.[1]?.id ?? '';
    const folded = view(NODES, [{ type: 'READS_DATA', from: 'train-2', to: 'data', flow: 'in' }], {
      groupBy: { by: 'project' },
      folded: [vision],
    });
    expect(areas(folded)[1]).toStrictEqual({ title: 'vision', members: [vision], count: 2, folded: true });
    expect(folded.nodes.find(({ id }) => id === vision)).toStrictEqual({
      id: vision,
      kind: JOB,
      state: 'present',
      title: 'vision',
      subtitle: '1 custom job, 1 bucket',
      members: ['data', 'train-1'],
      attention: 0,
      area: vision,
      hiddenLinks: 0,
    });
    expect(folded.edges.map(({ source, target }) => [source, target])).toStrictEqual([['train-2', vision]]);
    expect(folded.shown).toBe(4);
  });

  it('keep what is pinned or was added out of the card', () => {
    const vision = view(NODES, [], { groupBy: { by: 'project' } }).areas?.[1]?.id ?? '';
    const folded = view(NODES, [], { groupBy: { by: 'project' }, folded: [vision], pinned: ['data'] });
    expect(folded.nodes.map(({ id, pinned = false }) => [id, pinned])).toStrictEqual([
      ['train-2', false],
      [vision, false],
      ['data', true],
      ['somewhere', false],
    ]);
  });

  it('are at most so many: the smallest are one', () => {
    const many = Array.from({ length: 20 }, (_, index): NodeInShort[] => [
      { id: `a${index}`, kind: JOB, project: `p${String(index).padStart(2, '0')}` },
      ...(index < 3 ? [{ id: `b${index}`, kind: JOB, project: `p${String(index).padStart(2, '0')}` } as const] : []),
    ]).flat();
    const drawn = areas(view(many, [], { groupBy: { by: 'project' } }));
    expect(drawn).toHaveLength(MOST_AREAS);
    expect(drawn.at(-1)).toMatchObject({ title: '9 other projects', count: 9 });
  });

  it('divide the folds: no fold reaches over two areas', () => {
    const jobs = Array.from({ length: 90 }, (_, index): NodeInShort => {
      return { id: `run-${index}`, kind: JOB, project: 'p', location: index % 2 === 0 ? 'us-east1' : 'asia-east1' };
    });
    const grouped = view(jobs, [], { groupBy: { by: 'location' }, limit: 10 });
    const places = grouped.nodes.map(({ members = [] }) => new Set(members.map((id) => Number(id.slice(4)) % 2)).size);
    expect(Math.max(...places)).toBe(1);
    expect(areas(grouped).map(({ title, count }) => [title, count])).toStrictEqual([
      ['asia-east1', 45],
      ['us-east1', 45],
    ]);
  });

  it('never make more cards than the limit where a fold of each kind in each area is enough', () => {
    const jobs = Array.from({ length: 600 }, (_, index): NodeInShort => {
      return { id: `own-${index}`, kind: index % 3 === 0 ? BUCKET : JOB, project: `p${index % 11}` };
    });
    const grouped = view(jobs, [], { groupBy: { by: 'project' }, limit: 30 });
    expect(grouped.nodes.length).toBeLessThanOrEqual(30);
    expect(grouped.shown).toBe(600);
  });
});

describe('grouping by label', () => {
  it('goes by the value of the key', () => {
    const nodes = [labelled('a', { team: 'vision' }), labelled('b', { team: 'fraud' }), labelled('c', { env: 'prod' })];
    expect(areas(view(nodes, [], { groupBy: { by: 'label', key: 'team' } }))).toStrictEqual([
      { title: 'fraud', members: ['b'], count: 1, folded: false },
      { title: 'vision', members: ['a'], count: 1, folded: false },
    ]);
  });
});

describe('grouping by launcher', () => {
  it('goes by the resource that launched a job, else by a label that names who did, else by its account', () => {
    const nodes: readonly NodeInShort[] = [
      { id: 'a', kind: JOB },
      { id: 'nightly', kind: PIPELINE },
      labelled('b', { creator: 'ada' }),
      { id: 'c', kind: JOB },
      { id: 'runner@p', kind: ACCOUNT },
    ];
    const edges: readonly EdgeInShort[] = [
      { type: 'LAUNCHED_BY', from: 'a', to: 'nightly' },
      { type: 'RUNS_AS', from: 'a', to: 'runner@p' },
      { type: 'RUNS_AS', from: 'b', to: 'runner@p' },
      { type: 'RUNS_AS', from: 'c', to: 'runner@p' },
    ];
    expect(areas(view(nodes, edges, { groupBy: { by: 'launcher' } }))).toStrictEqual([
      { title: 'creator: ada', members: ['b'], count: 1, folded: false },
      { title: 'nightly (pipeline job)', members: ['a', 'nightly'], count: 2, folded: false },
      { title: 'runner@p (service account)', members: ['c', 'runner@p'], count: 2, folded: false },
    ]);
  });

  it('ends where launchers launch each other', () => {
    const nodes: readonly NodeInShort[] = [
      { id: 'a', kind: JOB },
      { id: 'b', kind: PIPELINE },
    ];
    const edges: readonly EdgeInShort[] = [
      { type: 'LAUNCHED_BY', from: 'a', to: 'b' },
      { type: 'LAUNCHED_BY', from: 'b', to: 'a' },
    ];
    expect(areas(view(nodes, edges, { groupBy: { by: 'launcher' } })).map(({ count }) => count)).toStrictEqual([2]);
  });
});
