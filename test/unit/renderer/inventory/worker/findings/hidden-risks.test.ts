import { describe, expect, it } from 'vitest';
import { hiddenRisks, risksOf, WORST } from '../../../../../../renderer/inventory/worker/findings/hidden-risks.ts';
import { buildView } from '../../../../../../shared/graph/view/build-view.ts';
import { INITIAL_VIEW } from '../../../../../../shared/graph/view.ts';
import { makeGraph, nodeId, type NodeInShort } from '../../../../../tools/make-graph.ts';

const JOB = 'gcp-ai-platform-custom-job';
const BUCKET = 'gcp-storage-bucket';

const RISKS = risksOf([
  { status: 'fail', severity: 'high', resource: nodeId('job-1') },
  { status: 'fail', severity: 'high', resource: nodeId('job-2') },
  { status: 'fail', severity: 'critical', resource: nodeId('job-2') },
  { status: 'fail', severity: 'high', resource: nodeId('data') },
  { status: 'accepted', severity: 'critical', resource: nodeId('job-3') },
  { status: 'unknown', severity: 'critical', resource: nodeId('job-4') },
  { status: 'fail', severity: 'medium', resource: nodeId('job-5') },
]);

describe('risky resources', () => {
  it('are those with an open finding of critical or high severity, the most severe first', () => {
    expect([...RISKS]).toStrictEqual([
      ['job-2', 'critical'],
      ['job-1', 'high'],
      ['data', 'high'],
    ]);
  });

  it('are told where a view folds them, or has no place for them', () => {
    const jobs = Array.from({ length: 9 }, (_, index): NodeInShort => ({
      id: `job-${index}`,
      kind: JOB,
      project: 'p',
    }));
    const graph = makeGraph([...jobs, { id: 'data', kind: BUCKET, state: 'referenced' }], []);
    expect(hiddenRisks(RISKS, buildView(graph, INITIAL_VIEW, new Map()))).toStrictEqual({
      folded: { critical: 0, high: 0 },
      undrawn: { critical: 0, high: 0 },
      worst: [],
    });
    expect(hiddenRisks(RISKS, buildView(graph, { ...INITIAL_VIEW, limit: 8 }, new Map()))).toStrictEqual({
      folded: { critical: 1, high: 1 },
      undrawn: { critical: 0, high: 0 },
      worst: ['job-2', 'job-1'],
    });
    expect(hiddenRisks(RISKS, buildView(graph, { ...INITIAL_VIEW, limit: 1 }, new Map()))).toStrictEqual({
      folded: { critical: 0, high: 0 },
      undrawn: { critical: 1, high: 1 },
      worst: ['job-2', 'job-1'],
    });
  });

  it('are not told where the user hid or filtered them, and are told no more once they are drawn alone', () => {
    const jobs = Array.from({ length: 9 }, (_, index): NodeInShort => ({
      id: `job-${index}`,
      kind: JOB,
      project: 'p',
    }));
    const view = buildView(
      makeGraph(jobs, []),
      { ...INITIAL_VIEW, limit: 8, hidden: [nodeId('job-1')], added: [nodeId('job-2')] },
      new Map(),
    );
    expect(hiddenRisks(RISKS, view).worst).toStrictEqual([]);
  });

  it('are named up to a number that can be drawn', () => {
    const resources = Array.from({ length: 80 }, (_, index) => nodeId(`job-${index}`));
    const graph = makeGraph(
      resources.map((id): NodeInShort => ({ id, kind: JOB, project: 'p' })),
      [],
    );
    const many = risksOf(resources.map((resource) => ({ status: 'fail', severity: 'high', resource })));
    const hidden = hiddenRisks(many, buildView(graph, { ...INITIAL_VIEW, limit: 10 }, new Map()));
    expect([hidden.folded.high, hidden.worst.length]).toStrictEqual([80, WORST]);
  });
});
