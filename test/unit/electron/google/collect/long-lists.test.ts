import { afterEach, describe, expect, it } from 'vitest';
import { ApiFailure } from '../../../../../electron/google/transport/api-failure.ts';
import type { GoogleTransport } from '../../../../../electron/google/transport/transport.ts';
import type { JsonObject } from '../../../../../shared/json.ts';
import { buildEstate, buildJob } from '../../../../doubles/google/build-estate.ts';
import { startFakeGoogle } from '../../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../../doubles/google/start.ts';
import { collectAll, fakeOnly } from './harness.ts';

const JOB = 'gcp-ai-platform-custom-job';
const REQUEST = { kinds: [JOB], depth: 0 } as const;
/** A clock by which every page comes late. */
function slowly(): () => number {
  let time = 0;
  return () => {
    time += 200;
    return time;
  };
}

const ONLY_JOBS = { request: { ...REQUEST, kinds: [JOB] as (typeof JOB)[] }, now: slowly() };

const running: FakeGoogle[] = [];

async function start(jobs: number, changes: Partial<Parameters<typeof startFakeGoogle>[0]> = {}): Promise<FakeGoogle> {
  const estate = buildEstate({ projects: 1, locations: ['us-central1'], jobsPerLocation: jobs });
  const fake = await startFakeGoogle({ estate, ...changes });
  running.push(fake);
  return fake;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((fake) => fake.close()));
});

describe('a long list', () => {
  it('is read in windows of time, each job once, with few calls beyond its pages', async () => {
    const fake = await start(3000);
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], ONLY_JOBS);
    expect([found.names(JOB).length, found.complete]).toStrictEqual([3000, true]);
    expect(found.records.filter(({ type }) => type === 'document')).toHaveLength(3000);
    const calls = fake.calls.all({ method: 'ListCustomJobs' });
    expect(calls.filter(({ parameters }) => parameters['filter'] !== undefined).length).toBeGreaterThan(10);
    expect(calls.length).toBeLessThan(60);
    expect(fake.calls.maxInFlight('aiplatform.googleapis.com')).toBeLessThanOrEqual(8);
  });

  it('is read page after page where pages come quickly', async () => {
    const fake = await start(1000);
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: ONLY_JOBS.request });
    expect([found.names(JOB).length, fake.calls.count({ method: 'ListCustomJobs' })]).toStrictEqual([1000, 10]);
  });

  it('has its next page asked for before one is taken up', async () => {
    const transport = fakeOnly(await start(250));
    const events: string[] = [];
    const watched: GoogleTransport = {
      ...transport,
      async listPage(call) {
        events.push('asked');
        const { items, ...rest } = await transport.listPage(call);
        const [first, ...others] = items;
        const { name = '', ...data } = first ?? {};
        const spied: JsonObject = {
          ...data,
          get name() {
            events.push('taken up');
            return name;
          },
        };
        return { items: [spied, ...others], ...rest };
      },
    };
    await collectAll(watched, ['ml-project-1'], { request: ONLY_JOBS.request });
    expect(events.slice(0, 3)).toStrictEqual(['asked', 'asked', 'taken up']);
  });

  it('is read at once where it is one page', async () => {
    const fake = await start(100);
    await collectAll(fakeOnly(fake), ['ml-project-1'], ONLY_JOBS);
    expect(fake.calls.count({ method: 'ListCustomJobs' })).toBe(1);
  });

  it('is whole whatever the order of the API, and whatever the times are', async () => {
    const estate = buildEstate({ projects: 1, locations: ['us-central1'], jobsPerLocation: 900 });
    const sameTime = estate.documents.map((document) => ({
      ...document,
      data: { ...document.data, createTime: '2026-11-20T12:00:00.123456Z' },
    }));
    const fake = await start(0, { estate: { ...estate, documents: sameTime } });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], ONLY_JOBS);
    expect([found.names(JOB).length, found.complete]).toStrictEqual([900, true]);
  });

  it('has the jobs that were created, and not those that were deleted, while it was read', async () => {
    const project = buildEstate({ projects: 1, locations: ['us-central1'], jobsPerLocation: 0 }).projects[0];
    const fake = await start(450, {
      continuation: 'offset',
      faults: [
        {
          method: 'ListCustomJobs',
          calls: [2],
          fault: {
            kind: 'change',
            change: (world) => {
              const added = project === undefined ? [] : [buildJob(project, 'us-central1', -5)];
              for (const document of added) {
                world.put(document);
              }
            },
          },
        },
      ],
    });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], ONLY_JOBS);
    expect(found.complete).toBe(true);
    expect(found.names(JOB).length).toBeGreaterThanOrEqual(450);
    expect(new Set(found.names(JOB)).size).toBe(found.names(JOB).length);
  });

  it('is taken up again where its page tokens expire', async () => {
    const fake = await start(1500);
    let expired = 0;
    const transport = fakeOnly(fake);
    const expiring: GoogleTransport = {
      ...transport,
      async listPage(call) {
        if (call.pageToken !== undefined && expired < 3) {
          expired += 1;
          fake.expirePageTokens();
        }
        return await transport.listPage(call);
      },
    };
    const found = await collectAll(expiring, ['ml-project-1'], ONLY_JOBS);
    expect([expired, found.names(JOB).length, found.complete]).toStrictEqual([3, 1500, true]);
  });

  it('is read page after page where it cannot be filtered by time', async () => {
    const fake = await start(650);
    const transport = fakeOnly(fake);
    const unfiltered: GoogleTransport = {
      ...transport,
      async listPage(call) {
        if (call.filter !== undefined) {
          throw new ApiFailure({ service: 'aiplatform.googleapis.com', message: 'Invalid filter', status: 'invalid' });
        }
        return await transport.listPage(call);
      },
    };
    const found = await collectAll(unfiltered, ['ml-project-1'], ONLY_JOBS);
    expect([found.names(JOB).length, found.complete]).toStrictEqual([650, true]);
  });

  it('keeps the pages before one that fails, and says how many', async () => {
    const fake = await start(800, {
      faults: [{ method: 'ListCustomJobs', calls: { from: 4 }, fault: { kind: 'error', status: 'INTERNAL' } }],
    });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], ONLY_JOBS);
    const [row] = found.inventory.coverage;
    expect([found.complete, row?.status]).toStrictEqual([false, 'failed']);
    expect(row?.count).toBe(found.names(JOB).length);
    expect(found.names(JOB).length).toBeGreaterThanOrEqual(100);
  });
});
