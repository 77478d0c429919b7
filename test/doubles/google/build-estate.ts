import type { JsonObject } from '../../../shared/json.ts';
import type { Estate, EstateDocument, EstateProject } from './estate.ts';
import { TRAINING_REGIONS } from './training-regions.ts';

/** Size of an estate to build. */
export interface EstateSize {
  readonly projects: number;
  /** Vertex AI locations; a number takes that many of Google's training regions. */
  readonly locations: number | readonly string[];
  readonly jobsPerLocation: number;
}

const STATES = ['JOB_STATE_SUCCEEDED', 'JOB_STATE_FAILED', 'JOB_STATE_RUNNING', 'JOB_STATE_CANCELLED'] as const;

/** Builds an estate of that size: jobs that share accounts, keys, networks, images and buckets as jobs of one team do. The
 * same size gives the same estate. */
export function buildEstate(size: EstateSize): Estate {
  const locations = typeof size.locations === 'number' ? TRAINING_REGIONS.slice(0, size.locations) : size.locations;
  const projects = Array.from({ length: size.projects }, (_item, index) => buildProject(index, locations));
  return {
    projects,
    documents: [...CONTAINERS, ...projects.flatMap((project) => documentsOf(project, size.jobsPerLocation))],
  };
}

/** What the projects lie in, with the rights that are granted there. */
const CONTAINERS: readonly EstateDocument[] = [
  {
    name: '//cloudresourcemanager.googleapis.com/folders/300000000001',
    assetType: 'cloudresourcemanager.googleapis.com/Folder',
    data: { displayName: 'Machine learning' },
    iamPolicy: { bindings: [{ role: 'roles/aiplatform.user', members: ['group:ml-engineers@example.com'] }] },
  },
  {
    name: '//cloudresourcemanager.googleapis.com/organizations/900000000001',
    assetType: 'cloudresourcemanager.googleapis.com/Organization',
    data: { displayName: 'example.com', directoryCustomerId: 'C01example' },
    iamPolicy: { bindings: [{ role: 'roles/storage.admin', members: ['user:root@example.com'] }] },
  },
];

function buildProject(index: number, locations: readonly string[]): EstateProject {
  return {
    id: `ml-project-${index + 1}`,
    number: String(700_000_000_001 + index),
    locations,
    ancestors: ['folders/300000000001', 'organizations/900000000001'],
  };
}

function documentsOf(project: EstateProject, jobsPerLocation: number): readonly EstateDocument[] {
  return [
    ...sharedDocuments(project),
    ...project.locations.flatMap((location, place) => [
      ...Array.from({ length: jobsPerLocation }, (_item, index) =>
        buildJob(project, location, place * jobsPerLocation + index),
      ),
      buildModel(project, location, place),
    ]),
  ];
}

/** One custom job; `index` tells it apart from the others of its project and is how many minutes before the newest it began. */
export function buildJob(project: EstateProject, location: string, index: number): EstateDocument {
  const id = String(1_000_000_000_000_000_000n + BigInt(index) * 7_919n);
  const path = `projects/${project.number}/locations/${location}/customJobs/${id}`;
  const created = Date.parse('2026-11-20T12:00:00Z') - index * 60_000;
  const state = STATES[index % STATES.length] ?? STATES[0];
  const data: JsonObject = {
    name: path,
    displayName: `train-${index % 20}-${index}`,
    state,
    createTime: time(created),
    startTime: time(created + 30_000),
    ...(state === 'JOB_STATE_RUNNING' ? {} : { endTime: time(created + 3_630_000) }),
    updateTime: time(created + 3_630_000),
    ...(state === 'JOB_STATE_CANCELLED' ? { error: { code: 1, message: 'CANCELED' } } : {}),
    labels: { team: `team-${index % 5}`, stage: index % 2 === 0 ? 'prod' : 'dev' },
    encryptionSpec: { kmsKeyName: `projects/${project.id}/locations/${location}/keyRings/ml/cryptoKeys/training` },
    jobSpec: {
      workerPoolSpecs: [
        {
          machineSpec: { machineType: 'a2-highgpu-1g', acceleratorType: 'NVIDIA_TESLA_A100', acceleratorCount: 1 },
          replicaCount: '1',
          diskSpec: { bootDiskType: 'pd-ssd', bootDiskSizeGb: 100 },
          containerSpec: {
            imageUri: `us-docker.pkg.dev/${project.id}/training/trainer:v${index % 4}`,
            args: [`--data=gs://${project.id}-data/${index % 50}/`, '--epochs=10'],
            env: [{ name: 'RUN', value: String(index) }],
          },
        },
      ],
      scheduling: { timeout: '604800s', restartJobOnWorkerRestart: false },
      serviceAccount: `trainer@${project.id}.iam.gserviceaccount.com`,
      network: `projects/${project.number}/global/networks/ml`,
      baseOutputDirectory: { outputUriPrefix: `gs://${project.id}-output/run-${index}` },
    },
  };
  return { name: `//aiplatform.googleapis.com/${path}`, assetType: 'aiplatform.googleapis.com/CustomJob', data };
}

function buildModel(project: EstateProject, location: string, place: number): EstateDocument {
  const path = `projects/${project.number}/locations/${location}/models/${String(5_000_000_000_000_000_000n + BigInt(place))}`;
  const created = time(Date.parse('2026-11-20T14:00:00Z') - place * 60_000);
  return {
    name: `//aiplatform.googleapis.com/${path}`,
    assetType: 'aiplatform.googleapis.com/Model',
    data: {
      name: path,
      displayName: `model-${place}`,
      versionId: '1',
      versionAliases: ['default'],
      createTime: created,
      updateTime: created,
      artifactUri: `gs://${project.id}-output/run-${place}/model`,
    },
  };
}

function sharedDocuments(project: EstateProject): readonly EstateDocument[] {
  const { id, number, locations } = project;
  const email = `trainer@${id}.iam.gserviceaccount.com`;
  const network = `projects/${id}/global/networks/ml`;
  const created = '2025-01-01T00:00:00Z';
  const keys = locations.flatMap((location) => {
    const ring = `projects/${id}/locations/${location}/keyRings/ml`;
    const key = `${ring}/cryptoKeys/training`;
    const primary = { name: `${key}/cryptoKeyVersions/1`, state: 'ENABLED', createTime: created };
    return [
      document('cloudkms', ring, 'KeyRing', { name: ring, createTime: created }),
      document('cloudkms', key, 'CryptoKey', { name: key, purpose: 'ENCRYPT_DECRYPT', primary, createTime: created }),
    ];
  });
  const buckets = ['data', 'output'].map((use) => {
    const name = `${id}-${use}`;
    return document('storage', name, 'Bucket', {
      kind: 'storage#bucket',
      id: name,
      name,
      projectNumber: number,
      location: 'US',
      timeCreated: created,
    });
  });
  const repository = `projects/${id}/locations/us/repositories/training`;
  const digest = `sha256:${number.padStart(64, '0')}`;
  const image = `${repository}/dockerImages/trainer@${digest}`;
  const uri = `us-docker.pkg.dev/${id}/training/trainer@${digest}`;
  return [
    ...keys,
    ...buckets,
    document('compute', network, 'Network', {
      kind: 'compute#network',
      id: `4${number}`,
      name: 'ml',
      selfLink: `https://www.googleapis.com/compute/v1/${network}`,
      creationTimestamp: created,
    }),
    document('iam', `projects/${id}/serviceAccounts/${email}`, 'ServiceAccount', {
      name: `projects/${id}/serviceAccounts/${email}`,
      projectId: id,
      uniqueId: `1${number}00000000`,
      email,
      displayName: 'Trainer',
    }),
    document('artifactregistry', repository, 'Repository', { name: repository, format: 'DOCKER', createTime: created }),
    document('artifactregistry', image, 'DockerImage', {
      name: image,
      uri,
      tags: ['v0', 'v1', 'v2', 'v3', 'latest'],
      uploadTime: created,
    }),
  ];
}

function document(service: string, path: string, type: string, data: JsonObject): EstateDocument {
  return { name: `//${service}.googleapis.com/${path}`, assetType: `${service}.googleapis.com/${type}`, data };
}

function time(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
