import { afterEach, describe, expect, it } from 'vitest';
import { buildEstate, buildJob } from '../../../doubles/google/build-estate.ts';
import type { Estate } from '../../../doubles/google/estate.ts';
import { startFakeGoogle } from '../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../doubles/google/start.ts';
import { textAt } from '../../../doubles/google/text-at.ts';
import { ask, fieldOf, listOf, tokenOf } from './fake-client.ts';

const REGION = 'projects/ml-project-1/locations/us-central1';
const JOBS = `v1/${REGION}/customJobs`;

let fake: FakeGoogle | undefined;

async function start(options: Partial<Parameters<typeof startFakeGoogle>[0]> = {}): Promise<FakeGoogle> {
  fake = await startFakeGoogle({
    estate: buildEstate({ projects: 2, locations: ['us-central1', 'europe-west4'], jobsPerLocation: 250 }),
    ...options,
  });
  return fake;
}

afterEach(async () => {
  await fake?.close();
  fake = undefined;
});

function firstProject(estate: Estate): Estate['projects'][number] {
  const [project] = estate.projects;
  if (project === undefined) {
    throw new Error('The estate has no project.');
  }
  return project;
}

describe('names', () => {
  it('answers with the project number whether it was asked by id or by number', async () => {
    const google = await start();
    const byId = await ask(google, `${JOBS}?pageSize=1`);
    const byNumber = await ask(google, `v1/projects/700000000001/locations/us-central1/customJobs?pageSize=1`);
    expect([fieldOf(byId, 'customJobs', 'name'), fieldOf(byNumber, 'customJobs', 'name')]).toStrictEqual([
      ['projects/700000000001/locations/us-central1/customJobs/1000000000000000000'],
      ['projects/700000000001/locations/us-central1/customJobs/1000000000000000000'],
    ]);
  });

  it('lists the locations of a project on both addresses that clients use', async () => {
    const google = await start();
    const expected = ['us-central1', 'europe-west4'];
    expect(fieldOf(await ask(google, 'ui/projects/ml-project-1/locations'), 'locations', 'locationId')).toStrictEqual(
      expected,
    );
    expect(fieldOf(await ask(google, 'v1/projects/ml-project-1/locations'), 'locations', 'locationId')).toStrictEqual(
      expected,
    );
  });
});

describe('pages', () => {
  it('cap at 100 whatever is asked, and leave the token out at the end', async () => {
    const google = await start();
    const first = await ask(google, `${JOBS}?pageSize=1000`);
    const second = await ask(google, `${JOBS}?pageSize=1000&pageToken=${tokenOf(first)}`);
    const third = await ask(google, `${JOBS}?pageSize=1000&pageToken=${tokenOf(second)}`);
    const pages = [first, second, third];
    expect(pages.map((page) => listOf(page, 'customJobs').length)).toStrictEqual([100, 100, 50]);
    expect(Object.keys(third.body)).toStrictEqual(['customJobs']);
    expect(new Set(pages.flatMap((page) => fieldOf(page, 'customJobs', 'name'))).size).toBe(250);
  });

  it('are an empty object where there is nothing', async () => {
    const google = await start();
    expect((await ask(google, `v1/${REGION}/trainingPipelines`)).body).toStrictEqual({});
  });

  it('refuse a token with another parent, another filter, or after it expired', async () => {
    const google = await start();
    const token = tokenOf(await ask(google, `${JOBS}?pageSize=10`));
    const elsewhere = await ask(
      google,
      `v1/projects/ml-project-1/locations/europe-west4/customJobs?pageToken=${token}`,
    );
    const filtered = await ask(google, `${JOBS}?filter=state%3DJOB_STATE_FAILED&pageToken=${token}`);
    google.expirePageTokens();
    const late = await ask(google, `${JOBS}?pageToken=${token}`);
    expect([elsewhere.status, filtered.status, late.status]).toStrictEqual([400, 400, 400]);
  });

  it('go on after the last item when a job was added or removed in between', async () => {
    const google = await start();
    const project = firstProject(buildEstate({ projects: 1, locations: [], jobsPerLocation: 0 }));
    const first = await ask(google, `${JOBS}?pageSize=2`);
    google.world.put(buildJob(project, 'us-central1', -1));
    const second = await ask(google, `${JOBS}?pageSize=2&pageToken=${tokenOf(first)}`);
    google.world.remove(`//aiplatform.googleapis.com/${textAt(listOf(second, 'customJobs')[1] ?? {}, 'name') ?? ''}`);
    const third = await ask(google, `${JOBS}?pageSize=2&pageToken=${tokenOf(second)}`);
    expect([first, second, third].flatMap((page) => fieldOf(page, 'customJobs', 'displayName'))).toStrictEqual([
      'train-0-0',
      'train-1-1',
      'train-2-2',
      'train-3-3',
      'train-4-4',
      'train-5-5',
    ]);
  });

  it('repeat an item after an addition where pages are counted', async () => {
    const google = await start({ continuation: 'offset' });
    const project = firstProject(buildEstate({ projects: 1, locations: [], jobsPerLocation: 0 }));
    google.faults.add({
      method: 'ListCustomJobs',
      calls: [2],
      fault: { kind: 'change', change: (world) => world.put(buildJob(project, 'us-central1', -1)) },
    });
    const first = await ask(google, `${JOBS}?pageSize=2`);
    const second = await ask(google, `${JOBS}?pageSize=2&pageToken=${tokenOf(first)}`);
    expect([first, second].flatMap((page) => fieldOf(page, 'customJobs', 'displayName'))).toStrictEqual([
      'train-0-0',
      'train-1-1',
      'train-1-1',
      'train-2-2',
    ]);
  });
});

describe('filters', () => {
  const estate = { projects: 1, locations: ['us-central1'], jobsPerLocation: 8 };

  it.each([
    ['display_name="train-3-3"', [3]],
    ['displayName="train-3-3"', [3]],
    ['display_name:"*-6"', [6]],
    ['display_name:train-7', [7]],
    ['state=JOB_STATE_FAILED', [1, 5]],
    ['state!=JOB_STATE_FAILED AND NOT state="JOB_STATE_SUCCEEDED"', [2, 3, 6, 7]],
    ['state=JOB_STATE_FAILED OR display_name="train-0-0"', [0, 1, 5]],
    ['labels.stage=dev (state=JOB_STATE_FAILED OR state=JOB_STATE_RUNNING)', [1, 5]],
    ['labels.team:*', [0, 1, 2, 3, 4, 5, 6, 7]],
    ['labels.other:*', []],
    ['create_time>="2026-11-20T11:59:00Z"', [0, 1]],
    ['createTime<2026-11-20T11:54:00Z', [7]],
    ['create_time<"2026-11-20T12:59:00+01:00" AND -create_time<="2026-11-20T11:56:00Z"', [2, 3]],
  ] as const)('%s', async (filter, expected) => {
    const google = await start({ estate: buildEstate(estate) });
    const answer = await ask(google, `${JOBS}?filter=${encodeURIComponent(filter)}`);
    expect(answer.body['error']).toBe(undefined);
    expect(fieldOf(answer, 'customJobs', 'displayName')).toStrictEqual(
      expected.map((index) => `train-${index}-${index}`),
    );
  });

  it.each([
    ['job_spec.network="x"', 'Invalid filter: field "job_spec.network" cannot be used in a filter.'],
    ['state>JOB_STATE_FAILED', 'Invalid filter: operator > cannot be used with state.'],
    ['create_time>"yesterday"', 'Invalid filter: "yesterday" is not an RFC 3339 timestamp.'],
    ['display_name=', 'Invalid filter: syntax error at position 13 of display_name='],
  ])('refuses %s and names the field of the request', async (filter, message) => {
    const google = await start({ estate: buildEstate(estate) });
    const answer = await ask(google, `${JOBS}?filter=${encodeURIComponent(filter)}`);
    expect(answer.body).toStrictEqual({
      error: {
        code: 400,
        message,
        status: 'INVALID_ARGUMENT',
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.BadRequest',
            fieldViolations: [{ field: 'filter', description: message }],
          },
        ],
      },
    });
  });
});

describe('read masks', () => {
  it.each(['name,displayName,labels.team', 'name,display_name,labels.team'])('%s', async (mask) => {
    const google = await start();
    const answer = await ask(google, `${JOBS}?pageSize=1&readMask=${mask}`);
    expect(listOf(answer, 'customJobs')).toStrictEqual([
      {
        name: 'projects/700000000001/locations/us-central1/customJobs/1000000000000000000',
        displayName: 'train-0-0',
        labels: { team: 'team-0' },
      },
    ]);
  });
});

describe('locations', () => {
  it.each([
    [
      'another region than the host’s',
      '_region/europe-west4/v1/projects/ml-project-1/locations/us-central1/customJobs',
      'europe-west4',
    ],
    ['every region at once', '_region/us-central1/v1/projects/ml-project-1/locations/-/customJobs', 'us-central1'],
    ['a region on the global host', `_service/aiplatform.googleapis.com/${JOBS}`, 'global'],
  ])('refuses %s with Google’s text', async (_what, path, valid) => {
    const google = await start();
    const answer = await ask(google, path);
    expect(answer.body['error']).toMatchObject({
      code: 400,
      message: `List of found errors:\t1.Field: parent; Message: The provided location ID doesn't match the endpoint. The valid location ID is \`${valid}\`.\t`,
    });
  });

  it('answers 400, not 404, for a region the project does not offer', async () => {
    const google = await start();
    expect((await ask(google, 'v1/projects/ml-project-1/locations/mars-north1/customJobs')).status).toBe(400);
  });
});

describe('values', () => {
  it('writes enums as numbers where the client asks for it, and 64-bit numbers as text', async () => {
    const google = await start();
    const answer = await ask(google, `${JOBS}/1000000000000000000?$alt=json;enum-encoding=int`);
    expect(answer.body).toMatchObject({
      state: 4,
      jobSpec: { workerPoolSpecs: [{ machineSpec: { acceleratorType: 8 }, replicaCount: '1' }] },
    });
  });
});
