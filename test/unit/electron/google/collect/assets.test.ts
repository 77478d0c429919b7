import { afterEach, describe, expect, it } from 'vitest';
import { buildEstate } from '../../../../doubles/google/build-estate.ts';
import type { FaultRule } from '../../../../doubles/google/faults.ts';
import { sampleEstate } from '../../../../doubles/google/sample-estate.ts';
import { startFakeGoogle } from '../../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../../doubles/google/start.ts';
import { collectAll, describeRecords, fakeOnly, knownFrom } from './harness.ts';

const JOB = 'gcp-ai-platform-custom-job';
const MODEL = 'gcp-ai-platform-model';
const ASSETS = 'cloudasset.googleapis.com';
const AUTO = { assets: 'auto', kinds: [JOB, MODEL] } as const;
const REQUEST = { ...AUTO, kinds: [JOB, MODEL] as (typeof JOB | typeof MODEL)[] };

const running: FakeGoogle[] = [];

async function start(...faults: FaultRule[]): Promise<FakeGoogle> {
  const fake = await startFakeGoogle({
    estate: buildEstate({ projects: 2, locations: 3, jobsPerLocation: 30 }),
    faults,
  });
  running.push(fake);
  return fake;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((fake) => fake.close()));
});

describe('Cloud Asset Inventory', () => {
  it('takes the place of the walk through the regions, and gives the same documents', async () => {
    const fake = await start();
    const walked = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: { kinds: REQUEST.kinds } });
    const before = fake.calls.count({ method: 'ListCustomJobs' });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: REQUEST });
    expect([found.complete, fake.calls.count({ method: 'ListCustomJobs' }) - before]).toStrictEqual([true, 0]);
    const kinds = [...new Set(walked.inventory.documents.map(({ kind }) => kind))];
    expect(kinds.map((kind) => found.names(kind))).toStrictEqual(kinds.map((kind) => walked.names(kind)));
    const dataOf = ({ inventory }: typeof found) =>
      new Map(
        inventory.documents
          .filter(({ kind }) => REQUEST.kinds.some((each) => each === kind))
          .map(({ name, data }) => [name, data]),
      );
    expect(dataOf(found)).toStrictEqual(dataOf(walked));
    expect(found.inventory.coverage.find(({ kind }) => kind === JOB)).toStrictEqual({
      project: 'ml-project-1',
      location: '-',
      kind: JOB,
      status: 'read',
      count: 90,
      error: 'Through Cloud Asset Inventory, which may be some minutes behind.',
    });
  });

  it('reads a whole folder', async () => {
    const fake = await start();
    const found = await collectAll(fakeOnly(fake), [], { request: { ...REQUEST, scope: 'folders/300000000001' } });
    expect([found.complete, found.names(JOB).length]).toStrictEqual([true, 180]);
    expect(found.names('gcp-storage-bucket')).toHaveLength(4);
  });

  it('gives policies, so that they are not asked for one by one', async () => {
    const estate = sampleEstate();
    const fake = await startFakeGoogle({ estate });
    running.push(fake);
    const found = await collectAll(
      fakeOnly(fake),
      estate.projects.map(({ id }) => id),
      { request: { assets: 'auto' } },
    );
    const withPolicy = found.inventory.documents.filter(({ iamPolicy }) => iamPolicy !== undefined);
    expect(withPolicy.length).toBeGreaterThan(5);
    const buckets = withPolicy.filter(({ kind }) => kind === 'gcp-storage-bucket').length;
    expect(fake.calls.count({ service: 'storage.googleapis.com', method: 'GetIamPolicy' })).toBeLessThan(buckets + 5);
  });

  it('is left alone where it may not be used, and the regions are walked', async () => {
    const fake = await start({ service: ASSETS, fault: { kind: 'denied' } });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: REQUEST });
    expect([found.complete, found.names(JOB).length]).toStrictEqual([true, 90]);
    expect(found.progress.at(-1)?.notices.map(({ type }) => type)).toStrictEqual(['assets-unused']);
  });

  it('is not trusted where it has none of a kind', async () => {
    const fake = await start();
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], {
      request: { ...REQUEST, kinds: [JOB, 'gcp-ai-platform-endpoint'] },
    });
    const rows = found.inventory.coverage.filter(({ kind }) => kind === 'gcp-ai-platform-endpoint');
    expect(rows.map(({ location, status }) => [location, status])).toStrictEqual([
      ['europe-west4', 'read'],
      ['us-central1', 'read'],
      ['us-east1', 'read'],
    ]);
  });

  it('names a project by its id in every row, though its assets have the number', async () => {
    const fake = await start({ method: 'ListModelVersions', fault: { kind: 'denied' } });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: REQUEST });
    expect(found.gaps.length).toBeGreaterThan(0);
    expect(new Set(found.gaps.map(({ project }) => project))).toStrictEqual(new Set(['ml-project-1']));
  });

  it('says what is lacking where nothing else is wanted', async () => {
    const fake = await start({ service: ASSETS, fault: { kind: 'denied' } });
    const found = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: { ...REQUEST, assets: 'only' } });
    expect(found.complete).toBe(false);
    expect(found.gaps.filter(({ kind }) => kind === JOB)).toMatchObject([
      { location: '-', status: 'denied', role: 'roles/cloudasset.viewer' },
    ]);
    expect(fake.calls.count({ method: 'ListCustomJobs' })).toBe(0);
  });

  it('is refreshed: what is gone is removed', async () => {
    const fake = await start();
    const first = await collectAll(fakeOnly(fake), ['ml-project-1'], { request: REQUEST });
    const [gone = ''] = first.names(JOB);
    fake.world.remove(gone);
    const second = await collectAll(fakeOnly(fake), ['ml-project-1'], {
      request: REQUEST,
      mode: { type: 'refresh', known: knownFrom(first.records) },
    });
    expect(second.records.filter(({ type }) => type === 'removed')).toStrictEqual([{ type: 'removed', name: gone }]);
    expect(describeRecords([...first.records, ...second.records]).names(JOB)).toHaveLength(89);
  });
});
