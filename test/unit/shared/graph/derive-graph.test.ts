import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveGraph } from '../../../../shared/graph/derive-graph.ts';
import type { Graph } from '../../../../shared/graph/graph.ts';
import type { Inventory } from '../../../../shared/inventory/inventory.ts';
import type { ResourceDocument } from '../../../../shared/resource/document.ts';
import { documentOf, inShort, inventoryOf, JOB, jobOf, MODEL, TRAINING_PIPELINE } from '../inventory-of.ts';

const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;
const IMAGE = 'gcp-artifact-registry-docker-image';
const NETWORK = 'gcp-compute-network';
const ACCOUNT = 'gcp-iam-service-account';
const PROJECT = 'gcp-cloud-resource-manager-project';

/** An image's document as Artifact Registry answers it. */
function imageOf(letter: string, tags: readonly string[], uploadTime: string): ResourceDocument {
  const name = `projects/ml-prod/locations/us/repositories/training/dockerImages/forecast@${digest(letter)}`;
  return documentOf(IMAGE, {
    name,
    tags,
    uploadTime,
    uri: `us-docker.pkg.dev/ml-prod/training/forecast@${digest(letter)}`,
  });
}

/** Everything a graph says, as plain data. */
function wholeOf(graph: Graph): unknown {
  return {
    nodes: [...graph.nodes],
    edges: [...graph.edges],
    aliases: Object.fromEntries(graph.aliases),
    projectIds: [...graph.projectIds],
    unclaimed: graph.unclaimed,
    problems: graph.problems,
  };
}

/** A small estate in which every derivation that joins documents takes part. */
const estate: readonly ResourceDocument[] = [
  jobOf({
    network: 'projects/556672910384/global/networks/ml-vpc',
    workerPoolSpecs: [{ containerSpec: { imageUri: 'us-docker.pkg.dev/ml-prod/training/forecast:prod' } }],
    baseOutputDirectory: { outputUriPrefix: 'gs://forecast-runs/one' },
  }),
  documentOf(JOB, {
    name: 'projects/418820347715/locations/us-central1/customJobs/2',
    jobSpec: {
      workerPoolSpecs: [{}],
      baseOutputDirectory: { outputUriPrefix: 'gs://forecast-runs/two' },
      future: { ref: 'a/b' },
    },
  }),
  documentOf(MODEL, {
    name: 'projects/ml-prod/locations/us-central1/models/7',
    artifactUri: 'gs://forecast-runs/one/model',
  }),
  documentOf(TRAINING_PIPELINE, {
    name: 'projects/ml-prod/locations/us-central1/trainingPipelines/5',
    trainingTaskMetadata: { backingCustomJob: 'projects/ml-prod/locations/us-central1/customJobs/2' },
    modelToUpload: { name: 'projects/418820347715/locations/us-central1/models/8' },
  }),
  documentOf(PROJECT, { projectId: 'ml-prod', projectNumber: '418820347715' }),
  documentOf(PROJECT, { name: 'projects/556672910384', projectId: 'net-host' }),
  imageOf('a', ['prod'], '2026-01-01T00:00:00Z'),
  imageOf('b', ['prod', 'v2'], '2026-02-01T00:00:00Z'),
  jobOf({ network: 'projects/old/global/networks/old' }, { updateTime: '2025-01-01T00:00:00Z' }),
];

describe('deriveGraph()', () => {
  it('gives the same graph for any order of the documents', () => {
    const expected = wholeOf(deriveGraph(inventoryOf(estate)));
    fc.assert(
      fc.property(fc.shuffledSubarray([...estate], { minLength: estate.length }), (documents) => {
        expect(wholeOf(deriveGraph(inventoryOf(documents)))).toStrictEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same nodes and links whichever documents spell their project by number', () => {
    const numbers = new Map([
      ['ml-prod', '418820347715'],
      ['net-host', '556672910384'],
    ]);
    const renamed = (document: ResourceDocument, id: string): ResourceDocument => {
      const text = JSON.stringify(document.data);
      const number = numbers.get(id) ?? '';
      const data = JSON.parse(
        text.replaceAll(`projects/${id}/loc`, `projects/${number}/loc`),
      ) as ResourceDocument['data'];
      return documentOf(document.kind, data, { origin: document.origin });
    };
    const jobs = estate.slice(0, 4);
    const rest = estate.slice(4, 8);
    const nodesAndLinks = (documents: readonly ResourceDocument[]) => {
      const { nodes, links } = inShort(deriveGraph(inventoryOf([...documents, ...rest])));
      return { nodes, links: links.map((link) => link.split('\n', 1)[0]) };
    };
    const expected = nodesAndLinks(jobs);
    fc.assert(
      fc.property(fc.subarray([0, 1, 2, 3]), (chosen) => {
        const documents = jobs.map((document, index) =>
          chosen.includes(index) ? renamed(document, 'ml-prod') : document,
        );
        expect(nodesAndLinks(documents)).toStrictEqual(expected);
      }),
      { numRuns: 16 },
    );
  });

  it('keeps the newest of several documents of one resource and notes the others', () => {
    const older = jobOf({ tensorboard: 'old' }, { state: 'JOB_STATE_RUNNING', updateTime: '2026-01-01T10:00:00Z' });
    const newer = jobOf(
      {},
      { state: 'JOB_STATE_FAILED', displayName: 'forecast', updateTime: '2026-01-01T10:00:00.500Z' },
    );
    const first = { ...newer, origin: { file: 'monday.json', path: '[0]' } };
    const second = { ...older, origin: { file: 'tuesday.ndjson', line: 7 } };
    const graph = deriveGraph(inventoryOf([second, first]));
    expect([...graph.nodes.values()].slice(0, 1)).toStrictEqual([
      {
        id: newer.name,
        kind: JOB,
        state: 'present',
        title: 'forecast',
        project: 'ml-prod',
        location: 'us-central1',
        lifecycle: 'JOB_STATE_FAILED',
        document: first,
      },
    ]);
    expect(graph.problems).toStrictEqual([
      {
        code: 'duplicate',
        severity: 'note',
        file: 'tuesday.ndjson',
        line: 7,
        reason: `${newer.name} is also described in monday.json [0], which is newer and is shown instead.`,
      },
    ]);
  });

  it('never prefers a summary or a policy to a full document, but takes the policy from it', () => {
    const full = documentOf('gcp-storage-bucket', { name: 'ml-data', location: 'EU', projectNumber: '418820347715' });
    const iamPolicy = { bindings: [{ role: 'roles/storage.admin', members: ['allUsers'] }] };
    const policy = { ...full, data: {}, form: 'policy' as const, iamPolicy, updateTime: '2026-09-09T00:00:00Z' };
    const summary = { ...full, data: {}, form: 'summary' as const, updateTime: '2026-09-10T00:00:00Z' };
    const graph = deriveGraph(inventoryOf([policy, summary, full]));
    expect([...graph.nodes.values()].filter(({ kind }) => kind === 'gcp-storage-bucket')).toStrictEqual([
      {
        id: '//storage.googleapis.com/ml-data',
        kind: 'gcp-storage-bucket',
        state: 'present',
        title: 'ml-data',
        project: '418820347715',
        location: 'eu',
        document: { ...full, iamPolicy },
      },
    ]);
    expect(graph.problems).toStrictEqual([]);
  });

  it('resolves a tag to the digest that was uploaded with it last, as a derived link', () => {
    const graph = deriveGraph(inventoryOf(estate.slice(0, 1).concat(estate.slice(6, 8))));
    const image = `//artifactregistry.googleapis.com/projects/ml-prod/locations/us/repositories/training/dockerImages/forecast`;
    expect([...graph.edges.values()].filter(({ type }) => type === 'PULLS_IMAGE')).toStrictEqual([
      {
        type: 'PULLS_IMAGE',
        from: estate[0]?.name,
        to: `${image}@${digest('b')}`,
        confidence: 'derived',
        flow: 'in',
        evidence: [
          {
            document: estate[0]?.name,
            path: 'jobSpec.workerPoolSpecs[0].containerSpec.imageUri',
            value: 'us-docker.pkg.dev/ml-prod/training/forecast:prod',
            facts: { workerPool: '0', tag: 'prod' },
          },
        ],
      },
    ]);
    expect([...graph.aliases]).toStrictEqual([
      [`${image}:prod`, `${image}@${digest('b')}`],
      [`${image}:v2`, `${image}@${digest('b')}`],
    ]);
  });

  it('joins the unique id of an account and the numeric id of a network with their names', () => {
    const email = 'trainer@ml-prod.iam.gserviceaccount.com';
    const graph = deriveGraph(
      inventoryOf([
        jobOf({
          serviceAccount: 'projects/-/serviceAccounts/112233445566778899001',
          network: 'projects/ml-prod/global/networks/4711000000000000001',
        }),
        documentOf(ACCOUNT, {
          name: `projects/ml-prod/serviceAccounts/${email}`,
          email,
          uniqueId: '112233445566778899001',
          projectId: 'ml-prod',
        }),
        documentOf(NETWORK, {
          name: 'ml-vpc',
          id: '4711000000000000001',
          selfLink: 'https://www.googleapis.com/compute/v1/projects/ml-prod/global/networks/ml-vpc',
          selfLinkWithId: 'https://www.googleapis.com/compute/v1/projects/ml-prod/global/networks/4711000000000000001',
        }),
      ]),
    );
    expect(inShort(graph).nodes).toStrictEqual([
      'present //aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/customJobs/1',
      'present //compute.googleapis.com/projects/ml-prod/global/networks/ml-vpc',
      `present //iam.googleapis.com/projects/ml-prod/serviceAccounts/${email}`,
      'referenced //cloudresourcemanager.googleapis.com/projects/ml-prod',
    ]);
  });

  it('says why a resource that is named was not read', () => {
    const key = 'projects/security/locations/us-central1/keyRings/ml/cryptoKeys/training';
    const inventory: Partial<Inventory> = {
      coverage: [
        {
          project: '99',
          location: 'us-central1',
          kind: 'gcp-cloud-kms-crypto-key',
          status: 'denied',
          count: 0,
          error: 'cloudkms.cryptoKeys.list is missing.',
        },
        { project: 'ml-prod', location: '-', kind: MODEL, status: 'read', count: 12 },
      ],
      projects: [{ projectId: 'security', projectNumber: '99', source: 'collected' }],
    };
    const graph = deriveGraph(
      inventoryOf([jobOf({ models: ['77'] }, { encryptionSpec: { kmsKeyName: key } })], inventory),
    );
    expect([...graph.nodes.values()].filter(({ reason }) => reason !== undefined)).toStrictEqual([
      {
        id: '//aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/models/77',
        kind: MODEL,
        state: 'referenced',
        title: '77',
        project: 'ml-prod',
        location: 'us-central1',
        reason: 'Not among the 12 read in ml-prod: it may have been deleted.',
      },
      {
        id: `//cloudkms.googleapis.com/${key}`,
        kind: 'gcp-cloud-kms-crypto-key',
        state: 'referenced',
        title: 'training',
        project: 'security',
        location: 'us-central1',
        reason: 'Not read: access was denied in 99, us-central1. cloudkms.cryptoKeys.list is missing.',
      },
    ]);
  });

  it('applies no tie that contradicts another, and says so', () => {
    const graph = deriveGraph(
      inventoryOf([jobOf({ network: 'projects/7/global/networks/n1' })], {
        projects: [
          { projectId: 'net-host', projectNumber: '7', source: 'a.json: ancestors' },
          { projectId: 'net-other', projectNumber: '7', source: 'b.json: ancestors' },
        ],
      }),
    );
    expect(inShort(graph).nodes).toStrictEqual([
      'present //aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/customJobs/1',
      'referenced //compute.googleapis.com/projects/7/global/networks/n1',
      'referenced //iam.googleapis.com/projects/ml-prod/serviceAccounts/trainer@ml-prod.iam.gserviceaccount.com',
    ]);
    expect(graph.problems).toStrictEqual([
      {
        code: 'project-conflict',
        severity: 'warning',
        file: '',
        reason:
          'Project number 7 and net-host, net-other are tied together in ways that contradict each other (a.json: ancestors; b.json: ancestors), so they are kept apart.',
      },
    ]);
  });

  it('reports what no rule claims, and a value that is no text', () => {
    const graph = deriveGraph(
      inventoryOf([jobOf({ network: { name: 'n1' }, futureField: { target: 'projects/ml-prod/things/1' } })]),
    );
    const job = '//aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/customJobs/1';
    expect(graph.unclaimed).toStrictEqual([
      { document: job, path: 'jobSpec.futureField.target', value: 'projects/ml-prod/things/1' },
    ]);
    expect([...graph.nodes.values()].filter(({ state }) => state === 'unresolved')).toStrictEqual([
      {
        id: 'unresolved:gcp-compute-network:{"name":"n1"}',
        kind: NETWORK,
        state: 'unresolved',
        title: '{"name":"n1"}',
        reason: 'A text was expected here.',
      },
    ]);
  });

  it('cannot complete bare ids and the identity of a specification that was never submitted', () => {
    const unsubmitted = documentOf(
      JOB,
      { jobSpec: { workerPoolSpecs: [{}], persistentResourceId: 'pool' } },
      { fullName: 'projects/-/locations/-/customJobs/unsubmitted-3f2a', form: 'unsubmitted' },
    );
    const graph = deriveGraph(inventoryOf([unsubmitted]));
    const agent = 'service-{project}@gcp-sa-aiplatform-cc.iam.gserviceaccount.com';
    expect([...graph.nodes.values()]).toStrictEqual([
      {
        id: unsubmitted.name,
        kind: JOB,
        state: 'present',
        title: 'unsubmitted-3f2a',
        unsubmitted: true,
        document: unsubmitted,
      },
      {
        id: 'unresolved:gcp-ai-platform-persistent-resource:pool',
        kind: 'gcp-ai-platform-persistent-resource',
        state: 'unresolved',
        title: 'pool',
        reason: 'This is an id without its project, and the document does not say it.',
      },
      {
        id: `unresolved:${ACCOUNT}:${agent}`,
        kind: ACCOUNT,
        state: 'unresolved',
        title: agent,
        reason:
          'No account is named, so a service agent of the project is used, and the document does not say the project.',
      },
    ]);
  });

  it('guesses among a few jobs that share an output directory, and only notes it when they are many', () => {
    const jobs = (count: number, bucket: string) =>
      Array.from({ length: count }, (_, index) =>
        documentOf(JOB, {
          name: `projects/ml-prod/locations/us-central1/customJobs/${bucket}-${index}`,
          jobSpec: { baseOutputDirectory: { outputUriPrefix: `gs://${bucket}/` } },
        }),
      );
    const model = (id: string, bucket: string) =>
      documentOf(MODEL, {
        name: `projects/ml-prod/locations/us-central1/models/${id}`,
        artifactUri: `gs://${bucket}/m/${id}`,
      });
    const graph = deriveGraph(
      inventoryOf([...jobs(2, 'few'), ...jobs(11, 'many'), model('1', 'few'), model('2', 'many'), model('3', 'many')]),
    );
    expect(
      [...graph.edges.values()]
        .filter(({ type }) => type === 'PRODUCED_MODEL')
        .map(({ from, to, confidence }) => [from.split('/').at(-1), to.split('/').at(-1), confidence]),
    ).toStrictEqual([
      ['few-0', '1', 'heuristic'],
      ['few-1', '1', 'heuristic'],
    ]);
    expect(graph.problems.map(({ reason }) => reason)).toStrictEqual([
      '11 jobs write below gs://many, so it is not known which of them produced the 2 model(s) whose files lie there.',
    ]);
  });

  it('guesses no producer of a model whose job a pipeline names, but takes the one job of its directory', () => {
    const place = 'projects/ml-prod/locations/us-central1';
    const job = (id: string, bucket: string) =>
      documentOf(JOB, {
        name: `${place}/customJobs/${id}`,
        jobSpec: { baseOutputDirectory: { outputUriPrefix: `gs://${bucket}/` } },
      });
    const madeBy = (pipeline: string, backing: string, model: string, bucket: string) => [
      documentOf(TRAINING_PIPELINE, {
        name: `${place}/trainingPipelines/${pipeline}`,
        trainingTaskMetadata: { backingCustomJob: `${place}/customJobs/${backing}` },
        modelToUpload: { name: `${place}/models/${model}` },
      }),
      documentOf(MODEL, { name: `${place}/models/${model}`, artifactUri: `gs://${bucket}/m` }),
    ];
    const graph = deriveGraph(
      inventoryOf([
        job('1', 'shared'),
        job('2', 'shared'),
        ...madeBy('5', '7', '10', 'shared'),
        job('3', 'alone'),
        ...madeBy('6', '8', '11', 'alone'),
      ]),
    );
    expect(
      [...graph.edges.values()]
        .filter(({ type, from }) => type === 'PRODUCED_MODEL' && from.includes('/customJobs/'))
        .map(({ from, to, confidence }) => [from.split('/').at(-1), to.split('/').at(-1), confidence]),
    ).toStrictEqual([
      ['7', '10', 'exact'],
      ['8', '11', 'exact'],
      ['3', '11', 'derived'],
    ]);
  });
});

describe('what ties a project number to a project id', () => {
  const job = jobOf({ network: 'projects/7/global/networks/n1' });
  it.each([
    [
      'the ancestors of an asset',
      {
        ...documentOf(MODEL, { name: 'projects/net-host/locations/us-central1/models/1' }),
        ancestors: ['projects/7', 'folders/3'],
      },
    ],
    ['a project’s document of version 1', documentOf(PROJECT, { projectId: 'net-host', projectNumber: '7' })],
    ['a project’s document of version 3', documentOf(PROJECT, { name: 'projects/7', projectId: 'net-host' })],
    [
      'the default account of a project',
      documentOf(ACCOUNT, {
        name: 'projects/net-host/serviceAccounts/7-compute@developer.gserviceaccount.com',
        email: '7-compute@developer.gserviceaccount.com',
        projectId: 'net-host',
      }),
    ],
    [
      'an asset’s name by number and the name in its data by id',
      documentOf(
        MODEL,
        { name: 'projects/net-host/locations/us-central1/models/1' },
        { fullName: '//aiplatform.googleapis.com/projects/7/locations/us-central1/models/1' },
      ),
    ],
    [
      'another name of the same resource',
      {
        ...documentOf(MODEL, { name: 'projects/7/locations/us-central1/models/1' }),
        aliases: [documentOf(MODEL, { name: 'projects/net-host/locations/us-central1/models/1' }).name],
      },
    ],
  ])('%s', (_source, document) => {
    const graph = deriveGraph(inventoryOf([job, document]));
    expect([...graph.projectIds]).toStrictEqual([['7', 'net-host']]);
    expect(graph.nodes.has(...(['//compute.googleapis.com/projects/net-host/global/networks/n1'] as [never]))).toBe(
      true,
    );
  });
});
