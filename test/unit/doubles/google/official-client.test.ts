import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JsonObject } from '../../../../shared/json.ts';
import { buildEstate } from '../../../doubles/google/build-estate.ts';
import type { FaultRule } from '../../../doubles/google/faults.ts';
import { sampleEstate } from '../../../doubles/google/sample-estate.ts';
import { startFakeGoogle } from '../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../doubles/google/start.ts';
import type { ProgramInput } from './official-client-program.ts';

const PROGRAM = fileURLToPath(new URL('official-client-program.ts', import.meta.url));
const PARENT = 'projects/tidewater-ml-prod/locations/europe-west4';

const FAULTS: readonly FaultRule[] = [
  // The program gets a job that is missing and then one that is there, over gRPC and again over REST.
  { method: 'GetCustomJob', calls: [2, 4], fault: { kind: 'truncated' } },
  { method: 'GetModel', fault: { kind: 'disabled' } },
  { method: 'ListModelVersions', fault: { kind: 'denied' } },
  { method: 'GetPipelineJob', fault: { kind: 'quota', retryAfterSeconds: 3 } },
  { method: 'GetTrainingPipeline', fault: { kind: 'error', status: 'UNAVAILABLE' } },
  { method: 'GetEndpoint', fault: { kind: 'reset' } },
  { method: 'GetTensorboard', fault: { kind: 'hang' } },
  { method: 'GetPersistentResource', fault: { kind: 'html' } },
  { method: 'GetHyperparameterTuningJob', fault: { kind: 'empty' } },
];

/** What the program printed. */
interface ProgramOutput {
  readonly lists: { readonly grpc: Record<string, readonly JsonObject[]>; readonly rest: JsonObject };
  readonly pages: JsonObject;
  readonly failures: { readonly grpc: Record<string, JsonObject>; readonly rest: Record<string, JsonObject> };
  readonly masked: JsonObject;
  readonly unsecured: number;
  readonly proxy: { readonly own: number; readonly other: JsonObject; readonly worldwide: JsonObject };
}

/** The client writes whole seconds with a fraction. */
function withWholeSeconds(data: JsonObject): JsonObject {
  const text: string = JSON.stringify(data).replaceAll(/(T\d\d:\d\d:\d\d)\.0+Z"/gu, '$1Z"');
  const copy: JsonObject = JSON.parse(text);
  return copy;
}

let fake: FakeGoogle;
let folder: string;
let output: ProgramOutput;

beforeAll(async () => {
  const [sample, built] = [
    sampleEstate(),
    buildEstate({ projects: 1, locations: ['us-central1'], jobsPerLocation: 250 }),
  ];
  fake = await startFakeGoogle({
    estate: { projects: [...sample.projects, ...built.projects], documents: [...sample.documents, ...built.documents] },
    faults: FAULTS,
  });
  folder = await mkdtemp(join(tmpdir(), 'fake-google-'));
  const trusted = join(folder, 'ca.pem');
  await writeFile(trusted, fake.tls.ca);
  const expiredToken = fake.tokens.issue({ email: 'late@example.com' }, 0);
  const restPort = Number(new URL(fake.rest).port);
  const ports = { tlsPort: fake.tls.port, grpcPort: fake.grpc.port, restPort };
  const input: ProgramInput = { ...ports, proxy: fake.proxy, token: fake.accessToken, expiredToken, parent: PARENT };
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', PROGRAM, JSON.stringify(input)], {
    env: { PATH: process.env['PATH'], HOME: folder, GRPC_DEFAULT_SSL_ROOTS_FILE_PATH: trusted },
    maxBuffer: 50_000_000,
    timeout: 100_000,
  });
  output = JSON.parse(stdout);
}, 120_000);

afterAll(async () => {
  await fake.close();
  await rm(folder, { recursive: true, force: true });
});

it('gives the official client the same JSON over gRPC as over REST, for every list', () => {
  expect(
    Object.fromEntries(Object.entries(output.lists.grpc).map(([method, rows]) => [method, rows.length])),
  ).toStrictEqual({
    listCustomJobs: 22,
    listHyperparameterTuningJobs: 1,
    listModels: 3,
    listTrainingPipelines: 8,
    listPipelineJobs: 3,
    listEndpoints: 1,
    listPersistentResources: 1,
    listTensorboards: 1,
  });
  expect(output.lists.grpc).toStrictEqual(output.lists.rest);
});

it('gives it the documents of the estate, whole', () => {
  const parent = '//aiplatform.googleapis.com/projects/418820347715/locations/europe-west4';
  const documents = fake.world.list(parent, 'customJobs').map(({ data }) => data);
  // The client adds the values that proto3 does not send.
  expect(output.lists.grpc['listCustomJobs']?.map(withWholeSeconds)).toMatchObject(documents.map(withWholeSeconds));
});

it('caps its pages at 100 and ends without a token', () => {
  expect(output.pages).toStrictEqual({ grpc: [100, 100, 50], rest: [100, 100, 50] });
});

it('sends only the fields of a read mask over gRPC', () => {
  expect(output.masked).toStrictEqual({ displayName: '', hasTime: true });
});

it('lets a client without TLS list over gRPC', () => {
  expect(output.unsecured).toBe(22);
});

it('gives errors with code, reason and details over gRPC', () => {
  expect(output.failures.grpc).toMatchObject({
    missing: { code: 5, text: 'The CustomJob does not exist.', details: [] },
    disabled: { code: 7, reason: 'SERVICE_DISABLED', details: ['domain,metadata,reason', 'locale,message', 'links'] },
    denied: {
      code: 7,
      reason: 'IAM_PERMISSION_DENIED',
      text: `Permission 'aiplatform.models.list' denied on resource '//aiplatform.googleapis.com/${PARENT}/models/1' (or it may not exist).`,
    },
    quota: { code: 8, reason: 'RATE_LIMIT_EXCEEDED', details: ['domain,metadata,reason', 'retryDelay'] },
    away: { code: 14, text: 'unavailable.' },
    reset: { code: 14, text: 'Connection dropped' },
    hang: { code: 4 },
    html: { code: 14, text: 'Received HTTP status code 502' },
    truncated: { code: 13 },
    empty: { code: 12 },
    token: { code: 16 },
    filter: { code: 3, details: ['fieldViolations'] },
  });
});

it('gives the same codes and reasons over REST', () => {
  const reasons = (failures: Record<string, JsonObject>) =>
    ['missing', 'disabled', 'denied', 'quota', 'away', 'token', 'filter'].map((key) => [
      key,
      failures[key]?.['code'],
      failures[key]?.['reason'],
    ]);
  expect(reasons(output.failures.rest)).toStrictEqual(reasons(output.failures.grpc));
});

it('fails the REST client too where the connection, the body or the server does', () => {
  const { reset, hang, html, truncated, empty } = output.failures.rest;
  expect([reset, hang, html, truncated, empty].map((failure) => failure?.['code'])).toStrictEqual([14, 4, 13, 14, 14]);
});

it('serves each region at its own host name only', () => {
  expect(output.proxy).toMatchObject({
    own: 22,
    other: { code: 3, text: expect.stringContaining('The valid location ID is `us-central1`.') },
    worldwide: { code: 3, text: expect.stringContaining('The valid location ID is `global`.') },
  });
  expect(new Set(fake.proxied)).toStrictEqual(
    new Set([
      'europe-west4-aiplatform.googleapis.com:443',
      'us-central1-aiplatform.googleapis.com:443',
      'aiplatform.googleapis.com:443',
    ]),
  );
});

it('records the quota project of both transports', () => {
  const payers = (['grpc', 'rest'] as const).map(
    (transport) => fake.calls.all({ method: 'ListModels', transport })[0]?.userProject,
  );
  expect(payers).toStrictEqual(['tidewater-ml-dev', 'tidewater-ml-dev']);
});
