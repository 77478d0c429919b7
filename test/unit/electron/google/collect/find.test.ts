import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { find, LiveQueryError } from '../../../../../electron/google/collect/find.ts';
import { apiFilter, planLive } from '../../../../../electron/google/collect/live-plan.ts';
import type { LiveQuery } from '../../../../../electron/google/collect/live-plan.ts';
import type { CollectionRecord } from '../../../../../shared/inventory/collection/collection-record.ts';
import type { CollectionRequest } from '../../../../../shared/ipc/connect.ts';
import { buildEstate } from '../../../../doubles/google/build-estate.ts';
import { startFakeGoogle } from '../../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../../doubles/google/start.ts';
import { describeRecords, fakeOnly, NOW } from './harness.ts';
import type { Collected } from './harness.ts';

const JOB = 'gcp-ai-platform-custom-job';
const ID = '1000000000000000000';
const REQUEST: CollectionRequest = {
  projects: ['ml-project-1', 'ml-project-2'],
  depth: 1,
  assets: 'off',
  transport: 'rest',
};

let fake: FakeGoogle;

beforeAll(async () => {
  fake = await startFakeGoogle({ estate: buildEstate({ projects: 2, locations: 3, jobsPerLocation: 20 }) });
});

afterAll(async () => {
  await fake.close();
});

async function ask(query: LiveQuery, changes: Partial<CollectionRequest> = {}): Promise<Collected> {
  const records: CollectionRecord[] = [];
  const stream = find(
    query,
    { ...REQUEST, ...changes },
    {
      transport: fakeOnly(fake),
      now: () => NOW,
      gate: { pause: async () => await Promise.resolve('stopped') },
      signal: new AbortController().signal,
      toolVersion: '1.0.0',
      mode: { type: 'fresh' },
    },
  );
  for await (const record of stream) {
    if (record.type !== 'progress') {
      records.push(record);
    }
  }
  return describeRecords(records);
}

describe('GET', () => {
  it('looks for an id in all projects and locations, and says nothing of where it is not', async () => {
    const found = await ask({ method: 'get', query: ID });
    expect(found.names(JOB)).toStrictEqual(
      ['700000000001', '700000000002'].map(
        (number) => `//aiplatform.googleapis.com/projects/${number}/locations/us-central1/customJobs/${ID}`,
      ),
    );
    expect([found.inventory.coverage, found.complete]).toStrictEqual([[], true]);
    expect(found.names('gcp-storage-bucket')).toHaveLength(4);
  });

  it('looks in one location where one is given', async () => {
    const found = await ask({ method: 'get', query: `europe-west4|${ID}` });
    expect(found.names(JOB)).toStrictEqual([]);
  });

  it.each([
    ['projects/ml-project-1/locations/us-central1/customJobs/1000000000000000000', JOB],
    ['gs://ml-project-2-data/anything', 'gcp-storage-bucket'],
    ['trainer@ml-project-1.iam.gserviceaccount.com', 'gcp-iam-service-account'],
    ['us-docker.pkg.dev/ml-project-1/training/trainer:v1', 'gcp-artifact-registry-docker-image'],
    [
      'https://console.cloud.google.com/vertex-ai/locations/us-central1/training/1000000000000000000?project=ml-project-1',
      JOB,
    ],
  ] as const)('reads %s by its name', async (query, kind) => {
    const found = await ask({ method: 'get', query }, { depth: 0 });
    expect(found.names(kind)).toHaveLength(1);
  });

  it('says of a name that there is no such resource', async () => {
    const found = await ask({ method: 'get', query: 'gs://no-such-bucket' });
    expect(found.gaps).toMatchObject([{ status: 'not-found', resource: '//storage.googleapis.com/no-such-bucket' }]);
  });
});

describe('LIST', () => {
  it.each([
    ['customJobs', JOB, 120],
    ['gcp-storage-bucket', 'gcp-storage-bucket', 4],
    ['accounts', 'gcp-iam-service-account', 2],
  ] as const)('lists %s', async (query, kind, count) => {
    const found = await ask({ method: 'list', query }, { depth: 0 });
    expect([found.names(kind).length, found.complete]).toStrictEqual([count, true]);
  });
});

describe('SEARCH', () => {
  it('hands a filter to the API, and does not take its list for a whole one', async () => {
    const found = await ask({ method: 'search', query: 'state=JOB_STATE_FAILED AND labels.team=team-1' }, { depth: 0 });
    const states = new Set(found.inventory.documents.map(({ data }) => data['state']));
    expect(states).toStrictEqual(new Set(['JOB_STATE_FAILED']));
    const rows = found.inventory.coverage.filter(({ kind }) => kind === JOB);
    expect(new Set(rows.map(({ extent }) => extent))).toStrictEqual(new Set(['named']));
  });

  it('reads one location where that is all', async () => {
    const found = await ask({ method: 'search', query: 'europe-west4' }, { depth: 0 });
    expect(found.names(JOB)).toHaveLength(40);
  });
});

describe('a live query', () => {
  it.each([
    ['get', '', '"" is no name or id of a custom job.'],
    ['get', 'nowhere|1', '"nowhere|1" is not LOCATION|ID.'],
    ['list', 'dragons', '"dragons" is no kind that can be listed.'],
    ['list', 'cryptoKeys', '"cryptoKeys" is no kind that can be listed.'],
    ['search', ' ', 'The query is empty.'],
    ['search', 'nowhere|x', '"nowhere" is no location.'],
    ['search', 'state<JOB_STATE_FAILED', 'state cannot be compared by <.'],
  ] as const)('of %s "%s" is refused with the forms there are', async (method, query, message) => {
    const failure = await ask({ method, query }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LiveQueryError);
    const planned = planLive({ method, query }, REQUEST);
    expect([planned.ok, 'error' in planned && planned.error.message]).toStrictEqual([false, message]);
  });

  it.each([
    [
      'displayName:"churn*" AND createTime>"2026-01-01T00:00:00Z"',
      'display_name:"churn*" AND create_time>"2026-01-01T00:00:00Z"',
    ],
    ['-labels.team=a', 'NOT labels.team=a'],
    ['displayName="createTime -x"', 'display_name="createTime -x"'],
    ['state=failed', undefined],
  ])('writes %s as the API does', (query, expected) => {
    expect(apiFilter(query)).toBe(expected);
  });
});
