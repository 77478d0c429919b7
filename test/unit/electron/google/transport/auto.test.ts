import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiFailure } from '../../../../../electron/google/transport/api-failure.ts';
import type { GoogleTransport, TransportNotice } from '../../../../../electron/google/transport/transport.ts';
import { buildEstate } from '../../../../doubles/google/build-estate.ts';
import { startFakeGoogle } from '../../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../../doubles/google/start.ts';
import { credentialsFor, transportTo, VERTEX } from './transport-to.ts';

const PARENT = 'projects/ml-project-1/locations/us-central1';
const JOBS = 'gcp-ai-platform-custom-job';

let fake: FakeGoogle;
let notices: TransportNotice[];
let transport: GoogleTransport;

beforeAll(async () => {
  // Loading Google's client takes seconds on a busy machine, which is not what the short deadlines here are about.
  const warm = await startFakeGoogle({ estate: buildEstate({ projects: 1, locations: 1, jobsPerLocation: 1 }) });
  const reader = transportTo(warm, 'grpc');
  await Promise.allSettled([reader.listPage({ kind: JOBS, parent: PARENT })]);
  await reader.close();
  await warm.close();
}, 30_000);

beforeEach(async () => {
  notices = [];
  fake = await startFakeGoogle({
    estate: buildEstate({ projects: 1, locations: ['us-central1'], jobsPerLocation: 3 }),
  });
  transport = transportTo(fake, 'auto', { onNotice: (notice) => notices.push(notice), limits: { retries: 1 } });
});

afterEach(async () => {
  await transport.close();
  await fake.close();
});

async function listJobs(reader = transport): Promise<number | string> {
  try {
    return (await reader.listPage({ kind: JOBS, parent: PARENT })).items.length;
  } catch (error) {
    return error instanceof ApiFailure ? error.failure.status : 'not an ApiFailure';
  }
}

const transports = (): readonly string[] => [
  ...new Set(fake.calls.all({ service: VERTEX }).map((call) => call.transport)),
];

describe('auto', () => {
  it('is gRPC where gRPC is answered', async () => {
    expect(await listJobs()).toBe(3);
    expect([transports(), notices]).toStrictEqual([['grpc'], []]);
  });

  it('stays with gRPC once it was answered, also by an error', async () => {
    fake.faults.add({ calls: [1], fault: { kind: 'denied' } });
    expect(await listJobs()).toBe('denied');
    fake.faults.add({ transport: 'grpc', fault: { kind: 'reset' } });
    expect(await listJobs()).toBe('unavailable');
    expect([transports(), notices]).toStrictEqual([['grpc'], []]);
  });

  it('is REST where gRPC gets no answer and REST does, and says so once', async () => {
    fake.faults.add({ transport: 'grpc', fault: { kind: 'reset' } });
    expect(await Promise.all([listJobs(), listJobs(), listJobs()])).toStrictEqual([3, 3, 3]);
    expect(notices).toStrictEqual([{ type: 'grpc-unreachable', reason: expect.any(String) }]);
    fake.faults.clear();
    const before = fake.calls.count({ transport: 'grpc' });
    expect(await listJobs()).toBe(3);
    expect(fake.calls.count({ transport: 'grpc' })).toBe(before);
  });

  it('is REST where gRPC is left to wait', async () => {
    fake.faults.add({ transport: 'grpc', fault: { kind: 'hang' } });
    expect(await listJobs()).toBe(3);
    expect(notices).toStrictEqual([{ type: 'grpc-unreachable', reason: 'Not done within 2 seconds.' }]);
  });

  it('decides nothing where neither is answered', async () => {
    fake.faults.add({ fault: { kind: 'reset' } });
    expect(await listJobs()).toBe('unavailable');
    expect(notices).toStrictEqual([]);
    fake.faults.clear();
    expect(await listJobs()).toBe(3);
    expect(fake.calls.all({ service: VERTEX }).at(-1)?.transport).toBe('grpc');
  });
});

it('is REST from the start where the address set for Vertex AI is not TLS', async () => {
  const plain = transportTo(fake, 'auto', {
    credentials: credentialsFor(fake, { vertex: fake.rest }),
    onNotice: (notice) => notices.push(notice),
  });
  expect(await listJobs(plain)).toBe(3);
  expect([transports(), notices]).toStrictEqual([['rest'], [{ type: 'grpc-needs-tls' }]]);
  await plain.close();
});

it('refuses gRPC there, and sends no token', async () => {
  const plain = transportTo(fake, 'grpc', { credentials: credentialsFor(fake, { vertex: fake.rest }) });
  expect(await listJobs(plain)).toBe('endpoint-refused');
  expect(fake.calls.count()).toBe(0);
  await plain.close();
});
