import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildEstate } from '../../../doubles/google/build-estate.ts';
import { startFakeGoogle } from '../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../doubles/google/start.ts';
import { ask } from './fake-client.ts';

const SERVICE = 'aiplatform.googleapis.com';
const JOBS = 'v1/projects/ml-project-1/locations/us-central1/customJobs';
const JOB = `${JOBS}/1000000000000000000`;
const ESTATE = buildEstate({ projects: 2, locations: ['us-central1', 'europe-west4'], jobsPerLocation: 3 });

let fake: FakeGoogle | undefined;

async function start(options: Partial<Parameters<typeof startFakeGoogle>[0]> = {}): Promise<FakeGoogle> {
  fake = await startFakeGoogle({ estate: ESTATE, ...options });
  return fake;
}

afterEach(async () => {
  await fake?.close();
  fake = undefined;
});

describe('error bodies', () => {
  it('say that a job does not exist, without details', async () => {
    const google = await start();
    const answer = await ask(google, `${JOBS}/77`);
    expect(answer.headers.get('server')).toBe('ESF');
    expect(answer.body).toStrictEqual({
      error: { code: 404, message: 'The CustomJob does not exist.', status: 'NOT_FOUND' },
    });
  });

  it('name the permission and the resource where IAM refuses', async () => {
    const google = await start({ faults: [{ method: 'GetCustomJob', fault: { kind: 'denied' } }] });
    expect((await ask(google, JOB)).body).toStrictEqual({
      error: {
        code: 403,
        message: `Permission 'aiplatform.customJobs.get' denied on resource '//${SERVICE}/${JOB.slice(3)}' (or it may not exist).`,
        status: 'PERMISSION_DENIED',
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
            reason: 'IAM_PERMISSION_DENIED',
            domain: SERVICE,
            metadata: { permission: 'aiplatform.customJobs.get', resource: JOB.slice(3) },
          },
        ],
      },
    });
  });

  it('tell how to enable an API that is disabled, with ErrorInfo, a localized message and Help', async () => {
    const google = await start({ faults: [{ fault: { kind: 'disabled' } }] });
    const url = `https://console.developers.google.com/apis/api/${SERVICE}/overview?project=700000000001`;
    expect((await ask(google, JOB)).body['error']).toMatchObject({
      status: 'PERMISSION_DENIED',
      details: [
        { reason: 'SERVICE_DISABLED', metadata: { consumer: 'projects/700000000001', activationUrl: url } },
        { '@type': 'type.googleapis.com/google.rpc.LocalizedMessage' },
        { '@type': 'type.googleapis.com/google.rpc.Help', links: [{ url }] },
      ],
    });
  });

  it('tell a missing quota project apart from a disabled API by the text only', async () => {
    const google = await start({ faults: [{ fault: { kind: 'quota-project' } }] });
    expect((await ask(google, JOB)).body['error']).toMatchObject({
      message: expect.stringContaining('requires a quota project'),
      details: [{ reason: 'SERVICE_DISABLED' }],
    });
  });

  it('say when to come again after too many calls', async () => {
    const google = await start({ faults: [{ fault: { kind: 'quota', retryAfterSeconds: 7 } }] });
    const answer = await ask(google, JOB);
    expect([answer.status, answer.headers.get('retry-after')]).toStrictEqual([429, '7']);
    expect(answer.body['error']).toMatchObject({
      status: 'RESOURCE_EXHAUSTED',
      details: [{ reason: 'RATE_LIMIT_EXCEEDED' }, { retryDelay: '7s' }],
    });
  });

  it('say that a project does not exist as a refusal', async () => {
    const google = await start();
    expect((await ask(google, 'v1/projects/typo/locations/us-central1/customJobs')).body['error']).toMatchObject({
      code: 403,
      details: [{ reason: 'CONSUMER_INVALID' }],
    });
  });

  it('have the older form in Compute and Storage', async () => {
    const google = await start();
    expect((await ask(google, 'storage/v1/b/nobody')).body).toStrictEqual({
      error: {
        code: 404,
        message: 'The specified bucket does not exist.',
        errors: [{ message: 'The specified bucket does not exist.', domain: 'global', reason: 'notFound' }],
      },
    });
    expect((await ask(google, 'compute/v1/projects/ml-project-1/global/networks/x')).body['error']).toMatchObject({
      errors: [{ reason: 'notFound' }],
    });
  });

  it('are Google’s page for an address that no API has', async () => {
    const google = await start();
    const response = await fetch(`${google.rest}v9/<b>`);
    expect([response.status, response.headers.get('content-type')]).toStrictEqual([404, 'text/html; charset=UTF-8']);
    expect(await response.text()).toContain('<title>Error 404 (Not Found)!!1</title>');
  });
});

describe('faults', () => {
  it('meet only the service, method, project and region they name', async () => {
    const google = await start({
      faults: [
        {
          service: SERVICE,
          method: 'ListCustomJobs',
          project: 'ml-project-2',
          location: 'europe-west4',
          fault: { kind: 'denied' },
        },
      ],
    });
    const paths = ['ml-project-1', 'ml-project-2', '700000000002'].flatMap((project) =>
      ['us-central1', 'europe-west4'].map((region) => `v1/projects/${project}/locations/${region}/customJobs`),
    );
    const answers = await Promise.all(paths.map((path) => ask(google, path)));
    expect(answers.map(({ status }) => status)).toStrictEqual([200, 200, 200, 403, 200, 403]);
    expect((await ask(google, 'v1/projects/ml-project-2/locations/europe-west4/models')).status).toBe(200);
  });

  it('meet the calls they are set for', async () => {
    const google = await start({
      faults: [
        { method: 'GetCustomJob', calls: [2], fault: { kind: 'error', status: 'UNAVAILABLE' } },
        { method: 'GetCustomJob', calls: { from: 4, to: 5 }, fault: { kind: 'error', status: 'INTERNAL' } },
      ],
    });
    const seen: number[] = [];
    for (let call = 0; call < 6; call += 1) {
      seen.push((await ask(google, JOB)).status);
    }
    expect(seen).toStrictEqual([200, 503, 200, 500, 500, 200]);
  });

  it('cut the connection, the body, or send no body or a proxy’s page', async () => {
    const google = await start({
      faults: [
        { calls: [1], fault: { kind: 'reset' } },
        { calls: [2], fault: { kind: 'truncated' } },
        { calls: [3], fault: { kind: 'empty' } },
        { calls: [4], fault: { kind: 'html' } },
      ],
    });
    await expect(ask(google, JOB)).rejects.toThrow('fetch failed');
    await expect(ask(google, JOB)).rejects.toThrow(/JSON/u);
    await expect(ask(google, JOB)).rejects.toThrow(/JSON/u);
    const page = await fetch(`${google.rest}${JOB}`);
    expect([page.status, page.headers.get('content-type')]).toStrictEqual([502, 'text/html; charset=UTF-8']);
  });

  it('never answer, or answer late', async () => {
    const google = await start({
      faults: [
        { method: 'GetModel', fault: { kind: 'hang' } },
        { method: 'GetCustomJob', fault: { kind: 'delay', milliseconds: 120 } },
      ],
    });
    const signal = AbortSignal.timeout(150);
    await expect(
      fetch(`${google.rest}v1/projects/ml-project-1/locations/us-central1/models/5`, { signal }),
    ).rejects.toThrow(/timeout/u);
    const began = performance.now();
    expect((await ask(google, JOB)).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(110);
  });

  it('wait until the test lets them go on, and look at the token only then', async () => {
    let release: () => void = () => undefined;
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    const google = await start({ faults: [{ method: 'GetCustomJob', fault: { kind: 'hold', until } }] });
    const answers = [ask(google, JOB), ask(google, JOB)];
    await vi.waitFor(() => expect(google.calls.inFlight()).toBe(2));
    google.tokens.expire(google.accessToken);
    release();
    expect((await Promise.all(answers)).map(({ status }) => status)).toStrictEqual([401, 401]);
  });
});

describe('the record of calls', () => {
  it('counts calls, keeps whose they were, and knows how many were under way at once', async () => {
    const google = await start({ latencyMilliseconds: 60 });
    await Promise.all([1, 2, 3, 4].map(() => ask(google, JOB, { headers: { 'x-goog-user-project': 'payer' } })));
    await ask(google, 'storage/v1/b/ml-project-1-data');
    expect([
      google.calls.count(),
      google.calls.count({ method: 'GetCustomJob', project: '700000000001' }),
    ]).toStrictEqual([5, 4]);
    expect([google.calls.maxInFlight(SERVICE), google.calls.maxInFlight('storage.googleapis.com')]).toStrictEqual([
      4, 1,
    ]);
    expect(google.calls.all({ method: 'GetCustomJob' })[0]).toMatchObject({
      projectId: 'ml-project-1',
      location: 'us-central1',
      transport: 'rest',
      userProject: 'payer',
      principal: 'reviewer@example.com',
    });
  });
});
