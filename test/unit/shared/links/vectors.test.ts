import { describe, expect, it } from 'vitest';
import { deriveGraph } from '../../../../shared/graph/derive-graph.ts';
import type { Graph } from '../../../../shared/graph/graph.ts';
import type { JsonObject } from '../../../../shared/json.ts';
import type { ResourceDocument } from '../../../../shared/resource/document.ts';
import {
  documentOf,
  inShort,
  inventoryOf,
  JOB,
  jobOf,
  MODEL,
  TRAINER,
  TRAINING_PIPELINE,
  withTrainer,
} from '../inventory-of.ts';
import type { GraphInShort } from '../inventory-of.ts';

const job = '//aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/customJobs/1';
const account = '//iam.googleapis.com/projects/ml-prod/serviceAccounts/trainer@ml-prod.iam.gserviceaccount.com';
const images = '//artifactregistry.googleapis.com/projects/ml-prod/locations/us/repositories';
const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const runsAs = `RUNS_AS ${job} -> ${account} (exact, none)\n  jobSpec.serviceAccount = ${TRAINER}`;

/** Graph in short of one job that runs as the trainer account in one worker pool. */
function graphOfPool(pool: JsonObject): GraphInShort {
  return inShort(deriveGraph(inventoryOf([jobOf({ serviceAccount: TRAINER, workerPoolSpecs: [pool] })])));
}

/** The links of one relation, in short. */
function linksOf(graph: Graph, type: string): readonly string[] {
  return inShort(graph).links.filter((link) => link.startsWith(`${type} `));
}

/** All links but the one to the account, in short. */
function withoutIdentity(graph: Graph): readonly string[] {
  return inShort(graph).links.filter((link) => !link.startsWith('RUNS_AS '));
}

function jobInRegion(region: string): ResourceDocument {
  return documentOf(JOB, { name: `projects/ml-prod/locations/${region}/customJobs/1` });
}

/** What the graph of a job with one image must be. */
function withImage(node: string, path: string, value: string): GraphInShort {
  return {
    nodes: [`present ${job}`, `referenced ${account}`, `referenced ${node}`].toSorted(),
    links: [`PULLS_IMAGE ${job} -> ${node} (exact, in)\n  jobSpec.workerPoolSpecs[0].${path} = ${value}`, runsAs],
  };
}

describe('the vectors that every derivation must hold', () => {
  it('keeps the project of a key that lies in another project', () => {
    const key = 'projects/security/locations/us-central1/keyRings/ml/cryptoKeys/training';
    const graph = deriveGraph(inventoryOf([jobOf({}, { encryptionSpec: { kmsKeyName: key } })]));
    expect(inShort(graph)).toStrictEqual(
      withTrainer({
        nodes: [`present ${job}`, `referenced //cloudkms.googleapis.com/${key}`],
        links: [
          `USES_KMS_KEY ${job} -> //cloudkms.googleapis.com/${key} (exact, none)\n  encryptionSpec.kmsKeyName = ${key}`,
        ],
      }),
    );
  });

  it('joins a network named by project number with the document that names its project by id', () => {
    const network = '//compute.googleapis.com/projects/net-host/global/networks/ml-vpc';
    const graph = deriveGraph(
      inventoryOf([
        jobOf({ network: 'projects/556672910384/global/networks/ml-vpc' }),
        documentOf(
          'gcp-compute-network',
          {
            name: 'ml-vpc',
            selfLink: 'https://www.googleapis.com/compute/v1/projects/net-host/global/networks/ml-vpc',
          },
          { ancestors: ['projects/556672910384', 'organizations/1'] },
        ),
      ]),
    );
    expect(inShort(graph)).toStrictEqual(
      withTrainer({
        nodes: [`present ${job}`, `present ${network}`],
        links: [
          `PEERS_NETWORK ${job} -> ${network} (exact, both)\n  jobSpec.network = projects/556672910384/global/networks/ml-vpc`,
        ],
      }),
    );
  });

  it('keeps a network under its project number while nothing ties the number to an id', () => {
    const network = 'projects/556672910384/global/networks/ml-vpc';
    expect(inShort(deriveGraph(inventoryOf([jobOf({ network })])))).toStrictEqual(
      withTrainer({
        nodes: [`present ${job}`, `referenced //compute.googleapis.com/${network}`],
        links: [
          `PEERS_NETWORK ${job} -> //compute.googleapis.com/${network} (exact, both)\n  jobSpec.network = ${network}`,
        ],
      }),
    );
  });

  it('finds the project of a service account of another project in its address', () => {
    const email = 'shared-trainer@platform.iam.gserviceaccount.com';
    const node = `//iam.googleapis.com/projects/platform/serviceAccounts/${email}`;
    expect(inShort(deriveGraph(inventoryOf([jobOf({ serviceAccount: email })])))).toStrictEqual({
      nodes: [`present ${job}`, `referenced ${node}`],
      links: [`RUNS_AS ${job} -> ${node} (exact, none)\n  jobSpec.serviceAccount = ${email}`],
    });
  });

  it.each([
    ['by tag', 'us-docker.pkg.dev/ml-prod/training/forecast:v7', `${images}/training/dockerImages/forecast:v7`],
    [
      'by digest',
      `us-docker.pkg.dev/ml-prod/training/forecast@${digest}`,
      `${images}/training/dockerImages/forecast@${digest}`,
    ],
    [
      'by tag and digest, of which the digest identifies',
      `us-docker.pkg.dev/ml-prod/training/forecast:v7@${digest}`,
      `${images}/training/dockerImages/forecast@${digest}`,
    ],
    [
      'in a nested path',
      'us-docker.pkg.dev/ml-prod/training/teams/forecast/gpu:v7',
      `${images}/training/dockerImages/teams%2Fforecast%2Fgpu:v7`,
    ],
    [
      'with no tag, which means latest',
      'us-docker.pkg.dev/ml-prod/training/forecast',
      `${images}/training/dockerImages/forecast:latest`,
    ],
    ['of gcr.io', 'gcr.io/ml-prod/forecast:v7', `${images}/gcr.io/dockerImages/forecast:v7`],
    [
      'of eu.gcr.io',
      'eu.gcr.io/ml-prod/forecast:v7',
      '//artifactregistry.googleapis.com/projects/ml-prod/locations/europe/repositories/eu.gcr.io/dockerImages/forecast:v7',
    ],
    [
      'of gcr.io in a project of an organisation’s domain',
      'gcr.io/example.com/ml/forecast:v7',
      '//artifactregistry.googleapis.com/projects/example.com:ml/locations/us/repositories/gcr.io/dockerImages/forecast:v7',
    ],
    ['of Docker’s own library', 'python:3.11', '//docker.io/library/python:3.11'],
    ['of Docker Hub by host', 'docker.io/pytorch/pytorch:2.4', '//docker.io/pytorch/pytorch:2.4'],
    ['of another registry', 'ghcr.io/acme/trainer:1', '//ghcr.io/acme/trainer:1'],
  ])('names an image %s', (_case, imageUri, node) => {
    expect(graphOfPool({ containerSpec: { imageUri } })).toStrictEqual(
      withImage(node, 'containerSpec.imageUri', imageUri),
    );
  });

  it('links the executor image of a Python package', () => {
    const executorImageUri = 'us-docker.pkg.dev/vertex-ai/training/tf-cpu.2-12:latest';
    expect(graphOfPool({ pythonPackageSpec: { executorImageUri } })).toStrictEqual(
      withImage(
        '//artifactregistry.googleapis.com/projects/vertex-ai/locations/us/repositories/training/dockerImages/tf-cpu.2-12:latest',
        'pythonPackageSpec.executorImageUri',
        executorImageUri,
      ),
    );
  });

  it('passes over an empty worker pool', () => {
    expect(graphOfPool({})).toStrictEqual({
      nodes: [`present ${job}`, `referenced ${account}`],
      links: [runsAs],
    });
  });

  it('links the bucket of the output directory and keeps the path', () => {
    const graph = deriveGraph(
      inventoryOf([jobOf({ baseOutputDirectory: { outputUriPrefix: 'gs://forecast-runs/2026-10-04/' } })]),
    );
    expect([...graph.edges.values()].filter(({ type }) => type === 'WRITES_TO')).toStrictEqual([
      {
        type: 'WRITES_TO',
        from: job,
        to: '//storage.googleapis.com/forecast-runs',
        confidence: 'exact',
        flow: 'out',
        evidence: [
          {
            document: job,
            path: 'jobSpec.baseOutputDirectory.outputUriPrefix',
            value: 'gs://forecast-runs/2026-10-04/',
            facts: { object: '2026-10-04/' },
          },
        ],
      },
    ]);
  });

  it('keeps the version of a model on the link, not in the identity', () => {
    const model = '//aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/models/77';
    const graph = deriveGraph(
      inventoryOf([jobOf({ models: ['projects/ml-prod/locations/us-central1/models/77@2', '77@champion'] })]),
    );
    expect(
      [...graph.edges.values()]
        .filter(({ type }) => type === 'READS_MODEL')
        .map(({ to, evidence }) => ({ to, evidence })),
    ).toStrictEqual([
      {
        to: model,
        evidence: [
          {
            document: job,
            path: 'jobSpec.models[0]',
            value: 'projects/ml-prod/locations/us-central1/models/77@2',
            facts: { version: '2' },
          },
          { document: job, path: 'jobSpec.models[1]', value: '77@champion', facts: { version: 'champion' } },
        ],
      },
    ]);
  });

  it('keeps jobs of one id in two regions apart', () => {
    expect(inShort(deriveGraph(inventoryOf([jobInRegion('us-central1'), jobInRegion('europe-west4')])))).toStrictEqual({
      nodes: [
        'present //aiplatform.googleapis.com/projects/ml-prod/locations/europe-west4/customJobs/1',
        `present ${job}`,
      ],
      links: [],
    });
  });
});

describe('a job without a service account', () => {
  const spec = { workerPoolSpecs: [{}] };
  const unnamed = documentOf(JOB, { name: 'projects/ml-prod/locations/us-central1/customJobs/1', jobSpec: spec });

  it('runs as the Custom Code service agent of its project’s number', () => {
    const agent =
      '//iam.googleapis.com/projects/gcp-sa-aiplatform-cc/serviceAccounts/service-418820347715@gcp-sa-aiplatform-cc.iam.gserviceaccount.com';
    const byNumber = documentOf(JOB, {
      name: 'projects/418820347715/locations/us-central1/customJobs/1',
      jobSpec: spec,
    });
    const projects = [{ projectId: 'ml-prod', projectNumber: '418820347715', source: 'projects.json: projectNumber' }];
    const expected = {
      nodes: [`present ${job}`, `referenced ${agent}`],
      links: [`IMPLICIT_IDENTITY ${job} -> ${agent} (derived, none)\n  jobSpec.serviceAccount = `],
    };
    expect(inShort(deriveGraph(inventoryOf([unnamed], { projects })))).toStrictEqual(expected);
    expect(inShort(deriveGraph(inventoryOf([byNumber], { projects })))).toStrictEqual(expected);
    expect(inShort(deriveGraph(inventoryOf([jobOf({ ...spec, serviceAccount: '' })], { projects })))).toStrictEqual(
      expected,
    );
  });

  it('has an unresolved account while the number of its project is not known', () => {
    const graph = deriveGraph(inventoryOf([unnamed]));
    const id =
      'unresolved:gcp-iam-service-account:service-{number of project ml-prod}@gcp-sa-aiplatform-cc.iam.gserviceaccount.com';
    expect([...graph.nodes.values()].filter(({ state }) => state === 'unresolved')).toStrictEqual([
      {
        id,
        kind: 'gcp-iam-service-account',
        state: 'unresolved',
        title: 'service-{number of project ml-prod}@gcp-sa-aiplatform-cc.iam.gserviceaccount.com',
        reason:
          'No account is named, so a service agent of the project is used, whose address needs the number of project ml-prod, and no document says it.',
      },
    ]);
    expect(inShort(graph).links).toStrictEqual([
      `IMPLICIT_IDENTITY ${job} -> ${id} (derived, none)\n  jobSpec.serviceAccount = `,
    ]);
  });

  it('runs as the account of the persistent resource it runs on', () => {
    const machines = '//aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/persistentResources/pool';
    const graph = deriveGraph(
      inventoryOf([
        jobOf({ ...spec, serviceAccount: '', persistentResourceId: 'pool' }),
        documentOf('gcp-ai-platform-persistent-resource', {
          name: 'projects/ml-prod/locations/us-central1/persistentResources/pool',
          resourceRuntimeSpec: { serviceAccountSpec: { enableCustomServiceAccount: true, serviceAccount: TRAINER } },
        }),
      ]),
    );
    expect(inShort(graph)).toStrictEqual({
      nodes: [`present ${job}`, `present ${machines}`, `referenced ${account}`],
      links: [
        `RUNS_AS ${job} -> ${account} (derived, none)\n  jobSpec.persistentResourceId = pool\n  resourceRuntimeSpec.serviceAccountSpec.serviceAccount = ${TRAINER}`,
        `RUNS_AS ${machines} -> ${account} (exact, none)\n  resourceRuntimeSpec.serviceAccountSpec.serviceAccount = ${TRAINER}`,
        `RUNS_ON ${job} -> ${machines} (exact, none)\n  jobSpec.persistentResourceId = pool`,
      ],
    });
  });
});

describe('references in other spellings and places', () => {
  it('reads the snake_case job specification that the Python SDK writes into training pipelines', () => {
    const pipeline = '//aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/trainingPipelines/5';
    const graph = deriveGraph(
      inventoryOf([
        documentOf(TRAINING_PIPELINE, {
          name: 'projects/ml-prod/locations/us-central1/trainingPipelines/5',
          trainingTaskInputs: {
            service_account: TRAINER,
            base_output_directory: { output_uri_prefix: 'gs://forecast-runs/5' },
            worker_pool_specs: [{ container_spec: { image_uri: 'us-docker.pkg.dev/ml-prod/training/forecast:v7' } }],
          },
        }),
      ]),
    );
    expect(inShort(graph)).toStrictEqual({
      nodes: [
        `present ${pipeline}`,
        `referenced ${images}/training/dockerImages/forecast:v7`,
        `referenced ${account}`,
        'referenced //storage.googleapis.com/forecast-runs',
      ],
      links: [
        `PULLS_IMAGE ${pipeline} -> ${images}/training/dockerImages/forecast:v7 (exact, in)\n  trainingTaskInputs.workerPoolSpecs[0].containerSpec.imageUri = us-docker.pkg.dev/ml-prod/training/forecast:v7`,
        `RUNS_AS ${pipeline} -> ${account} (exact, none)\n  trainingTaskInputs.serviceAccount = ${TRAINER}`,
        `WRITES_TO ${pipeline} -> //storage.googleapis.com/forecast-runs (exact, out)\n  trainingTaskInputs.baseOutputDirectory.outputUriPrefix = gs://forecast-runs/5`,
      ],
    });
  });

  it('says of a number where a name should stand that it is none, and takes null for nothing', () => {
    const graph = deriveGraph(inventoryOf([jobOf({ serviceAccount: TRAINER, network: 7, tensorboard: null })]));
    expect(
      [...graph.nodes.values()]
        .filter(({ state }) => state === 'unresolved')
        .map(({ kind, title, reason }) => [kind, title, reason]),
    ).toStrictEqual([['gcp-compute-network', '7', 'A text was expected here.']]);
  });

  it('finds mounted buckets, tables and secrets in arguments and guesses the way the data goes', () => {
    const args = [
      '--train-data=/gcs/sales-curated/daily/part-*.csv',
      '--export',
      'bq://ml-prod.results.runs',
      '--token=projects/ml-prod/secrets/hub-token/versions/3',
    ];
    const at = 'jobSpec.workerPoolSpecs[0].containerSpec.args';
    expect(graphOfPool({ containerSpec: { args } }).links).toStrictEqual([
      `REFERENCES_DATA ${job} -> //bigquery.googleapis.com/projects/ml-prod/datasets/results/tables/runs (heuristic, out)\n  ${at}[2] = ${args[2]}`,
      `REFERENCES_DATA ${job} -> //secretmanager.googleapis.com/projects/ml-prod/secrets/hub-token (heuristic, both)\n  ${at}[3] = ${args[3]}`,
      `REFERENCES_DATA ${job} -> //storage.googleapis.com/sales-curated (heuristic, in)\n  ${at}[0] = ${args[0]}`,
      runsAs,
    ]);
  });

  it('makes one link with fifty evidences of fifty mentions of a bucket', () => {
    const packageUris = Array.from({ length: 50 }, (_, index) => `gs://code/packages/trainer-${index}.tar.gz`);
    const graph = deriveGraph(
      inventoryOf([jobOf({ serviceAccount: TRAINER, workerPoolSpecs: [{ pythonPackageSpec: { packageUris } }] })]),
    );
    expect([...graph.edges.values()].filter(({ type }) => type === 'LOADS_CODE_FROM')).toStrictEqual([
      {
        type: 'LOADS_CODE_FROM',
        from: job,
        to: '//storage.googleapis.com/code',
        confidence: 'exact',
        flow: 'in',
        evidence: packageUris.map((value, index) => ({
          document: job,
          path: `jobSpec.workerPoolSpecs[0].pythonPackageSpec.packageUris[${index}]`,
          value,
          facts: { workerPool: '0', object: `packages/trainer-${index}.tar.gz` },
        })),
      },
    ]);
  });

  it('keeps the version of a key on the link, not in the identity', () => {
    const key = 'projects/security/locations/us-central1/keyRings/ml/cryptoKeys/training';
    const kmsKeyName = `${key}/cryptoKeyVersions/4`;
    const graph = deriveGraph(inventoryOf([jobOf({}, { encryptionSpec: { kmsKeyName } })]));
    expect(
      [...graph.edges.values()]
        .filter(({ type }) => type === 'USES_KMS_KEY')
        .map(({ to, evidence }) => ({ to, evidence })),
    ).toStrictEqual([
      {
        to: `//cloudkms.googleapis.com/${key}`,
        evidence: [{ document: job, path: 'encryptionSpec.kmsKeyName', value: kmsKeyName, facts: { version: '4' } }],
      },
    ]);
  });

  it('reads full names and web addresses of the API as relative names', () => {
    const tensorboard = '//aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/tensorboards/9';
    const graph = deriveGraph(
      inventoryOf([
        documentOf(JOB, {
          name: '//aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/customJobs/1',
          jobSpec: { serviceAccount: TRAINER, tensorboard },
        }),
        documentOf(
          JOB,
          {
            jobSpec: {
              serviceAccount: TRAINER,
              tensorboard: tensorboard.replace('//', 'https://us-central1-').replace('/projects', '/v1/projects'),
            },
          },
          { fullName: 'projects/ml-prod/locations/us-central1/customJobs/2/' },
        ),
      ]),
    );
    expect(linksOf(graph, 'LOGS_TO')).toStrictEqual([
      `LOGS_TO ${job} -> ${tensorboard} (exact, out)\n  jobSpec.tensorboard = ${tensorboard}`,
      `LOGS_TO ${job.replace(/1$/, '2')} -> ${tensorboard} (exact, out)\n  jobSpec.tensorboard = https://us-central1-aiplatform.googleapis.com/v1/projects/ml-prod/locations/us-central1/tensorboards/9`,
    ]);
  });

  it('joins a job known by number in one document and by id in another', () => {
    const model = '//aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/models/77';
    const pipeline = '//aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/trainingPipelines/5';
    const graph = deriveGraph(
      inventoryOf([
        documentOf(TRAINING_PIPELINE, {
          name: 'projects/418820347715/locations/us-central1/trainingPipelines/5',
          trainingTaskMetadata: { backingCustomJob: 'projects/418820347715/locations/us-central1/customJobs/1' },
          modelToUpload: { name: 'projects/418820347715/locations/us-central1/models/77' },
        }),
        jobOf({}),
        documentOf('gcp-cloud-resource-manager-project', { projectId: 'ml-prod', projectNumber: '418820347715' }),
      ]),
    );
    expect(inShort(graph)).toStrictEqual(
      withTrainer({
        nodes: [
          `present ${job}`,
          `present ${pipeline}`,
          'present //cloudresourcemanager.googleapis.com/projects/ml-prod',
          `referenced ${model}`,
        ],
        links: [
          `LAUNCHED_BY ${job} -> ${pipeline} (exact, none)\n  trainingTaskMetadata.backingCustomJob = projects/418820347715/locations/us-central1/customJobs/1`,
          `PRODUCED_MODEL ${job} -> ${model} (exact, out)\n  trainingTaskMetadata.backingCustomJob = projects/418820347715/locations/us-central1/customJobs/1\n  modelToUpload.name = projects/418820347715/locations/us-central1/models/77`,
          `PRODUCED_MODEL ${pipeline} -> ${model} (exact, out)\n  modelToUpload.name = projects/418820347715/locations/us-central1/models/77`,
        ],
      }),
    );
  });

  it('derives the producing job from the place of the model’s files', () => {
    const model = '//aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/models/77';
    const graph = deriveGraph(
      inventoryOf([
        jobOf({ baseOutputDirectory: { outputUriPrefix: 'gs://forecast-runs/2026-10-04' } }),
        documentOf(MODEL, {
          name: 'projects/ml-prod/locations/us-central1/models/77',
          artifactUri: 'gs://forecast-runs/2026-10-04/model',
        }),
      ]),
    );
    expect(withoutIdentity(graph)).toStrictEqual([
      `PRODUCED_MODEL ${job} -> ${model} (derived, out)\n  jobSpec.baseOutputDirectory.outputUriPrefix = gs://forecast-runs/2026-10-04\n  artifactUri = gs://forecast-runs/2026-10-04/model`,
      `STORED_IN ${model} -> //storage.googleapis.com/forecast-runs (exact, in)\n  artifactUri = gs://forecast-runs/2026-10-04/model`,
      `WRITES_TO ${job} -> //storage.googleapis.com/forecast-runs (exact, out)\n  jobSpec.baseOutputDirectory.outputUriPrefix = gs://forecast-runs/2026-10-04`,
    ]);
  });

  it('does not take a deleted account for the live account of the same address', () => {
    const deleted = `deleted:serviceAccount:${TRAINER}?uid=112233445566778899001`;
    const node = `//iam.googleapis.com/projects/ml-prod/serviceAccounts/deleted:${TRAINER}?uid=112233445566778899001`;
    const second = documentOf(JOB, {
      name: 'projects/ml-prod/locations/us-central1/customJobs/2',
      jobSpec: { serviceAccount: TRAINER },
    });
    expect(inShort(deriveGraph(inventoryOf([jobOf({ serviceAccount: deleted }), second])))).toStrictEqual({
      nodes: [
        `present ${job}`,
        `present ${job.replace(/1$/, '2')}`,
        `referenced ${node}`,
        `referenced ${account}`,
      ].toSorted(),
      links: [
        `RUNS_AS ${job} -> ${node} (exact, none)\n  jobSpec.serviceAccount = ${deleted}`,
        `RUNS_AS ${job.replace(/1$/, '2')} -> ${account} (exact, none)\n  jobSpec.serviceAccount = ${TRAINER}`,
      ],
    });
  });

  it.each([
    ['gs://sales-*/daily/', 'The bucket name contains a wildcard, so it names no single bucket.'],
    ['gs://Sales-Curated/daily/', 'A bucket name has no upper-case letters.'],
    ['gs:///daily/', 'The bucket name is empty.'],
  ])('keeps %s as an unresolved bucket with the reason', (outputUriPrefix, reason) => {
    const graph = deriveGraph(inventoryOf([jobOf({ baseOutputDirectory: { outputUriPrefix } })]));
    const id = `unresolved:gcp-storage-bucket:${outputUriPrefix}`;
    expect([...graph.nodes.values()].filter(({ state }) => state === 'unresolved')).toStrictEqual([
      { id, kind: 'gcp-storage-bucket', state: 'unresolved', title: outputUriPrefix, reason },
    ]);
    expect(withoutIdentity(graph)).toStrictEqual([
      `WRITES_TO ${job} -> ${id} (exact, out)\n  jobSpec.baseOutputDirectory.outputUriPrefix = ${outputUriPrefix}`,
    ]);
  });
});
