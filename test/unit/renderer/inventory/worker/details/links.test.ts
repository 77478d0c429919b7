import { describe, expect, it } from 'vitest';
import { linkGroups, linksOf, neighbourIds } from '../../../../../../renderer/inventory/worker/details/links.ts';
import { deriveGraph } from '../../../../../../shared/graph/derive-graph.ts';
import { createMasker } from '../../../../../../shared/inventory/masking.ts';
import { documentOf, inventoryOf } from '../../../../shared/inventory-of.ts';
import { makeGraph, nodeId, type NodeInShort } from '../../../../../tools/make-graph.ts';

const JOB = nodeId('job');

function unmasked(_document: string, _path: string, value: string): string {
  return value;
}

/** What a link from a job to a resource crosses. */
function crossed(job: Partial<NodeInShort>, resource: Partial<NodeInShort>): readonly string[] {
  const graph = makeGraph(
    [
      { id: 'job', kind: 'gcp-ai-platform-custom-job', ...job },
      { id: 'key', kind: 'gcp-cloud-kms-crypto-key', ...resource },
    ],
    [{ type: 'USES_KMS_KEY', from: 'job', to: 'key' }],
  );
  return linkGroups(graph, JOB, unmasked)[0]?.links[0]?.crosses ?? ['no link'];
}

describe('links of a node', () => {
  it('stand in groups by relation and direction, with evidence', () => {
    const graph = makeGraph(
      [
        { id: 'job', kind: 'gcp-ai-platform-custom-job', project: 'p' },
        { id: 'account', kind: 'gcp-iam-service-account', project: 'p' },
      ],
      [{ type: 'RUNS_AS', from: 'job', to: 'account' }],
    );
    expect(linkGroups(graph, nodeId('account'), (_document, path, value) => `${path} of ${value}`)).toStrictEqual([
      {
        relation: 'RUNS_AS',
        direction: 'incoming',
        count: 1,
        links: [
          {
            edge: 'RUNS_AS job account',
            node: { id: 'job', kind: 'gcp-ai-platform-custom-job', state: 'present', title: 'job', project: 'p' },
            confidence: 'exact',
            flow: 'none',
            evidence: [{ document: 'job', path: 'field', value: 'field of account' }],
            crosses: [],
          },
        ],
      },
    ]);
  });

  it('come fifty at a time, in one order', () => {
    const jobs = Array.from({ length: 60 }, (_, index) => `job-${String(index).padStart(2, '0')}`);
    const graph = makeGraph(
      [
        { id: 'account', kind: 'gcp-iam-service-account' },
        ...jobs.toReversed().map((id): NodeInShort => ({ id, kind: 'gcp-ai-platform-custom-job' })),
      ],
      jobs.map((id) => ({ type: 'RUNS_AS', from: id, to: 'account' })),
    );
    const account = nodeId('account');
    const [group] = linkGroups(graph, account, unmasked);
    const rest = linksOf(
      graph,
      account,
      { relation: 'RUNS_AS', direction: 'incoming' },
      { offset: 50, limit: 50 },
      unmasked,
    );
    expect(group?.count).toBe(60);
    expect([...(group?.links ?? []), ...rest].map(({ node }) => node.id)).toStrictEqual(jobs);
  });

  it.each([
    [
      'nothing in one project and location',
      { project: 'p', location: 'us-central1' },
      { project: 'p', location: 'us-central1' },
      [],
    ],
    ['the project', { project: 'p' }, { project: 'q' }, ['project']],
    ['nothing known between a number and an id', { project: '905512338840' }, { project: 'q' }, []],
    ['two numbers', { project: '905512338840' }, { project: '418820347715' }, ['project']],
    ['the location', { location: 'us-central1' }, { location: 'europe-west4' }, ['location']],
    ['nothing between a region and its multi-region', { location: 'us-central1' }, { location: 'us' }, []],
    ['nothing between a European region and eu', { location: 'europe-west4' }, { location: 'eu' }, []],
    ['nothing to what is global', { location: 'europe-west4' }, { location: 'global' }, []],
    ['nothing where a place is not known', { project: 'p', location: 'us-central1' }, {}, []],
  ] as const)('cross %s', (_what, job, resource, expected) => {
    expect(crossed(job, resource)).toStrictEqual([...expected]);
  });
});

describe('neighbours to expand', () => {
  it('are those that are not drawn, the most linked first', () => {
    const graph = makeGraph(
      [
        { id: 'job', kind: 'gcp-ai-platform-custom-job' },
        { id: 'other', kind: 'gcp-ai-platform-custom-job' },
        { id: 'a', kind: 'gcp-storage-bucket' },
        { id: 'b', kind: 'gcp-storage-bucket' },
        { id: 'c', kind: 'gcp-storage-bucket' },
      ],
      [
        { type: 'WRITES_TO', from: 'job', to: 'b' },
        { type: 'WRITES_TO', from: 'job', to: 'a' },
        { type: 'WRITES_TO', from: 'job', to: 'c' },
        { type: 'WRITES_TO', from: 'other', to: 'c' },
      ],
    );
    const asked = [new Set<string>(), new Set(['a', 'x']), new Set(['a', 'b', 'c'])].map((drawn) =>
      neighbourIds(graph, JOB, 'WRITES_TO', 'outgoing', { drawn, limit: 2 }),
    );
    expect(asked).toStrictEqual([
      { ids: ['c', 'a'], rest: 1 },
      { ids: ['c', 'b'], rest: 0 },
      { ids: [], rest: 0 },
    ]);
  });
});

describe('the evidence of a binding', () => {
  it('is shown with its condition masked where that holds a credential', () => {
    const secret = 'AKIAIOSFODNN7EXAMPLE';
    const bucket = documentOf(
      'gcp-storage-bucket',
      { name: 'acme-models' },
      {
        iamPolicy: {
          bindings: [
            {
              role: 'roles/storage.objectViewer',
              members: ['user:ada@acme.example'],
              condition: { title: 'Until May', expression: `request.auth.claims.key == "${secret}"` },
            },
          ],
        },
      },
    );
    const graph = deriveGraph(inventoryOf([bucket]));
    const masker = createMasker(new Uint8Array(32));
    const [link] = linksOf(
      graph,
      nodeId(bucket.name),
      { relation: 'CAN_READ', direction: 'incoming' },
      { offset: 0, limit: 1 },
      (_document, path, value) => masker.maskAt(bucket, path, value),
    );
    expect(JSON.stringify(link)).not.toContain(secret);
    expect(link?.evidence[0]?.facts?.['condition']).toMatch(/^\[masked \d+-\d+ characters #[0-9a-f]{6}\]$/);
  });
});
