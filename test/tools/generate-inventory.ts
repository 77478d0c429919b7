import type { JsonObject } from '../../shared/json.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';

/** One resource as the API returns it. */
export interface GeneratedResource {
  /** Cloud Asset Inventory's type. */
  readonly assetType: string;
  /** Full resource name. */
  readonly name: string;
  readonly location: string;
  readonly project: GeneratedProject;
  readonly data: JsonObject;
}

interface GeneratedProject {
  readonly id: string;
  readonly number: string;
}

interface Workload {
  readonly stem: string;
  readonly project: GeneratedProject;
  readonly location: string;
  readonly account: string;
  readonly images: readonly string[];
  readonly inputs: readonly string[];
  readonly output: string;
  readonly network: string | undefined;
  readonly key: string | undefined;
  readonly machine: string;
}

const PROJECTS: readonly GeneratedProject[] = [
  { id: 'northwind-ml-prod', number: '418820347715' },
  { id: 'northwind-ml-dev', number: '905512338840' },
  { id: 'northwind-research', number: '771903452286' },
];
const LOCATIONS = ['europe-west4', 'us-central1', 'asia-southeast1'];
const TASKS = ['train', 'score', 'tune', 'embed', 'export', 'evaluate', 'distil', 'label'];
const SUBJECTS = ['fraud', 'churn', 'basket', 'demand', 'search', 'vision', 'credit', 'routing', 'speech', 'risk'];
const MACHINES = ['n1-standard-8', 'n1-highmem-16', 'g2-standard-24', 'a2-highgpu-1g'];
const STATES = ['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED', 'FAILED', 'CANCELLED'];

/**
 * Yields the resources of an estate with `jobs` custom jobs, always the same for the same numbers. Its shape is that of real
 * ones: few accounts, networks and keys with very many jobs, images and buckets used very unevenly, jobs in families that
 * share nearly everything, and some jobs that differ from their family.
 */
export function* generateInventory(options: {
  readonly jobs: number;
  readonly seed?: number;
}): Generator<GeneratedResource, void> {
  const random = seededRandom(options.seed ?? 1);
  const workloads = makeWorkloads(random, Math.max(3, Math.min(120, Math.round(options.jobs / 25))));
  for (let index = 0; index < options.jobs; index += 1) {
    const workload = random.pickUnevenly(workloads);
    yield customJob(random, workload, index);
    if (index % 25 === 24) yield model(workload, index);
    if (index % 100 === 99) yield endpoint(workload, index);
  }
}

function makeWorkloads(random: SeededRandom, count: number): Workload[] {
  const scale = Math.min(1, count / 60);
  const buckets = numbered('northwind-data', Math.max(6, Math.round(200 * scale)));
  const images = numbered('trainer', Math.max(3, Math.round(40 * scale)));
  const accounts = Math.max(3, Math.round(12 * scale));
  return Array.from({ length: count }, (_, index): Workload => {
    const project = random.pickUnevenly(PROJECTS);
    const location = random.pickUnevenly(LOCATIONS);
    const repository = `${location}-docker.pkg.dev/${project.id}/training`;
    const image = `${repository}/${random.pickUnevenly(images)}`;
    const subject = SUBJECTS[index % SUBJECTS.length] ?? 'fraud';
    const task = TASKS[Math.floor(index / SUBJECTS.length) % TASKS.length] ?? 'train';
    const generation = Math.floor(index / (SUBJECTS.length * TASKS.length));
    return {
      stem: `${task}-${subject}${generation === 0 ? '' : '-next'}`,
      project,
      location,
      account: `trainer-${random.below(accounts) + 1}@${project.id}.iam.gserviceaccount.com`,
      images: [`${image}:2025-10`, `${image}:2025-11`],
      inputs: Array.from({ length: random.below(3) + 1 }, () => random.pickUnevenly(buckets)),
      output: random.pick(buckets),
      network:
        random.next() < 0.6
          ? `projects/${project.number}/global/networks/${random.pick(['default', 'ml-vpc'])}`
          : undefined,
      key:
        random.next() < 0.7
          ? `projects/${project.id}/locations/${location}/keyRings/ml/cryptoKeys/training-${random.below(2) + 1}`
          : undefined,
      machine: random.pick(MACHINES),
    };
  });
}

function numbered(stem: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${stem}-${index + 1}`);
}

function time(index: number, hours: number): string {
  return new Date(Date.UTC(2025, 0, 1) + (index * 17 + hours * 60) * 60_000).toISOString();
}

function customJob(random: SeededRandom, workload: Workload, index: number): GeneratedResource {
  const { project, location } = workload;
  const id = String(1_000_000_000_000_000_000n + BigInt(index) * 7_919n);
  const state = random.pick(STATES);
  // One job in fifty runs as another account than its family: what a reviewer is looking for.
  const account = random.next() < 0.02 ? `legacy@${project.id}.iam.gserviceaccount.com` : workload.account;
  const relative = `projects/${project.number}/locations/${location}/customJobs/${id}`;
  return {
    assetType: 'aiplatform.googleapis.com/CustomJob',
    name: `//aiplatform.googleapis.com/projects/${project.id}/locations/${location}/customJobs/${id}`,
    location,
    project,
    data: {
      name: relative,
      displayName: `${workload.stem}-${time(index, 0).slice(0, 10).replaceAll('-', '')}-${String(index).padStart(5, '0')}`,
      jobSpec: {
        workerPoolSpecs: [
          {
            machineSpec: { machineType: workload.machine, acceleratorType: 'NVIDIA_L4', acceleratorCount: 1 },
            replicaCount: '1',
            diskSpec: { bootDiskType: 'pd-ssd', bootDiskSizeGb: 100 },
            containerSpec: {
              imageUri: random.pickUnevenly(workload.images),
              args: [
                ...workload.inputs.map((bucket) => `--input=gs://${bucket}/raw/${workload.stem}/`),
                `--epochs=${random.below(20) + 1}`,
              ],
              env: [{ name: 'STAGE', value: project.id.split('-').at(-1) ?? '' }],
            },
          },
        ],
        serviceAccount: account,
        ...(workload.network === undefined ? {} : { network: workload.network }),
        baseOutputDirectory: { outputUriPrefix: `gs://${workload.output}/runs/${index}` },
      },
      state: `JOB_STATE_${state}`,
      createTime: time(index, 0),
      startTime: time(index, 1),
      endTime: time(index, 3),
      updateTime: time(index, 3),
      ...(state === 'FAILED'
        ? { error: { code: 3, message: 'The replica workerpool0-0 exited with a non-zero status of 1.' } }
        : {}),
      labels: { team: workload.stem.split('-')[1] ?? '', stage: project.id.split('-').at(-1) ?? '' },
      ...(workload.key === undefined ? {} : { encryptionSpec: { kmsKeyName: workload.key } }),
    },
  };
}

function model(workload: Workload, index: number): GeneratedResource {
  const { project, location } = workload;
  const id = String(2_000_000_000_000_000_000n + BigInt(index) * 104_729n);
  return {
    assetType: 'aiplatform.googleapis.com/Model',
    name: `//aiplatform.googleapis.com/projects/${project.id}/locations/${location}/models/${id}`,
    location,
    project,
    data: {
      name: `projects/${project.number}/locations/${location}/models/${id}`,
      displayName: `${workload.stem}-model-${index}`,
      versionId: '1',
      artifactUri: `gs://${workload.output}/runs/${index}/model`,
      containerSpec: { imageUri: 'europe-docker.pkg.dev/vertex-ai/prediction/sklearn-cpu.1-3:latest' },
      createTime: time(index, 4),
      updateTime: time(index, 4),
    },
  };
}

function endpoint(workload: Workload, index: number): GeneratedResource {
  const { project, location } = workload;
  const id = String(3_000_000_000_000_000_000n + BigInt(index) * 15_485_863n);
  const modelId = String(2_000_000_000_000_000_000n + BigInt(index) * 104_729n);
  return {
    assetType: 'aiplatform.googleapis.com/Endpoint',
    name: `//aiplatform.googleapis.com/projects/${project.id}/locations/${location}/endpoints/${id}`,
    location,
    project,
    data: {
      name: `projects/${project.number}/locations/${location}/endpoints/${id}`,
      displayName: `${workload.stem}-endpoint`,
      deployedModels: [
        {
          id: '1',
          model: `projects/${project.number}/locations/${location}/models/${modelId}`,
          serviceAccount: workload.account,
        },
      ],
      createTime: time(index, 5),
      updateTime: time(index, 5),
    },
  };
}

/** Custom jobs as `gcloud ai custom-jobs list --format=json` prints them: a JSON array. */
export function asGcloudListing(resources: Iterable<GeneratedResource>): string {
  const jobs = [...resources].filter(({ assetType }) => assetType === 'aiplatform.googleapis.com/CustomJob');
  return JSON.stringify(
    jobs.map(({ data }) => data),
    null,
    2,
  );
}

/** One line of a Cloud Asset Inventory export of content type RESOURCE, with its line feed. */
export function asAssetLine(resource: GeneratedResource): string {
  const { assetType, name, location, project, data } = resource;
  const line = {
    name,
    assetType,
    resource: {
      version: 'v1',
      discoveryDocumentUri: 'https://aiplatform.googleapis.com/$discovery/rest',
      discoveryName: assetType.split('/')[1] ?? '',
      parent: `//cloudresourcemanager.googleapis.com/projects/${project.number}`,
      data,
      location,
    },
    ancestors: [`projects/${project.number}`, 'organizations/604312987755'],
    updateTime: data['updateTime'] ?? '',
  };
  return `${JSON.stringify(line)}\n`;
}
