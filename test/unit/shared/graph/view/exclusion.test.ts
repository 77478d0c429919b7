import { describe, expect, it } from 'vitest';
import { buildView } from '../../../../../shared/graph/view/build-view.ts';
import { INITIAL_VIEW, type View, type ViewSpec } from '../../../../../shared/graph/view.ts';
import { type EdgeInShort, makeGraph, nodeId, type NodeInShort } from '../../../../tools/make-graph.ts';

const JOB = 'gcp-ai-platform-custom-job';
const ACCOUNT = 'gcp-iam-service-account';
const BUCKET = 'gcp-storage-bucket';

const NODES: readonly NodeInShort[] = [
  { id: 'good', kind: JOB, lifecycle: 'JOB_STATE_SUCCEEDED' },
  { id: 'bad', kind: JOB, lifecycle: 'JOB_STATE_FAILED' },
  { id: 'draft', kind: JOB, unsubmitted: true },
  { id: 'data', kind: BUCKET },
  { id: 'runner@p', kind: ACCOUNT },
];
const EDGES: readonly EdgeInShort[] = [
  { type: 'READS_DATA', from: 'good', to: 'data', flow: 'in' },
  { type: 'REFERENCES_DATA', from: 'bad', to: 'data', flow: 'both', confidence: 'heuristic' },
  { type: 'RUNS_AS', from: 'good', to: 'runner@p' },
];

function view(exclude: Partial<ViewSpec['exclude']>, spec: Partial<ViewSpec> = {}): View {
  const attention = new Map([['data', 2]]);
  const whole = { ...INITIAL_VIEW, ...spec, exclude: { ...INITIAL_VIEW.exclude, ...exclude } };
  return buildView(makeGraph(NODES, EDGES), whole, attention);
}

function nodes({ nodes: drawn }: View): readonly string[] {
  return drawn.map(({ id }) => id);
}

function links({ edges }: View): readonly string[] {
  return edges.map(({ type }) => type);
}

describe('what the legend switches off', () => {
  it('are resources by how far they got', () => {
    expect(nodes(view({ conditions: ['failed', 'unsubmitted'] }))).toStrictEqual(['good', 'runner@p', 'data']);
    expect(nodes(view({ conditions: ['none', 'succeeded'] }))).toStrictEqual(['bad', 'draft']);
  });

  it('are resources with something to look at, or those without', () => {
    expect(nodes(view({ marks: ['attention'] }))).not.toContain('data');
    expect(nodes(view({ marks: ['quiet'] }))).toStrictEqual(['data']);
  });

  it('are links by relation, certainty and flow of data; the resources stay', () => {
    expect(links(view({ relations: ['RUNS_AS'] }))).toStrictEqual(['READS_DATA', 'REFERENCES_DATA']);
    expect(links(view({ confidences: ['heuristic'] }))).toStrictEqual(['READS_DATA', 'RUNS_AS']);
    expect(links(view({ flows: ['data'] }))).toStrictEqual(['RUNS_AS']);
    expect(nodes(view({ flows: ['data', 'none'] }))).toHaveLength(NODES.length);
  });

  it('links that are switched off are not said to lead to something hidden, and no focus follows them', () => {
    const around = { focus: { nodes: [nodeId('good')], depth: 1, direction: 'both' } } as const;
    expect(
      view({ relations: ['RUNS_AS'] }, around).nodes.map(({ id, hiddenLinks }) => [id, hiddenLinks]),
    ).toStrictEqual([
      ['good', 0],
      ['data', 1],
    ]);
  });
});

describe('pinned resources', () => {
  it('are drawn alone, whatever folds and whatever is picked', () => {
    const pinned = view({}, { only: [nodeId('good')], pinned: ['bad'] });
    expect(
      pinned.nodes.map(({ id, brought = false, pinned: isPinned = false }) => [id, brought, isPinned]),
    ).toStrictEqual([
      ['bad', true, true],
      ['good', false, false],
    ]);
    const folded = view({}, { limit: 1, pinned: ['bad', 'group:0'] });
    expect(nodes(folded)).toContain('bad');
  });

  it('are left out where the user hides or filters them', () => {
    expect(nodes(view({ conditions: ['failed'] }, { pinned: ['bad'] }))).not.toContain('bad');
    expect(nodes(view({}, { pinned: ['bad'], hidden: [nodeId('bad')] }))).not.toContain('bad');
  });
});
