import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../../../shared/json.ts';
import { gcloudEnvironment } from '../../../doubles/google/gcloud-environment.ts';
import { sampleEstate } from '../../../doubles/google/sample-estate.ts';
import { startFakeGoogle } from '../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../doubles/google/start.ts';

const run = promisify(execFile);
const isInstalled =
  process.platform !== 'win32' && spawnSync('gcloud', ['--version'], { timeout: 30_000 }).status === 0;
const reason = isInstalled ? '' : ' (skipped: gcloud is not installed here)';

const PROJECT = 'tidewater-ml-prod';
const REGION = '--region=europe-west4';
const ACCOUNT = 'forecast-trainer@tidewater-ml-prod.iam.gserviceaccount.com';
const NAME = 'projects/418820347715/locations/europe-west4';

let fake: FakeGoogle;
let folder: string;

beforeAll(async () => {
  fake = await startFakeGoogle({
    estate: sampleEstate(),
    faults: [
      { method: 'ListEndpoints', fault: { kind: 'denied' } },
      { method: 'ListModels', calls: [1], fault: { kind: 'error', status: 'UNAVAILABLE' } },
    ],
  });
  folder = await mkdtemp(join(tmpdir(), 'fake-google-'));
  await writeFile(join(folder, 'token'), fake.accessToken, { mode: 0o600 });
});

afterAll(async () => {
  await fake.close();
  await rm(folder, { recursive: true, force: true });
});

/** What a command prints with `--format=json`; rejects with `stderr` where it fails. */
async function gcloud(command: string): Promise<JsonValue> {
  const environment = gcloudEnvironment(fake, {
    configurationFolder: join(folder, 'config'),
    tokenFile: join(folder, 'token'),
    project: PROJECT,
  });
  const { stdout } = await run('gcloud', [...command.split(' '), '--format=json'], {
    env: { PATH: process.env['PATH'], HOME: folder, ...environment },
    maxBuffer: 50_000_000,
    timeout: 60_000,
  });
  const value: JsonValue = JSON.parse(stdout);
  return value;
}

/** Number of items of each command's list, in order; two at a time. */
async function gcloudAll(commands: readonly string[]): Promise<readonly JsonValue[]> {
  const results: JsonValue[] = [];
  for (let index = 0; index < commands.length; index += 2) {
    results.push(...(await Promise.all(commands.slice(index, index + 2).map(gcloud))));
  }
  return results;
}

describe.skipIf(!isInstalled)(`the real gcloud against the fake${reason}`, { timeout: 180_000 }, () => {
  it('lists and describes Vertex AI resources, and tries again when the service was away', async () => {
    const [jobs, job, models, tuningJobs] = await gcloudAll([
      `ai custom-jobs list ${REGION}`,
      `ai custom-jobs describe 1011886354607327928 ${REGION}`,
      `ai models list ${REGION}`,
      `ai hp-tuning-jobs list ${REGION}`,
    ]);
    expect([jobs, models, tuningJobs].map((list) => (Array.isArray(list) ? list.length : list))).toStrictEqual([
      22, 3, 1,
    ]);
    expect(job).toStrictEqual(
      fake.world.get(`//aiplatform.googleapis.com/${NAME}/customJobs/1011886354607327928`)?.data,
    );
    expect(fake.calls.count({ method: 'ListModels' })).toBe(2);
  });

  it('reads keys, networks, accounts, projects, buckets and images', async () => {
    const found = await gcloudAll([
      'kms keys describe training --keyring=ml --location=europe-west4 --project=tidewater-security',
      'compute networks describe ml-vpc --project=tidewater-net-host',
      `iam service-accounts describe ${ACCOUNT}`,
      'storage buckets describe gs://tidewater-pipeline-code',
      `projects get-iam-policy ${PROJECT}`,
      `artifacts docker images list europe-west4-docker.pkg.dev/${PROJECT}/training`,
    ]);
    expect(found).toMatchObject([
      { purpose: 'ENCRYPT_DECRYPT' },
      { id: '4410022337766551234' },
      { uniqueId: '11128739711770263820' },
      { name: 'tidewater-pipeline-code' },
      { bindings: expect.any(Array) },
      [{}, {}, {}, {}],
    ]);
  });

  it('lists and searches assets', async () => {
    const [listed, searched] = await gcloudAll([
      `asset list --project=${PROJECT} --content-type=resource --asset-types=iam.googleapis.com/ServiceAccount`,
      'asset search-all-resources --scope=organizations/884210336127 --query=basket --asset-types=iam.googleapis.com/ServiceAccount',
    ]);
    const names = [listed, searched].map((list) =>
      Array.isArray(list)
        ? list
            .map((item: JsonObject) => JSON.stringify(item['name']))
            .toSorted((left, right) => left.localeCompare(right))
        : [],
    );
    expect(names.map((list) => [list.length, list[0]])).toStrictEqual([
      [5, '"//iam.googleapis.com/projects/tidewater-ml-prod/serviceAccounts/10298071140415417190"'],
      [1, '"//iam.googleapis.com/projects/tidewater-ml-prod/serviceAccounts/13755834481260614070"'],
    ]);
  });

  it('impersonates a service account', async () => {
    await gcloud(`ai persistent-resources list ${REGION} --impersonate-service-account=${ACCOUNT}`);
    expect(fake.calls.all({ method: 'ListPersistentResources' }).map(({ principal }) => principal)).toStrictEqual([
      ACCOUNT,
    ]);
  });

  it('understands the fake’s errors', async () => {
    await expect(gcloud(`ai endpoints list ${REGION}`)).rejects.toThrow(
      /aiplatform\.endpoints\.list.*IAM_PERMISSION_DENIED/su,
    );
  });

  it('leaves no log files behind', async () => {
    expect(await readdir(join(folder, 'config'))).not.toContain('logs');
  });
});
