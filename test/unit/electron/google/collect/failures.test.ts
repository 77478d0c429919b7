import { afterEach, describe, expect, it, vi } from 'vitest';
import { collect } from '../../../../../electron/google/collect/collect.ts';
import { deriveGraph } from '../../../../../shared/graph/derive-graph.ts';
import { buildEstate } from '../../../../doubles/google/build-estate.ts';
import type { FaultRule } from '../../../../doubles/google/faults.ts';
import { startFakeGoogle } from '../../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../../doubles/google/start.ts';
import { collectAll, fakeOnly } from './harness.ts';

const JOB = 'gcp-ai-platform-custom-job';
const KEY = 'gcp-cloud-kms-crypto-key';
const BUCKET = 'gcp-storage-bucket';
const REGIONS = ['us-central1', 'europe-west4', 'us-east1'];

const running: FakeGoogle[] = [];

async function start(...faults: FaultRule[]): Promise<FakeGoogle> {
  const estate = buildEstate({ projects: 1, locations: REGIONS, jobsPerLocation: 5 });
  const fake = await startFakeGoogle({ estate, faults });
  running.push(fake);
  return fake;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((fake) => fake.close()));
});

describe('what fails while collecting', () => {
  it('costs a denied region only itself, and names permission and role', async () => {
    const fake = await start({ location: 'us-east1', fault: { kind: 'denied' } });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: { kinds: [JOB], depth: 1 } });
    expect([found.names(JOB).length, found.complete]).toStrictEqual([10, false]);
    expect(found.gaps.filter(({ status }) => status === 'denied')).toStrictEqual([
      {
        project: 'ml-project-1',
        location: 'us-east1',
        kind: JOB,
        status: 'denied',
        count: 0,
        permission: 'aiplatform.customJobs.list',
        role: 'roles/aiplatform.viewer',
        error: 'It takes aiplatform.customJobs.list, which roles/aiplatform.viewer gives (or it does not exist).',
      },
    ]);
  });

  it('does not go on asking an API that is not enabled, and gives the address that enables it', async () => {
    const fake = await start({ service: 'cloudkms.googleapis.com', fault: { kind: 'disabled' } });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: { kinds: [JOB] } });
    const [row, ...others] = found.gaps.filter(({ kind }) => kind === KEY);
    expect(others).toStrictEqual([]);
    expect([row?.status, row?.location, row?.activationUrl?.startsWith('https://')]).toStrictEqual([
      'disabled',
      '-',
      true,
    ]);
    const keys = [...deriveGraph(found.inventory).nodes.values()].filter(({ kind }) => kind === KEY);
    expect(
      keys.map(({ state, reason = '' }) => [state, reason.startsWith('Not read: the API is not enabled in')]),
    ).toStrictEqual(REGIONS.map(() => ['referenced', true]));
  });

  it('asks a Vertex AI that is not enabled once or so, not in every region for every kind', async () => {
    const fake = await start({ service: 'aiplatform.googleapis.com', fault: { kind: 'disabled' } });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: { depth: 0 } });
    expect(new Set(found.gaps.map(({ status }) => status))).toStrictEqual(new Set(['disabled', 'skipped']));
    expect(fake.calls.count({ service: 'aiplatform.googleapis.com' })).toBeLessThan(20);
  });

  it('says once for each kind that a quota project has to be chosen, not in every region', async () => {
    const fake = await start({ service: 'aiplatform.googleapis.com', fault: { kind: 'quota-project' } });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: { kinds: [JOB], depth: 1 } });
    expect(found.gaps).toStrictEqual([
      {
        project: 'ml-project-1',
        location: '-',
        kind: JOB,
        status: 'failed',
        count: 0,
        error: 'Your own credentials need a project that is billed for the calls: choose a quota project.',
      },
    ]);
  });

  it('says of a single resource that was refused what it takes', async () => {
    const bucket = 'ml-project-1-data';
    const fake = await start({ method: 'GetBucket', name: bucket, fault: { kind: 'denied' } });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: { kinds: [JOB] } });
    expect(found.names(BUCKET)).toStrictEqual(['//storage.googleapis.com/ml-project-1-output']);
    expect(found.gaps.filter(({ kind }) => kind === BUCKET)).toMatchObject([
      {
        project: '-',
        location: '-',
        status: 'denied',
        resource: `//storage.googleapis.com/${bucket}`,
        permission: 'storage.buckets.get',
        role: 'roles/storage.bucketViewer',
      },
    ]);
  });

  it('keeps a document whose policy may not be seen', async () => {
    const fake = await start({ service: 'storage.googleapis.com', method: 'GetIamPolicy', fault: { kind: 'denied' } });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: { kinds: [JOB] } });
    expect(found.names(BUCKET)).toHaveLength(2);
    expect(found.gaps.map(({ kind, aspect, status, role }) => ({ kind, aspect, status, role }))).toStrictEqual([
      { kind: BUCKET, aspect: 'iam-policy', status: 'denied', role: 'roles/iam.securityReviewer' },
      { kind: BUCKET, aspect: 'iam-policy', status: 'denied', role: 'roles/iam.securityReviewer' },
    ]);
  });

  it('tells a deleted bucket from one that could not be read', async () => {
    const fake = await start();
    fake.world.remove('//storage.googleapis.com/ml-project-1-data');
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: { kinds: [JOB] } });
    expect(found.complete).toBe(true);
    const bucket = deriveGraph(found.inventory).nodes.get('//storage.googleapis.com/ml-project-1-data' as never);
    expect([bucket?.state, bucket?.reason?.startsWith('Asked for, and there is none')]).toStrictEqual([
      'referenced',
      true,
    ]);
  });

  it('uses a list of locations made earlier where the project’s own cannot be had, and says so', async () => {
    const fake = await start({ method: 'ListLocations', fault: { kind: 'denied' } });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: { kinds: [JOB], depth: 0 } });
    expect(found.names(JOB)).toHaveLength(15);
    expect(found.inventory.coverage.filter(({ kind, location }) => kind === JOB && location !== '-')).toHaveLength(42);
    expect(found.progress.at(-1)?.notices).toMatchObject([
      { type: 'static-locations', project: 'ml-project-1', listedOn: '2026-08-21' },
    ]);
  });

  it('says of a project that does not exist that it does not', async () => {
    const fake = await start();
    const found = await collectAll(fakeOnly(fake), ['ml-projekt-1'], { request: { kinds: [JOB], depth: 0 } });
    expect([found.names(JOB), found.complete]).toStrictEqual([[], false]);
    const failed = found.gaps.filter(({ status }) => status !== 'skipped');
    expect(new Set(failed.map(({ error }) => error))).toStrictEqual(
      new Set([
        'There is no such project, or you may not know of it. Permission denied on resource project ml-projekt-1.',
      ]),
    );
  });

  it('takes keys out of documents that would reach into the program, and says so', async () => {
    const fake = await start();
    const name = '//storage.googleapis.com/ml-project-1-data';
    const bucket = fake.world.get(name);
    const data = JSON.parse(
      '{"kind":"storage#bucket","name":"ml-project-1-data","labels":{"__proto__":{"polluted":"yes"}}}',
    );
    fake.world.put({ name, assetType: bucket?.assetType ?? '', data });
    const { inventory } = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: { kinds: [JOB] } });
    expect(inventory.problems).toStrictEqual([
      {
        code: 'unsafe-key',
        severity: 'warning',
        file: 'storage.googleapis.com',
        path: 'labels.__proto__',
        reason: `A key of ${name} that would reach into the program was left out.`,
      },
    ]);
    expect(inventory.documents.find((document) => document.name === name)?.data['labels']).toStrictEqual({});
  });

  it('reads a bucket whose readers pay, and names who does', async () => {
    const fake = await start();
    const name = '//storage.googleapis.com/ml-project-1-data';
    const bucket = fake.world.get(name);
    fake.world.put({
      name,
      assetType: 'storage.googleapis.com/Bucket',
      data: { ...bucket?.data, billing: { requesterPays: true } },
    });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: { kinds: [JOB] } });
    expect([found.complete, found.names(BUCKET).length]).toStrictEqual([true, 2]);
    const payers = fake.calls
      .all({ service: 'storage.googleapis.com' })
      .map(({ parameters }) => parameters['userProject'])
      .filter((payer) => payer !== undefined);
    expect(new Set(payers)).toStrictEqual(new Set(['tidewater-ml-prod']));
  });

  it('says where a quota was used up, and reads the rest', async () => {
    const fake = await start({ location: 'us-east1', fault: { kind: 'quota' } });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: { kinds: [JOB], depth: 0 } });
    expect(found.names(JOB)).toHaveLength(10);
    expect(found.gaps.map(({ status, location }) => [status, location]).slice(0, 1)).toStrictEqual([
      ['limited', 'us-east1'],
    ]);
  });

  it('stops when nobody takes what comes', async () => {
    const fake = await start();
    const stream = collect(
      { projects: ['ml-project-1'], depth: 4, assets: 'off', transport: 'rest' },
      {
        transport: fakeOnly(fake),
        now: () => 0,
        gate: { pause: async () => await Promise.resolve('stopped') },
        signal: new AbortController().signal,
        toolVersion: '1.0.0',
        mode: { type: 'fresh' },
      },
    );
    for await (const record of stream) {
      if (record.type === 'document') {
        break;
      }
    }
    // What was sent before may still arrive; on a busy machine late.
    await new Promise((resolve) => setTimeout(resolve, 200));
    await vi.waitFor(() => expect(fake.calls.inFlight()).toBe(0));
    expect(fake.calls.count()).toBeLessThan(20);
  });

  it('waits for a new login in the middle and goes on', async () => {
    const fake = await start({ method: 'ListCustomJobs', calls: [2, 3, 4, 5], fault: { kind: 'unauthenticated' } });
    const pauses: string[] = [];
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], {
      request: { kinds: [JOB], depth: 0 },
      pause: async ({ status }) => {
        pauses.push(status);
        return await Promise.resolve('resumed');
      },
    });
    expect([new Set(pauses), found.names(JOB).length, found.complete]).toStrictEqual([
      new Set(['unauthenticated']),
      15,
      true,
    ]);
    expect(found.progress.some(({ paused }) => paused !== undefined)).toBe(true);
  });

  it('keeps what it has when the user does not log in again', async () => {
    const fake = await start({ method: 'ListCustomJobs', location: 'us-east1', fault: { kind: 'unauthenticated' } });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: { kinds: [JOB], depth: 0 } });
    expect(found.complete).toBe(false);
    expect(found.gaps.some(({ status, location }) => status === 'cancelled' && location === 'us-east1')).toBe(true);
  });
});
