import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Server, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiFailure } from '../../../../../electron/google/transport/api-failure.ts';
import type { GoogleTransport } from '../../../../../electron/google/transport/transport.ts';
import { sampleEstate } from '../../../../doubles/google/sample-estate.ts';
import { startFakeGoogle } from '../../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../../doubles/google/start.ts';
import { credentialsFor, hastyClock, transportTo, VERTEX } from './transport-to.ts';

const COMPUTE = 'compute.googleapis.com';
const STORAGE = 'storage.googleapis.com';
const PROJECTS = 'cloudresourcemanager.googleapis.com';
const BUCKET = 'storage/v1/b/tidewater-clickstream';

let fake: FakeGoogle;
let transport: GoogleTransport;

beforeEach(async () => {
  fake = await startFakeGoogle({ estate: sampleEstate() });
  transport = transportTo(fake, 'rest');
});

afterEach(async () => {
  await transport.close();
  await fake.close();
});

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  const [result] = await Promise.allSettled([promise]);
  const reason: unknown = result.status === 'rejected' ? result.reason : result.value;
  return reason instanceof ApiFailure ? reason.failure : reason;
}

describe('other APIs', () => {
  it('gives a resource as its API writes it', async () => {
    const bucket = fake.world.get('//storage.googleapis.com/tidewater-clickstream');
    expect(await transport.get({ service: STORAGE, path: BUCKET, query: { projection: 'noAcl' } })).toStrictEqual(
      bucket?.data,
    );
    const [call] = fake.calls.all({ service: STORAGE });
    expect(call?.parameters).toStrictEqual({ projection: 'noAcl' });
  });

  it('lists page by page, and an empty list without a key', async () => {
    const call = {
      service: COMPUTE,
      path: 'compute/v1/projects/tidewater-ml-dev/global/firewalls',
      collectionKey: 'items',
    };
    const first = await transport.list({ ...call, query: { maxResults: '1' } });
    const { nextPageToken = '' } = first;
    const second = await transport.list({ ...call, query: { maxResults: '1' }, pageToken: nextPageToken });
    const all = await transport.list(call);
    expect([...first.items, ...second.items]).toStrictEqual(all.items);
    expect(all).not.toHaveProperty('nextPageToken');
    const none = {
      service: COMPUTE,
      path: 'compute/v1/projects/tidewater-security/global/firewalls',
      collectionKey: 'items',
    };
    expect(await transport.list(none)).toStrictEqual({ items: [] });
  });

  it('lists over all regions where Compute groups by region', async () => {
    const path = 'compute/v1/projects/tidewater-net-host/aggregated/subnetworks';
    const { items } = await transport.list({ service: COMPUTE, path, collectionKey: 'items' });
    expect(items.map(({ name }) => name)).toStrictEqual(['ml-training-ew4']);
  });

  it('posts what reads, and nothing else', async () => {
    const path = 'v3/projects/tidewater-ml-prod';
    const body = { options: { requestedPolicyVersion: 3 } };
    const policy = await transport.post({ service: PROJECTS, path: `${path}:getIamPolicy`, body });
    expect(policy).toHaveProperty('bindings');
    expect(
      await failureOf(transport.post({ service: PROJECTS, path: `${path}:setIamPolicy`, body: {} })),
    ).toStrictEqual({
      service: PROJECTS,
      message: `${path}:setIamPolicy is not among the methods that only read, so it was not called.`,
      status: 'invalid',
    });
    expect(fake.calls.count({ service: PROJECTS })).toBe(1);
  });

  it('understands errors of the older form', async () => {
    const network = { service: COMPUTE, path: 'compute/v1/projects/tidewater-net-host/global/networks/nothing' };
    expect(await failureOf(transport.get(network))).toMatchObject({ service: COMPUTE, status: 'not-found' });
    fake.faults.add({ service: COMPUTE, fault: { kind: 'denied', permission: 'compute.networks.get' } });
    expect(await failureOf(transport.get(network))).toMatchObject({
      status: 'denied',
      permission: 'compute.networks.get',
    });
    fake.faults.clear();
    fake.faults.add({ service: COMPUTE, fault: { kind: 'disabled' } });
    expect(await failureOf(transport.get(network))).toMatchObject({ status: 'api-disabled' });
  });
});

describe('a bucket whose readers pay', () => {
  beforeEach(() => {
    const name = '//storage.googleapis.com/tidewater-clickstream';
    const bucket = fake.world.get(name);
    fake.world.put({ name, assetType: '', data: { ...bucket?.data, billing: { requesterPays: true } } });
  });

  it('is read at the expense of the quota project, or else the project', async () => {
    await transport.get({ service: STORAGE, path: BUCKET });
    const other = transportTo(fake, 'rest', {
      credentials: credentialsFor(fake, {
        describe: () => ({ project: 'tidewater-ml-prod', quotaProject: 'tidewater-ml-dev' }),
      }),
    });
    await other.get({ service: STORAGE, path: BUCKET });
    await other.close();
    const payers = fake.calls.all({ service: STORAGE }).map(({ parameters }) => parameters['userProject']);
    expect(payers).toStrictEqual([undefined, 'tidewater-ml-prod', undefined, 'tidewater-ml-dev']);
  });

  it('is not read where there is no project', async () => {
    const poor = transportTo(fake, 'rest', { credentials: credentialsFor(fake, { describe: () => ({}) }) });
    expect(await failureOf(poor.get({ service: STORAGE, path: BUCKET }))).toStrictEqual({
      service: STORAGE,
      message: 'Bucket is a requester pays bucket but no user project provided.',
      status: 'user-project-required',
    });
    await poor.close();
    expect(fake.calls.count({ service: STORAGE })).toBe(1);
  });
});

it('tries again what passes, after pauses, as long as the API asked', async () => {
  const pauses: number[] = [];
  const patient = transportTo(fake, 'rest', { clock: hastyClock(pauses) });
  fake.faults.add({ service: STORAGE, calls: [1], fault: { kind: 'error', status: 'UNAVAILABLE' } });
  fake.faults.add({ service: STORAGE, calls: [2], fault: { kind: 'reset' } });
  fake.faults.add({ service: STORAGE, calls: [3], fault: { kind: 'truncated' } });
  fake.faults.add({ service: STORAGE, calls: [4], fault: { kind: 'quota', retryAfterSeconds: 2 } });
  expect(await patient.get({ service: STORAGE, path: BUCKET })).toMatchObject({ name: 'tidewater-clickstream' });
  expect(pauses).toStrictEqual([250, 500, 1000, 4000]);
  await patient.close();
});

it('makes no more than eight calls of one API at once', async () => {
  fake.faults.add({ fault: { kind: 'delay', milliseconds: 20 } });
  await Promise.all(Array.from({ length: 30 }, () => transport.get({ service: STORAGE, path: BUCKET })));
  expect([fake.calls.count({ service: STORAGE }), fake.calls.maxInFlight(STORAGE)]).toStrictEqual([30, 8]);
});

describe('a server that is not Google', () => {
  let server: Server;
  let respond: (response: ServerResponse) => void;
  let asked: (string | undefined)[];
  let call: { readonly service: string; readonly path: string };
  let reader: GoogleTransport;

  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(request.headers.authorization);
      respond(response);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const overrides = new Map([[STORAGE, new URL(`http://127.0.0.1:${port}/`)]]);
    reader = transportTo(fake, 'rest', {
      credentials: credentialsFor(fake, { endpointOverrides: overrides }),
      limits: { answerBytes: 1000, retries: 0 },
    });
    call = { service: STORAGE, path: BUCKET };
  });

  afterEach(async () => {
    await reader.close();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  });

  function answer(status: number, body: string, headers: Record<string, string> = {}): void {
    respond = (response) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  }

  it.each([
    ['a login page', 200, '<html>', { 'content-type': 'text/html' }, 'not-json'],
    ['too much', 200, `{"a":"${'x'.repeat(2000)}"}`, {}, 'too-large'],
    ['a list', 200, '[]', {}, 'wrong-shape'],
    ['half of it', 200, '{"a":', {}, 'truncated'],
    ['nothing', 200, '', {}, 'empty'],
    ['a refusal that is not of the API', 403, 'no', { 'content-type': 'text/plain' }, 'not-json'],
  ] as const)('gives %s', async (_name, status, body, headers, reason) => {
    answer(status, body, headers);
    expect(await failureOf(reader.get(call))).toMatchObject({ status: 'malformed', reason });
  });

  it('gives too much without saying how much', async () => {
    respond = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"a":"');
      response.end(`${'x'.repeat(2000)}"}`);
    };
    expect(await failureOf(reader.get(call))).toMatchObject({ status: 'malformed', reason: 'too-large' });
  });

  it('sends elsewhere: the token does not go there', async () => {
    answer(302, '', { location: `${fake.rest}storage/v1/b/tidewater-clickstream` });
    expect(await failureOf(reader.get(call))).toMatchObject({ status: 'malformed', reason: 'not-json' });
    expect([asked.length, fake.calls.count()]).toStrictEqual([1, 0]);
  });

  it('is asked to come again at a time', async () => {
    answer(503, JSON.stringify({ error: { code: 503, message: 'busy', status: 'UNAVAILABLE' } }), {
      'retry-after': new Date(Date.now() + 60_000).toUTCString(),
    });
    expect(await failureOf(reader.get(call))).toStrictEqual({
      service: STORAGE,
      message: 'busy',
      status: 'unavailable',
      contact: 'answered',
    });
  });

  it.each([
    [403, 'rateLimitExceeded', 'quota'],
    [403, 'userRateLimitExceeded', 'quota'],
    [403, 'forbidden', 'denied'],
    [403, 'accessNotConfigured', 'api-disabled'],
    [429, 'rateLimitExceeded', 'quota'],
    [404, 'notFound', 'not-found'],
    [400, 'invalid', 'invalid'],
  ] as const)('answers %i %s in the older form: %s', async (code, reason, status) => {
    answer(code, JSON.stringify({ error: { code, message: 'no', errors: [{ reason, message: 'no' }] } }));
    expect(await failureOf(reader.get(call))).toMatchObject({ service: STORAGE, message: 'no', status });
  });

  it.each([
    [
      'ada@example.com does not have storage.buckets.get access to the Google Cloud Storage bucket.',
      'storage.buckets.get',
    ],
    ["Required 'compute.networks.get' permission for 'projects/p/global/networks/n'", 'compute.networks.get'],
    ["Permission 'iam.serviceAccounts.get' denied on resource (or it may not exist).", 'iam.serviceAccounts.get'],
  ])('names the permission in a sentence: %s', async (message, permission) => {
    answer(403, JSON.stringify({ error: { code: 403, message, errors: [{ reason: 'forbidden' }] } }));
    expect(await failureOf(reader.get(call))).toStrictEqual({
      service: STORAGE,
      message,
      status: 'denied',
      permission,
    });
  });
});

it('goes on after a token that has expired', async () => {
  const old = fake.tokens.issue({ email: 'reviewer@example.com' }, -1);
  let token = old;
  const credentials = credentialsFor(fake, {
    headers: async () => await Promise.resolve({ authorization: `Bearer ${token}` }),
    async refresh() {
      token = await Promise.resolve(fake.accessToken);
    },
  });
  for (const kind of ['grpc', 'rest'] as const) {
    token = old;
    const reader = transportTo(fake, kind, { credentials });
    const { items } = await reader.listPage({
      kind: 'gcp-ai-platform-custom-job',
      parent: 'projects/tidewater-ml-prod/locations/europe-west4',
    });
    expect(items).toHaveLength(22);
    await reader.close();
  }
  const [refused, accepted] = fake.calls.all({ service: VERTEX, transport: 'grpc' });
  expect([refused?.principal, accepted?.principal]).toStrictEqual([undefined, 'reviewer@example.com']);
});
