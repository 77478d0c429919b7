import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SYSTEM_CLOCK } from '../../../../../electron/google/transport/clock.ts';
import { ApiFailure } from '../../../../../electron/google/transport/api-failure.ts';
import type { GoogleTransport } from '../../../../../electron/google/transport/transport.ts';
import { sampleEstate } from '../../../../doubles/google/sample-estate.ts';
import { startFakeGoogle } from '../../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../../doubles/google/start.ts';
import type { Fault } from '../../../../doubles/google/faults.ts';
import { credentialsFor, transportTo, VERTEX } from './transport-to.ts';

const PARENT = 'projects/tidewater-ml-prod/locations/europe-west4';
const NUMBER = '418820347715';
const JOBS = 'gcp-ai-platform-custom-job';

let fake: FakeGoogle;
let grpc: GoogleTransport;
let rest: GoogleTransport;

beforeAll(async () => {
  fake = await startFakeGoogle({ estate: sampleEstate() });
  grpc = transportTo(fake, 'grpc', { limits: { retries: 1 } });
  rest = transportTo(fake, 'rest', { limits: { retries: 1 } });
});

afterAll(async () => {
  await Promise.all([grpc.close(), rest.close()]);
  await fake.close();
});

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  const [result] = await Promise.allSettled([promise]);
  const reason: unknown = result.status === 'rejected' ? result.reason : result.value;
  return reason instanceof ApiFailure ? reason.failure : reason;
}

/** The failure of a list of jobs over both transports, which must be the same. */
async function met(fault: Fault, call: (transport: GoogleTransport) => Promise<unknown> = listJobs): Promise<unknown> {
  fake.faults.clear();
  fake.faults.add({ service: VERTEX, fault });
  const [overGrpc, overRest] = await Promise.all([failureOf(call(grpc)), failureOf(call(rest))]);
  fake.faults.clear();
  expect(overGrpc).toStrictEqual(overRest);
  return overGrpc;
}

function listJobs(transport: GoogleTransport): Promise<unknown> {
  return transport.listPage({ kind: JOBS, parent: PARENT });
}

describe('what Google answers means the same over gRPC and REST', () => {
  it('an API that is not enabled', async () => {
    const activationUrl = `https://console.developers.google.com/apis/api/${VERTEX}/overview?project=${NUMBER}`;
    expect(await met({ kind: 'disabled' })).toStrictEqual({
      service: VERTEX,
      message: expect.stringContaining('it is disabled'),
      status: 'api-disabled',
      consumer: `projects/${NUMBER}`,
      activationUrl,
    });
  });

  it('a permission that is missing', async () => {
    expect(await met({ kind: 'denied' })).toStrictEqual({
      service: VERTEX,
      message: expect.stringContaining('denied on resource'),
      status: 'denied',
      permission: 'aiplatform.customJobs.list',
      resource: PARENT,
    });
  });

  it('credentials without a project that pays', async () => {
    const failure = { service: VERTEX, message: expect.any(String), status: 'quota-project-required' };
    expect(await met({ kind: 'quota-project' })).toStrictEqual(failure);
  });

  it('too many calls', async () => {
    expect(await met({ kind: 'quota', retryAfterSeconds: 3 })).toStrictEqual({
      service: VERTEX,
      message: expect.stringContaining('Quota exceeded'),
      status: 'quota',
      retryAfterSeconds: 3,
      metric: 'aiplatform.googleapis.com/default_requests',
      limit: '600',
    });
  });

  it.each([['UNAVAILABLE'], ['INTERNAL'], ['DEADLINE_EXCEEDED'], ['UNKNOWN']] as const)(
    'a server that fails: %s',
    async (status) => {
      expect(await met({ kind: 'error', status, message: 'try later' })).toStrictEqual({
        service: VERTEX,
        message: 'try later',
        status: 'unavailable',
        contact: 'answered',
      });
    },
  );

  it('a resource that is not there', async () => {
    const get = (transport: GoogleTransport) => transport.get({ service: VERTEX, path: `v1/${PARENT}/customJobs/1` });
    const failure = { service: VERTEX, message: 'The CustomJob does not exist.', status: 'not-found' };
    expect(await met({ kind: 'delay', milliseconds: 0 }, get)).toStrictEqual(failure);
  });

  it('a region that is not offered', async () => {
    const list = (transport: GoogleTransport) =>
      transport.listPage({ kind: JOBS, parent: 'projects/tidewater-ml-prod/locations/me-west1' });
    const failure = { service: VERTEX, message: 'Unsupported region `me-west1`.', status: 'not-offered' };
    expect(await met({ kind: 'delay', milliseconds: 0 }, list)).toStrictEqual(failure);
  });

  it('a project that nobody has', async () => {
    const list = (transport: GoogleTransport) =>
      transport.listPage({ kind: JOBS, parent: 'projects/tidewater-typo/locations/europe-west4' });
    expect(await met({ kind: 'delay', milliseconds: 0 }, list)).toStrictEqual({
      service: VERTEX,
      message: 'Permission denied on resource project tidewater-typo.',
      status: 'project-unknown',
      project: 'tidewater-typo',
    });
  });

  it('a filter that is not understood', async () => {
    const list = (transport: GoogleTransport) =>
      transport.listPage({ kind: JOBS, parent: PARENT, filter: 'nothing=1' });
    expect(await met({ kind: 'delay', milliseconds: 0 }, list)).toStrictEqual({
      service: VERTEX,
      message: 'Invalid filter: field "nothing" cannot be used in a filter.',
      status: 'invalid',
      field: 'filter',
    });
  });

  it('a page token that is too old', async () => {
    const list = async (transport: GoogleTransport) => {
      const { nextPageToken = '' } = await transport.listPage({ kind: JOBS, parent: PARENT, pageSize: 5 });
      fake.expirePageTokens();
      return await transport.listPage({ kind: JOBS, parent: PARENT, pageSize: 5, pageToken: nextPageToken });
    };
    const failure = { service: VERTEX, message: expect.any(String), status: 'page-token-expired' };
    expect(await failureOf(list(grpc))).toStrictEqual(failure);
    expect(await failureOf(list(rest))).toStrictEqual(failure);
  });

  it('an answer without a body', async () => {
    expect(await met({ kind: 'empty' })).toMatchObject({ status: 'malformed', reason: 'empty' });
  });
});

describe('what breaks on the way', () => {
  const onBoth = async (fault: Fault): Promise<readonly unknown[]> => {
    fake.faults.clear();
    fake.faults.add({ service: VERTEX, fault });
    const failures = await Promise.all([failureOf(listJobs(grpc)), failureOf(listJobs(rest))]);
    fake.faults.clear();
    return failures;
  };

  it('a connection that is cut', async () => {
    expect(await onBoth({ kind: 'reset' })).toStrictEqual([
      expect.objectContaining({ status: 'unavailable', contact: 'lost' }),
      expect.objectContaining({ status: 'unavailable', contact: 'lost' }),
    ]);
  });

  it('an answer that ends early', async () => {
    expect(await onBoth({ kind: 'truncated' })).toStrictEqual([
      expect.objectContaining({ status: 'unavailable', contact: 'lost' }),
      expect.objectContaining({ status: 'malformed', reason: 'truncated' }),
    ]);
  });

  it('a page of a proxy', async () => {
    expect(await onBoth({ kind: 'html' })).toStrictEqual([
      { service: VERTEX, message: 'Received HTTP status code 502', status: 'unavailable', contact: 'answered' },
      {
        service: VERTEX,
        message: `${VERTEX} was asked, and something else answered with the HTTP status 502 and no error of the API.`,
        status: 'unavailable',
        contact: 'answered',
      },
    ]);
  });

  it('a call that is never answered', async () => {
    fake.faults.add({ service: VERTEX, fault: { kind: 'hang' } });
    const hasty = [
      transportTo(fake, 'grpc', { limits: { retries: 0, attempt: 300 }, clock: SYSTEM_CLOCK }),
      transportTo(fake, 'rest', { limits: { retries: 0, attempt: 300 }, clock: SYSTEM_CLOCK }),
    ];
    const failure = {
      service: VERTEX,
      message: `${VERTEX} gave no answer within 0.3 seconds.`,
      status: 'timeout',
      milliseconds: 300,
    };
    expect(await Promise.all(hasty.map((transport) => failureOf(listJobs(transport))))).toStrictEqual([
      failure,
      failure,
    ]);
    await Promise.all(hasty.map((transport) => transport.close()));
    fake.faults.clear();
  });

  it('an answer larger than the limit', async () => {
    const limits = { answerBytes: 5000 };
    const small = [transportTo(fake, 'grpc', { limits }), transportTo(fake, 'rest', { limits })];
    const message = `The answer of ${VERTEX} is larger than the limit.`;
    const failure = { service: VERTEX, message, status: 'malformed', reason: 'too-large' };
    expect(await Promise.all(small.map((transport) => failureOf(listJobs(transport))))).toStrictEqual([
      failure,
      failure,
    ]);
    await Promise.all(small.map((transport) => transport.close()));
  });

  it('the certificate of nobody known, and nothing that listens', async () => {
    const strangers = [
      transportTo(fake, 'grpc', { limits: { retries: 0 }, certificates: [] }),
      transportTo(fake, 'rest', { limits: { retries: 0 }, certificates: [] }),
    ];
    const nobody = credentialsFor(fake, { vertex: 'https://localhost:9/' });
    const deaf = [
      transportTo(fake, 'grpc', { limits: { retries: 0 }, credentials: nobody }),
      transportTo(fake, 'rest', { limits: { retries: 0 }, credentials: nobody }),
    ];
    const failures = await Promise.all([...strangers, ...deaf].map((transport) => failureOf(listJobs(transport))));
    const unreached = expect.objectContaining({ status: 'unavailable', contact: 'none' });
    expect(failures).toStrictEqual([unreached, unreached, unreached, unreached]);
    await Promise.all([...strangers, ...deaf].map((transport) => transport.close()));
  });
});

it('ends a call within 100 ms of being cancelled, and its connection’s stream too', async () => {
  fake.faults.add({ service: VERTEX, fault: { kind: 'hang' } });
  for (const transport of [grpc, rest]) {
    const stop = new AbortController();
    const call = failureOf(transport.listPage({ kind: JOBS, parent: PARENT, signal: stop.signal }));
    await vi.waitFor(() => expect(fake.calls.inFlight()).toBe(1));
    const begun = performance.now();
    stop.abort();
    expect(await call).toStrictEqual({ service: VERTEX, message: 'The call was cancelled.', status: 'cancelled' });
    expect(performance.now() - begun).toBeLessThan(100);
    await vi.waitFor(() => expect(fake.calls.inFlight()).toBe(0));
  }
  fake.faults.clear();
});
