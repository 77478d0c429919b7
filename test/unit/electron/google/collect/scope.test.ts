import { afterEach, describe, expect, it } from 'vitest';
import { describeNotice } from '../../../../../electron/google/describe-notice.ts';
import { buildEstate } from '../../../../doubles/google/build-estate.ts';
import type { Estate } from '../../../../doubles/google/estate.ts';
import type { FaultRule } from '../../../../doubles/google/faults.ts';
import { startFakeGoogle } from '../../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../../doubles/google/start.ts';
import { collectAll, fakeOnly, knownFrom } from './harness.ts';

const JOB = 'gcp-ai-platform-custom-job';
const MODEL = 'gcp-ai-platform-model';
const PROJECT = 'gcp-cloud-resource-manager-project';
const ORGANIZATION = 'organizations/900000000001';
const FOLDER = 'folders/300000000001';
const NO_ASSETS: FaultRule = { service: 'cloudasset.googleapis.com', fault: { kind: 'denied' } };

const running: FakeGoogle[] = [];

/** Three projects: in the organisation itself, in its folder, and in a folder of that. */
function nestedEstate(): Estate {
  const estate = buildEstate({ projects: 3, locations: 2, jobsPerLocation: 5 });
  const ancestors = [[ORGANIZATION], [FOLDER, ORGANIZATION], ['folders/300000000002', FOLDER, ORGANIZATION]];
  return {
    ...estate,
    projects: estate.projects.map((project, index) => ({ ...project, ancestors: ancestors[index] ?? [] })),
  };
}

async function start(...faults: FaultRule[]): Promise<FakeGoogle> {
  const fake = await startFakeGoogle({ estate: nestedEstate(), faults });
  running.push(fake);
  return fake;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((fake) => fake.close()));
});

const REQUEST = { scope: ORGANIZATION, assets: 'auto' as const, kinds: [JOB, MODEL] as (typeof JOB | typeof MODEL)[] };

describe('a folder or an organisation', () => {
  it('is walked project by project where Cloud Asset Inventory may not be used, and says so', async () => {
    const fake = await start(NO_ASSETS);
    const found = await collectAll(fakeOnly(fake), [], { request: REQUEST });
    expect([found.complete, found.names(JOB).length]).toStrictEqual([true, 30]);
    expect(found.progress.at(-1)?.notices.map(describeNotice)).toStrictEqual([
      `Cloud Asset Inventory is not used for ${ORGANIZATION} (it takes roles/cloudasset.viewer); each location of the projects below it is read instead.`,
    ]);
    const rows = found.inventory.coverage.filter(
      ({ kind, extent }) => [JOB, PROJECT].includes(kind) && extent === undefined,
    );
    expect(
      rows.map(({ project, location, kind, status, count }) => [project, location, kind, status, count]),
    ).toStrictEqual([
      [ORGANIZATION, '-', PROJECT, 'read', 3],
      ...['ml-project-1', 'ml-project-2', 'ml-project-3'].flatMap((project) =>
        ['europe-west4', 'us-central1'].map((location) => [project, location, JOB, 'read', 5]),
      ),
    ]);
  });

  it('is walked from the start where Cloud Asset Inventory is not wanted, below the folder that was named', async () => {
    const fake = await start();
    const found = await collectAll(fakeOnly(fake), [], { request: { ...REQUEST, scope: FOLDER, assets: 'off' } });
    expect([found.complete, found.names(JOB).length]).toStrictEqual([true, 20]);
    expect(fake.calls.count({ service: 'cloudasset.googleapis.com' })).toBe(0);
  });

  it('is not walked where nothing but Cloud Asset Inventory is wanted', async () => {
    const fake = await start(NO_ASSETS);
    const found = await collectAll(fakeOnly(fake), [], { request: { ...REQUEST, assets: 'only' } });
    expect([found.complete, found.names(JOB)]).toStrictEqual([false, []]);
    expect(fake.calls.count({ method: 'ListProjects' })).toBe(0);
    expect(found.progress.at(-1)?.notices.map(describeNotice)).toStrictEqual([
      `Cloud Asset Inventory could not be used for ${ORGANIZATION} (it takes roles/cloudasset.viewer).`,
    ]);
  });

  it('is walked for the kinds alone that Cloud Asset Inventory does not know', async () => {
    const fake = await start({
      service: 'cloudasset.googleapis.com',
      method: 'ListAssets',
      calls: [2],
      fault: { kind: 'error', status: 'INVALID_ARGUMENT' },
    });
    const found = await collectAll(fakeOnly(fake), [], { request: REQUEST });
    expect([found.complete, found.names(JOB).length, found.names(MODEL).length]).toStrictEqual([true, 30, 6]);
    expect(
      [fake.calls.count({ method: 'ListCustomJobs' }), fake.calls.count({ method: 'ListModels' })].toSorted(
        (left, right) => left - right,
      ),
    ).toStrictEqual([0, 6]);
  });

  it('gives what the caller may see of a folder whose contents may not be listed, and a row for what is lacking', async () => {
    const fake = await start(
      NO_ASSETS,
      { method: 'ListProjects', name: 'projects', calls: [2], fault: { kind: 'denied' } },
      { method: 'ListFolders', calls: [2], fault: { kind: 'denied' } },
    );
    const found = await collectAll(fakeOnly(fake), [], { request: REQUEST });
    expect([found.complete, found.names(JOB).length]).toStrictEqual([false, 20]);
    expect(found.gaps.filter(({ aspect }) => aspect === 'parts')).toStrictEqual([
      {
        project: FOLDER,
        location: '-',
        kind: PROJECT,
        status: 'denied',
        count: 1,
        resource: `//cloudresourcemanager.googleapis.com/${FOLDER}`,
        aspect: 'parts',
        permission: 'resourcemanager.projects.list',
        role: 'roles/browser',
        error:
          'It takes resourcemanager.projects.list, which roles/browser gives (or it does not exist). Those in it that you may see yourself are read: 1.',
      },
      {
        project: FOLDER,
        location: '-',
        kind: 'gcp-cloud-resource-manager-folder',
        status: 'denied',
        count: 0,
        resource: `//cloudresourcemanager.googleapis.com/${FOLDER}`,
        aspect: 'parts',
        permission: 'resourcemanager.folders.list',
        role: 'roles/browser',
        error: 'It takes resourcemanager.folders.list, which roles/browser gives (or it does not exist).',
      },
    ]);
    expect(
      found.inventory.coverage.filter(({ project, aspect }) => project === ORGANIZATION && aspect === undefined),
    ).toStrictEqual([]);
  });

  it('has one row for a project in which Vertex AI is not enabled, which is replaced once it is', async () => {
    const fake = await start(NO_ASSETS, {
      service: 'aiplatform.googleapis.com',
      project: 'ml-project-2',
      fault: { kind: 'disabled' },
    });
    const first = await collectAll(fakeOnly(fake), [], { request: { ...REQUEST, depth: 0 } });
    expect(first.names(JOB)).toHaveLength(20);
    const rowsOf = ({ inventory }: typeof first) =>
      inventory.coverage
        .filter(({ project, kind }) => project === 'ml-project-2' && kind === JOB)
        .map(({ location, status }) => [location, status])
        .toSorted(([one = ''], [other = '']) => one.localeCompare(other));
    expect(rowsOf(first)).toStrictEqual([['-', 'disabled']]);
    fake.faults.clear();
    fake.faults.add(NO_ASSETS);
    const second = await collectAll(fakeOnly(fake), [], {
      request: { ...REQUEST, depth: 0 },
      mode: { type: 'refresh', known: knownFrom(first.records) },
    });
    expect(rowsOf(second)).toStrictEqual([
      ['-', 'read'],
      ['europe-west4', 'read'],
      ['us-central1', 'read'],
    ]);
  });
});
