import { describe, expect, it } from 'vitest';
import { coverageInSteps } from '../../../../../../renderer/inventory/worker/opening/coverage-report.ts';
import type { CoverageReport } from '../../../../../../renderer/inventory/worker/protocol/protocol.ts';
import type { Inventory } from '../../../../../../shared/inventory/inventory.ts';
import { makeGraph, nodeId, type NodeInShort } from '../../../../../tools/make-graph.ts';

const EMPTY: Inventory = {
  documents: [],
  projects: [],
  coverage: [],
  problems: [],
  skipped: [],
  unattachedPolicies: [],
  redactions: [],
};

const JOB: NodeInShort = {
  id: '//aiplatform.googleapis.com/projects/p/locations/l/customJobs/1',
  kind: 'gcp-ai-platform-custom-job',
  document: {
    kind: 'gcp-ai-platform-custom-job',
    name: '//aiplatform.googleapis.com/projects/p/locations/l/customJobs/1' as never,
    data: {
      jobSpec: { workerPoolSpecs: [{ containerSpec: { env: [{ name: 'API_TOKEN', value: 'correct-horse' }] } }] },
    },
    form: 'full',
    origin: { file: 'jobs.json' },
  },
};

function report(inventory: Inventory, ...graph: Parameters<typeof makeGraph>): CoverageReport {
  const steps = coverageInSteps(inventory, makeGraph(...graph), (_document, path, value) => `${path}: ${value}`);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('the coverage report', () => {
  it('tells what is only named, what is unresolved, what no rule claims and what is masked, now and in the snapshot', () => {
    const masked = { document: 'old', path: 'a.b', reason: 'environment variable' };
    const nodes: NodeInShort[] = [
      JOB,
      { id: 'a', kind: 'gcp-storage-bucket', state: 'referenced' },
      { id: 'b', kind: 'gcp-storage-bucket', state: 'referenced' },
      { id: 'bad', kind: 'gcp-storage-bucket', state: 'unresolved', title: 'gs://', reason: 'The bucket is missing.' },
    ];
    const unclaimed = [{ document: nodeId(JOB.id), path: 'jobSpec.x', value: 'a/b' }];
    const seen = report({ ...EMPTY, redactions: [masked] }, nodes, [], { unclaimed });
    expect(seen.redactions.map(({ document, path }) => [document, path])).toStrictEqual([
      ['old', 'a.b'],
      [JOB.id, 'jobSpec.workerPoolSpecs[0].containerSpec.env[0].value'],
    ]);
    expect({ ...seen, redactions: [] }).toStrictEqual({
      coverage: [],
      problems: [],
      unclaimed: [{ document: JOB.id, path: 'jobSpec.x', value: 'jobSpec.x: a/b' }],
      redactions: [],
      skipped: [],
      referenced: [{ kind: 'gcp-storage-bucket', count: 2 }],
      unresolved: [{ id: 'bad', title: 'gs://', reason: 'The bucket is missing.' }],
    });
  });

  it('lists the first five thousand of a kind of entry and counts the others', () => {
    const nodes = Array.from({ length: 5003 }, (_, index): NodeInShort => ({
      id: `bad-${index}`,
      kind: 'gcp-storage-bucket',
      state: 'unresolved',
    }));
    const { unresolved, beyond } = report(EMPTY, nodes, []);
    expect({ listed: unresolved.length, beyond }).toStrictEqual({ listed: 5000, beyond: { unresolved: 3 } });
  });
});
