import { createRequire } from 'node:module';
import { credentials } from '@grpc/grpc-js';
import { OAuth2Client } from 'google-auth-library';
import { toProto3JSON } from 'proto3-json-serializer';
import type { JsonObject, JsonValue } from '../../../../shared/json.ts';
import { loadProtos } from '../../../doubles/google/protos.ts';

/*
 * Runs in a process of its own, because the official client reads the certificates to trust when the process starts: makes
 * calls of every sort over gRPC and over REST, and prints what came of them as JSON.
 */

/** Where the fake is; the program's only argument, as JSON. */
export interface ProgramInput {
  readonly tlsPort: number;
  readonly grpcPort: number;
  readonly restPort: number;
  readonly proxy: string;
  readonly token: string;
  readonly expiredToken: string;
  /** `projects/P/locations/L`. */
  readonly parent: string;
}

/** The part of the generated clients that is used here; their own declarations take the compiler ten seconds to read. */
type Client = Readonly<Record<string, (request: object, options?: object) => Promise<readonly unknown[]>>>;
type ClientClass = new (options: object) => Client;

const require = createRequire(import.meta.url);
const input: ProgramInput = JSON.parse(process.argv[2] ?? '{}');

function loadClass(file: string, name: string): ClientClass {
  const module: Readonly<Record<string, ClientClass>> = require(`@google-cloud/aiplatform/build/src/v1/${file}`);
  const found = module[name];
  if (found === undefined) {
    throw new Error(`${file} has no ${name}.`);
  }
  return found;
}

const JobService = loadClass('job_service_client', 'JobServiceClient');
const ModelService = loadClass('model_service_client', 'ModelServiceClient');
const PipelineService = loadClass('pipeline_service_client', 'PipelineServiceClient');
const EndpointService = loadClass('endpoint_service_client', 'EndpointServiceClient');
const PersistentResourceService = loadClass('persistent_resource_service_client', 'PersistentResourceServiceClient');
const TensorboardService = loadClass('tensorboard_service_client', 'TensorboardServiceClient');

const LISTS = [
  [JobService, 'listCustomJobs', 'CustomJob'],
  [JobService, 'listHyperparameterTuningJobs', 'HyperparameterTuningJob'],
  [ModelService, 'listModels', 'Model'],
  [PipelineService, 'listTrainingPipelines', 'TrainingPipeline'],
  [PipelineService, 'listPipelineJobs', 'PipelineJob'],
  [EndpointService, 'listEndpoints', 'Endpoint'],
  [PersistentResourceService, 'listPersistentResources', 'PersistentResource'],
  [TensorboardService, 'listTensorboards', 'Tensorboard'],
] as const;

const made = new Map<object, Map<ClientClass, Client>>();

/** The client of a service and a transport: made once, since each REST client reads the protocol's description anew. */
function clientOf(Service: ClientClass, options: object): Client {
  const known = made.get(options) ?? new Map<ClientClass, Client>();
  made.set(options, known);
  const client = known.get(Service) ?? new Service(options);
  known.set(Service, client);
  return client;
}

function clientFor(token: string): OAuth2Client {
  const client = new OAuth2Client();
  client.setCredentials({ access_token: token });
  client.quotaProjectId = 'tidewater-ml-dev';
  return client;
}

const common = { authClient: clientFor(input.token), projectId: 'unused' };
const overGrpc = { ...common, apiEndpoint: 'localhost', port: input.tlsPort };
const overRest = { ...common, apiEndpoint: '127.0.0.1', port: input.restPort, fallback: true, protocol: 'http' };

async function call(
  client: Client,
  method: string,
  request: object,
  options: object = {},
): Promise<readonly unknown[]> {
  const found = client[method];
  if (found === undefined) {
    throw new Error(`The client has no ${method}.`);
  }
  return await found.call(client, request, { timeout: 8000, ...options });
}

/** Every list's rows, in the JSON of the API. */
async function listAll(options: object): Promise<JsonObject> {
  const entries = await Promise.all(
    LISTS.map(async ([Service, method, message]) => {
      const [rows] = await call(clientOf(Service, options), method, { parent: input.parent });
      const type = loadProtos().lookupType(`google.cloud.aiplatform.v1.${message}`);
      const json = Array.isArray(rows) ? rows.map((row: object) => toProto3JSON(type.fromObject(row))) : [];
      return [method, json] as const;
    }),
  );
  return Object.fromEntries(entries);
}

/** Code, reason and text that the client gives for a call that fails. */
async function failureOf(client: Client, method: string, request: object, options: object = {}): Promise<JsonValue> {
  try {
    await call(client, method, request, options);
    return 'no error';
  } catch (error) {
    const { code, reason, details, statusDetails }: ClientError = Object(error);
    const kinds = (statusDetails ?? []).map((detail) => Object.keys(detail).toSorted().join());
    return {
      code: code ?? -1,
      reason: reason ?? '',
      text: typeof details === 'string' ? details.slice(0, 200) : '',
      details: kinds,
    };
  }
}

interface ClientError {
  readonly code?: number;
  readonly reason?: string;
  readonly details?: unknown;
  readonly statusDetails?: readonly object[];
}

/** Rows of each page, asked with too large a page, until there is no token. */
async function pages(options: object): Promise<readonly number[]> {
  const client = clientOf(JobService, options);
  const sizes: number[] = [];
  let request: object | null = { parent: 'projects/ml-project-1/locations/us-central1', pageSize: 1000 };
  while (request !== null) {
    const [rows, next] = await call(client, 'listCustomJobs', request, { autoPaginate: false });
    sizes.push(Array.isArray(rows) ? rows.length : -1);
    request = typeof next === 'object' ? next : null;
  }
  return sizes;
}

/** Errors of each sort; the fake has a fault for each method. */
async function failures(options: object): Promise<JsonObject> {
  const { parent } = input;
  const name = `${parent}/models/1`;
  const [jobs, models, pipelines] = [
    clientOf(JobService, options),
    clientOf(ModelService, options),
    clientOf(PipelineService, options),
  ];
  return {
    missing: await failureOf(jobs, 'getCustomJob', { name: `${parent}/customJobs/77` }),
    disabled: await failureOf(models, 'getModel', { name }),
    denied: await failureOf(models, 'listModelVersions', { name }, { autoPaginate: false }),
    quota: await failureOf(pipelines, 'getPipelineJob', { name: `${parent}/pipelineJobs/1` }),
    away: await failureOf(pipelines, 'getTrainingPipeline', { name: `${parent}/trainingPipelines/1` }),
    reset: await failureOf(clientOf(EndpointService, options), 'getEndpoint', { name: `${parent}/endpoints/1` }),
    hang: await failureOf(
      clientOf(TensorboardService, options),
      'getTensorboard',
      { name: `${parent}/tensorboards/1` },
      { timeout: 500 },
    ),
    html: await failureOf(clientOf(PersistentResourceService, options), 'getPersistentResource', {
      name: `${parent}/persistentResources/1`,
    }),
    truncated: await failureOf(jobs, 'getCustomJob', { name: `${parent}/customJobs/1011886354607327928` }),
    empty: await failureOf(jobs, 'getHyperparameterTuningJob', { name: `${parent}/hyperparameterTuningJobs/1` }),
    token: await failureOf(
      new JobService({ ...options, authClient: clientFor(input.expiredToken) }),
      'listCustomJobs',
      { parent },
      { autoPaginate: false },
    ),
    filter: await failureOf(jobs, 'listCustomJobs', { parent, filter: 'nothing=1' }, { autoPaginate: false }),
  };
}

/** By Google's own host names, through the proxy. */
async function throughProxy(): Promise<JsonObject> {
  process.env['https_proxy'] = input.proxy;
  const regional = (location: string) => ({ ...common, apiEndpoint: `${location}-aiplatform.googleapis.com` });
  const [own] = await call(new JobService(regional('europe-west4')), 'listCustomJobs', { parent: input.parent });
  const request = [{ parent: input.parent }, { autoPaginate: false }] as const;
  const other = await failureOf(new JobService(regional('us-central1')), 'listCustomJobs', ...request);
  const globalHost = { ...common, apiEndpoint: 'aiplatform.googleapis.com' };
  const worldwide = await failureOf(new JobService(globalHost), 'listCustomJobs', ...request);
  delete process.env['https_proxy'];
  return { own: Array.isArray(own) ? own.length : -1, other, worldwide };
}

async function main(): Promise<void> {
  const [masked] = await call(clientOf(JobService, overGrpc), 'listCustomJobs', {
    parent: input.parent,
    readMask: { paths: ['name', 'create_time'] },
  });
  const cleartext = {
    ...common,
    apiEndpoint: '127.0.0.1',
    port: input.grpcPort,
    sslCreds: credentials.createInsecure(),
  };
  const [unsecured] = await call(new JobService(cleartext), 'listCustomJobs', { parent: input.parent });
  const [first]: readonly { displayName?: string; createTime?: object }[] = Array.isArray(masked) ? masked : [];
  const found = {
    lists: { grpc: await listAll(overGrpc), rest: await listAll(overRest) },
    pages: { grpc: await pages(overGrpc), rest: await pages(overRest) },
    failures: { grpc: await failures(overGrpc), rest: await failures(overRest) },
    masked: { displayName: first?.displayName ?? '?', hasTime: first?.createTime !== undefined },
    unsecured: Array.isArray(unsecured) ? unsecured.length : -1,
    proxy: await throughProxy(),
  };
  process.stdout.write(JSON.stringify(found), () => process.exit(0));
}

await main();
