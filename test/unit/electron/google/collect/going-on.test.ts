import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJournalStore } from '../../../../../electron/files/journal.ts';
import { KEPT } from '../../../../../electron/google/collect/known-rows.ts';
import { afterEach, describe, expect, it } from 'vitest';
import type { CollectionRecord } from '../../../../../shared/inventory/collection/collection-record.ts';
import { coverageKey } from '../../../../../shared/inventory/collection/coverage-key.ts';
import { writeSnapshot } from '../../../../../shared/inventory/snapshot.ts';
import type { CoverageRow, Inventory } from '../../../../../shared/inventory/inventory.ts';
import type { ResourceDocument } from '../../../../../shared/resource/document.ts';
import { buildEstate, buildJob } from '../../../../doubles/google/build-estate.ts';
import { startFakeGoogle } from '../../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../../doubles/google/start.ts';
import { collectAll, describeRecords, fakeOnly, knownFrom } from './harness.ts';

const JOB = 'gcp-ai-platform-custom-job';
const MODEL = 'gcp-ai-platform-model';
const PROJECTS = ['ml-project-1', 'ml-project-2'];
const ESTATE = buildEstate({ projects: 2, locations: 4, jobsPerLocation: 30 });

const running: FakeGoogle[] = [];

async function start(changes: Partial<Parameters<typeof startFakeGoogle>[0]> = {}): Promise<FakeGoogle> {
  const fake = await startFakeGoogle({ estate: ESTATE, ...changes });
  running.push(fake);
  return fake;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((fake) => fake.close()));
});

/** Rows about places and kinds; a single reading that was cut off keeps a row that says it was done after all. */
function byKey(rows: readonly CoverageRow[]): readonly CoverageRow[] {
  const ofPlaces = rows.filter(({ resource }) => resource === undefined);
  return ofPlaces.toSorted((left, right) => (coverageKey(left) < coverageKey(right) ? -1 : 1));
}

/** Readings of single resources that gave something else than was asked for. */
function ofResources(rows: readonly CoverageRow[]): readonly string[] {
  const found = rows.filter(({ resource, status }) => resource !== undefined && status !== 'read');
  return found.map((row) => `${coverageKey(row)}: ${row.status}`).toSorted();
}

function byName({ documents }: Inventory): readonly ResourceDocument[] {
  return documents.toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

/** Documents of a snapshot and what is masked in them; the masks of two keys differ in their digits alone. */
function maskedIn(inventory: Inventory): Pick<Inventory, 'documents' | 'redactions'> {
  const text = snapshotOf(inventory).replaceAll(/(\[masked [^\]#]*)#[0-9a-f]{6}\]/g, '$1]');
  // Of our own program.
  const { documents, redactions } = JSON.parse(text) as Inventory;
  return { documents, redactions };
}

/** What the journal gives back of these records. */
async function keptOf(records: readonly CollectionRecord[]): Promise<readonly CollectionRecord[]> {
  const folder = await mkdtemp(join(tmpdir(), 'going-on-'));
  const journals = createJournalStore(folder);
  const journal = await journals.create('cut');
  for (const record of records) {
    await journal.append(record);
  }
  await journal.close();
  const kept: CollectionRecord[] = [];
  const opened = await journals.open('cut', (record) => kept.push(record));
  await opened.journal.close();
  await rm(folder, { recursive: true });
  return kept;
}

function snapshotOf(inventory: Inventory): string {
  const options = { createdTime: '2026-11-23T12:00:00Z', toolVersion: '1.0.0' };
  return new TextDecoder().decode(writeSnapshot(inventory, options));
}

describe('a collection that was cancelled', () => {
  it('ends at once with rows for what is missing, and comes to the same when it is resumed', async () => {
    const fake = await start({ latencyMilliseconds: 5 });
    const whole = await collectAll(fakeOnly(fake), PROJECTS);
    const stop = new AbortController();
    let documents = 0;
    const part = await collectAll(fakeOnly(fake), PROJECTS, {
      signal: stop.signal,
      onRecord: (record) => {
        documents += record.type === 'document' ? 1 : 0;
        if (documents === 100) {
          stop.abort();
        }
      },
    });
    expect([part.complete, part.gaps.some(({ status }) => status === 'cancelled')]).toStrictEqual([false, true]);
    expect(part.inventory.documents.length).toBeLessThan(whole.inventory.documents.length);
    const rest = await collectAll(fakeOnly(fake), PROJECTS, {
      mode: { type: 'resume', known: knownFrom(part.records) },
    });
    const both = describeRecords([...part.records, ...rest.records]);
    expect([rest.complete, both.gaps]).toStrictEqual([true, []]);
    const wasRead = part.inventory.coverage.filter(
      ({ status, count, resource, extent }) =>
        status === 'read' && count > 0 && resource === undefined && extent === undefined,
    );
    const kept = both.inventory.coverage.filter(({ error, extent }) => error === KEPT && extent === undefined);
    expect(kept.map(coverageKey).toSorted()).toStrictEqual(wasRead.map(coverageKey).toSorted());
    const withoutWord = both.inventory.coverage.map(({ error, ...row }) =>
      error === KEPT ? row : { ...row, ...(error === undefined ? {} : { error }) },
    );
    expect(byKey(withoutWord)).toStrictEqual(byKey(whole.inventory.coverage));
    expect(rest.progress.at(-1)?.notices).toStrictEqual([
      { type: 'kept-masked', documents: part.inventory.documents.length },
    ]);
    expect(byName(both.inventory)).toStrictEqual(byName(whole.inventory));
  });

  it('comes to the same wherever it was cut off', async () => {
    const faults = [
      { service: 'storage.googleapis.com', method: 'GetIamPolicy', fault: { kind: 'denied' } },
      {
        service: 'compute.googleapis.com',
        method: 'ListFirewalls',
        project: 'ml-project-2',
        fault: { kind: 'denied' },
      },
    ] as const;
    const estate = buildEstate({ projects: 2, locations: 1, jobsPerLocation: 2 });
    const fake = await start({ estate, faults });
    const transport = fakeOnly(fake);
    const whole = await collectAll(transport, PROJECTS);
    const states = whole.inventory.coverage.map(({ error: _words, ...row }) => row);
    const masked = maskedIn(whole.inventory);
    expect(masked.redactions).toHaveLength(4);
    for (let cut = 1; cut < whole.records.length; cut += 1) {
      const kept = await keptOf(whole.records.slice(0, cut));
      const rest = await collectAll(transport, PROJECTS, { mode: { type: 'resume', known: knownFrom(kept) } });
      const both = describeRecords([...kept, ...rest.records]);
      const gaps = both.inventory.coverage.map(({ error: _words, ...row }) => row);
      expect(maskedIn(both.inventory)).toStrictEqual(masked);
      expect(byKey(gaps)).toStrictEqual(byKey(states));
      expect(ofResources(gaps)).toStrictEqual(ofResources(states));
    }
  });

  it('does not read again what was read', async () => {
    const fake = await start();
    const whole = await collectAll(fakeOnly(fake), PROJECTS);
    const before = fake.calls.count();
    const again = await collectAll(fakeOnly(fake), PROJECTS, {
      mode: { type: 'resume', known: knownFrom(whole.records) },
    });
    expect(again.complete).toBe(true);
    expect(fake.calls.count() - before).toBe(fake.calls.count({ method: 'ListLocations' }) / 2);
  });
});

describe('a retry', () => {
  it('reads only what failed', async () => {
    const fake = await start({
      faults: [{ location: 'us-east1', project: 'ml-project-1', fault: { kind: 'denied' } }],
    });
    const first = await collectAll(fakeOnly(fake), PROJECTS);
    const keys = new Set(first.gaps.filter(({ status }) => status === 'denied').map(coverageKey));
    fake.faults.clear();
    const before = fake.calls.all().length;
    const second = await collectAll(fakeOnly(fake), PROJECTS, {
      mode: { type: 'retry', known: knownFrom(first.records), keys },
    });
    const both = describeRecords([...first.records, ...second.records]);
    expect([first.complete, second.complete, both.gaps]).toStrictEqual([false, true, []]);
    const lists = fake.calls
      .all()
      .slice(before)
      .filter(
        ({ method }) =>
          method.startsWith('List') &&
          method !== 'ListLocations' &&
          method !== 'ListCryptoKeyVersions' &&
          method !== 'ListModelVersions',
      );
    expect(new Set(lists.map(({ location, projectId }) => `${projectId} ${location}`))).toStrictEqual(
      new Set(['ml-project-1 us-east1']),
    );
  });

  it('reads a single resource that was refused', async () => {
    const fake = await start({
      faults: [{ method: 'GetBucket', name: 'ml-project-1-data', fault: { kind: 'denied' } }],
    });
    const first = await collectAll(fakeOnly(fake), PROJECTS, { request: { kinds: [JOB] } });
    const keys = new Set(first.gaps.map(coverageKey));
    fake.faults.clear();
    const second = await collectAll(fakeOnly(fake), PROJECTS, {
      request: { kinds: [JOB] },
      mode: { type: 'retry', known: knownFrom(first.records), keys },
    });
    expect([keys.size, second.complete]).toStrictEqual([1, true]);
    expect(describeRecords([...first.records, ...second.records]).gaps).toStrictEqual([]);
    expect(second.names('gcp-storage-bucket')).toStrictEqual(['//storage.googleapis.com/ml-project-1-data']);
  });

  it('reads a network that was refused, which jobs name by the number of its project', async () => {
    const fake = await start({ faults: [{ method: 'GetNetwork', fault: { kind: 'denied' } }] });
    const first = await collectAll(fakeOnly(fake), PROJECTS, { request: { kinds: [JOB] } });
    fake.faults.clear();
    const second = await collectAll(fakeOnly(fake), PROJECTS, {
      request: { kinds: [JOB] },
      mode: { type: 'retry', known: knownFrom(first.records), keys: new Set(first.gaps.map(coverageKey)) },
    });
    const both = describeRecords([...first.records, ...second.records]);
    expect([first.gaps.length, second.complete, both.gaps]).toStrictEqual([2, true, []]);
  });
});

describe('a retry of what belongs to a resource', () => {
  it('reads a policy that was refused', async () => {
    const fault = { service: 'storage.googleapis.com', method: 'GetIamPolicy', fault: { kind: 'denied' } } as const;
    const fake = await start({ faults: [fault] });
    const first = await collectAll(fakeOnly(fake), PROJECTS, { request: { kinds: [JOB] } });
    fake.faults.clear();
    const second = await collectAll(fakeOnly(fake), PROJECTS, {
      request: { kinds: [JOB] },
      mode: { type: 'retry', known: knownFrom(first.records), keys: new Set(first.gaps.map(coverageKey)) },
    });
    const both = describeRecords([...first.records, ...second.records]);
    expect([first.gaps.length, second.complete, both.gaps]).toStrictEqual([4, true, []]);
  });

  it('reads versions of a model whose list was refused', async () => {
    const fake = await start({ faults: [{ method: 'ListModelVersions', fault: { kind: 'denied' } }] });
    const first = await collectAll(fakeOnly(fake), PROJECTS, { request: { kinds: [MODEL] } });
    fake.faults.clear();
    const second = await collectAll(fakeOnly(fake), PROJECTS, {
      request: { kinds: [MODEL] },
      mode: { type: 'retry', known: knownFrom(first.records), keys: new Set(first.gaps.map(coverageKey)) },
    });
    const both = describeRecords([...first.records, ...second.records]);
    expect([first.gaps.length, second.complete, both.gaps]).toStrictEqual([8, true, []]);
  });
});

describe('a refresh', () => {
  it('removes what is gone, changes what changed and adds what is new', async () => {
    const fake = await start();
    const first = await collectAll(fakeOnly(fake), PROJECTS);
    const [project] = ESTATE.projects;
    const path =
      '//aiplatform.googleapis.com/projects/700000000001/locations/us-central1/customJobs/1000000000000000000';
    const old = fake.world.get(path);
    fake.world.remove(path);
    fake.world.remove('//storage.googleapis.com/ml-project-2-data');
    const added = project === undefined ? undefined : buildJob(project, 'us-central1', 5000);
    expect([old === undefined, added === undefined]).toStrictEqual([false, false]);
    if (added !== undefined) {
      fake.world.put(added);
    }
    const second = await collectAll(fakeOnly(fake), PROJECTS, {
      mode: { type: 'refresh', known: knownFrom(first.records) },
    });
    expect(second.records.filter(({ type }) => type === 'removed')).toStrictEqual([
      { type: 'removed', name: '//storage.googleapis.com/ml-project-2-data' },
      { type: 'removed', name: path },
    ]);
    const both = describeRecords([...first.records, ...second.records]);
    const fresh = await collectAll(fakeOnly(fake), PROJECTS);
    const documents = (inventory: Inventory): readonly string[] =>
      inventory.documents.map(({ name }) => name).toSorted();
    expect(documents(both.inventory)).toStrictEqual(documents(fresh.inventory));
  });

  it('replaces what was said of a resource that can be read now', async () => {
    const fake = await start({ faults: [{ method: 'GetBucket', fault: { kind: 'denied' } }] });
    const first = await collectAll(fakeOnly(fake), PROJECTS, { request: { kinds: [JOB] } });
    fake.faults.clear();
    const second = await collectAll(fakeOnly(fake), PROJECTS, {
      request: { kinds: [JOB] },
      mode: { type: 'refresh', known: knownFrom(first.records) },
    });
    const both = describeRecords([...first.records, ...second.records]);
    expect([first.gaps.length, both.gaps, second.complete]).toStrictEqual([4, [], true]);
  });

  it('removes nothing of a place that could not be read', async () => {
    const fake = await start();
    const first = await collectAll(fakeOnly(fake), PROJECTS, { request: { kinds: [JOB], depth: 0 } });
    fake.faults.add({ location: 'us-central1', fault: { kind: 'denied' } });
    const second = await collectAll(fakeOnly(fake), PROJECTS, {
      request: { kinds: [JOB], depth: 0 },
      mode: { type: 'refresh', known: knownFrom(first.records) },
    });
    expect(second.records.filter(({ type }) => type === 'removed')).toStrictEqual([]);
  });

  it('gives the same snapshot when nothing changed', async () => {
    const fake = await start();
    const first = await collectAll(fakeOnly(fake), PROJECTS);
    const second = await collectAll(fakeOnly(fake), PROJECTS, {
      mode: { type: 'refresh', known: knownFrom(first.records) },
    });
    const both = describeRecords([...first.records, ...second.records]);
    expect(snapshotOf(both.inventory)).toBe(snapshotOf(first.inventory));
  });
});
