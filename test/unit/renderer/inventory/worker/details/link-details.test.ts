import { describe, expect, it } from 'vitest';
import { linkDetails } from '../../../../../../renderer/inventory/worker/details/link-details.ts';
import { buildView } from '../../../../../../shared/graph/view/build-view.ts';
import { INITIAL_VIEW, type ViewEdge } from '../../../../../../shared/graph/view.ts';
import { deriveGraph } from '../../../../../../shared/graph/derive-graph.ts';
import { documentOf, inventoryOf, JOB } from '../../../../shared/inventory-of.ts';

const WHOLE = { offset: 0, limit: 50 };
const ACCOUNT = 'trainer@acme-ml.iam.gserviceaccount.com';

function unmasked(_document: string, _path: string, value: string): string {
  return value;
}

/** A graph of jobs that all run as one account, and the view of it with its one drawn edge to the account. */
function jobsOf(count: number, limit: number) {
  const jobs = Array.from({ length: count }, (_, index) =>
    documentOf(JOB, {
      name: `projects/acme-ml/locations/us-central1/customJobs/${1000 + index}`,
      displayName: `train-${String(index).padStart(3, '0')}`,
      state: 'JOB_STATE_SUCCEEDED',
      jobSpec: { serviceAccount: ACCOUNT, workerPoolSpecs: [] },
    }),
  );
  const graph = deriveGraph(inventoryOf(jobs));
  const view = buildView(graph, { ...INITIAL_VIEW, limit }, new Map());
  const edge = view.edges.find(({ type }) => type === 'RUNS_AS');
  if (edge === undefined) throw new Error('the view has no edge to the account');
  return { graph, view, edge };
}

describe('linkDetails', () => {
  it('gives the ends of a single link, the reason of its rule, and the evidence with its document', () => {
    const { graph, view, edge } = jobsOf(1, 300);
    const job = {
      id: '//aiplatform.googleapis.com/projects/acme-ml/locations/us-central1/customJobs/1000',
      kind: JOB,
      state: 'present',
      title: 'train-000',
      project: 'acme-ml',
      location: 'us-central1',
      lifecycle: 'JOB_STATE_SUCCEEDED',
    };
    const account = {
      id: `//iam.googleapis.com/projects/acme-ml/serviceAccounts/${ACCOUNT}`,
      kind: 'gcp-iam-service-account',
      state: 'referenced',
      title: ACCOUNT,
      project: 'acme-ml',
    };
    expect(
      linkDetails(graph, view, edge, WHOLE, (document, path, value) => `${document} ${path} ${value}`),
    ).toStrictEqual({
      from: { type: 'resource', node: job },
      to: { type: 'resource', node: account },
      reasons: [
        'Whoever may submit a job as this account, or change the code the job runs, acts with all its permissions.',
      ],
      count: 1,
      evidence: 1,
      links: [
        {
          edge: `RUNS_AS ${job.id} ${account.id}`,
          from: job,
          to: account,
          evidence: [
            {
              document: job.id,
              path: 'jobSpec.serviceAccount',
              value: `${job.id} jobSpec.serviceAccount ${ACCOUNT}`,
              title: 'train-000',
            },
          ],
          crosses: [],
        },
      ],
    });
  });

  it('lists what the edge of a fold stands for, a page at a time, by title', () => {
    const { graph, view, edge } = jobsOf(60, 10);
    const first = linkDetails(graph, view, edge, WHOLE, unmasked);
    expect(first?.from).toStrictEqual({
      type: 'fold',
      id: edge.source,
      kind: JOB,
      state: 'present',
      title: 'train-*',
      members: 60,
    });
    expect([first?.count, first?.evidence, first?.links.length]).toStrictEqual([60, 60, 50]);
    const rest = linkDetails(graph, view, edge, { offset: 50, limit: 50 }, unmasked);
    expect(rest?.links.map(({ from }) => from.title)).toStrictEqual(
      Array.from({ length: 10 }, (_, index) => `train-0${50 + index}`),
    );
  });

  it('gives nothing for an edge of a fold that is not in the view any more', () => {
    const { graph, edge } = jobsOf(60, 10);
    const unfolded = buildView(graph, INITIAL_VIEW, new Map());
    expect(linkDetails(graph, unfolded, edge, WHOLE, unmasked)).toBeUndefined();
  });

  it('gives only links of the relation, certainty and flow of the edge', () => {
    const { graph, view, edge } = jobsOf(1, 300);
    const others: ViewEdge[] = [
      { ...edge, type: 'WRITES_TO' },
      { ...edge, confidence: 'heuristic' },
      { ...edge, flow: 'out' },
      { ...edge, source: edge.target, target: edge.source },
    ];
    expect(others.map((other) => linkDetails(graph, view, other, WHOLE, unmasked))).toStrictEqual(
      others.map(() => undefined),
    );
  });
});
