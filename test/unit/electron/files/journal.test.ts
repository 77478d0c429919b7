import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJournalStore } from '../../../../electron/files/journal.ts';
import type { CollectionRecord } from '../../../../shared/inventory/collection/collection-record.ts';
import { createInventoryReader } from '../../../../shared/inventory/reader.ts';
import { parseResourceName } from '../../../../shared/resource/resource-name.ts';

const ID = '6f0e2a51-2f0e-4c9d-9d53-0d8c0b8a7f10';

const START: CollectionRecord = {
  type: 'collection',
  format: 'vertex-lineage-collection',
  formatVersion: 1,
  createdTime: '2026-11-23T10:00:00Z',
  toolVersion: '0.1.0',
  request: { projects: ['northwind', 'contoso'], depth: 3, assets: 'auto', transport: 'auto' },
};

function jobRecord(id: string): CollectionRecord {
  const relative = `projects/northwind/locations/europe-west4/customJobs/${id}`;
  const parsed = parseResourceName(`//aiplatform.googleapis.com/${relative}`);
  if (parsed === undefined) throw new Error('not a name');
  const env = [{ name: 'API_TOKEN', value: 'correct-horse-battery' }];
  return {
    type: 'document',
    document: {
      kind: 'gcp-ai-platform-custom-job',
      name: parsed.name,
      data: { name: relative, jobSpec: { workerPoolSpecs: [{ containerSpec: { imageUri: 'python:3.11', env } }] } },
      form: 'full',
      origin: { file: 'Google Cloud' },
    },
  };
}

const COVERAGE: CollectionRecord = {
  type: 'coverage',
  row: {
    project: 'northwind',
    location: 'europe-west4',
    kind: 'gcp-ai-platform-custom-job',
    status: 'read',
    count: 1,
  },
};

const MASKED = {
  path: 'jobSpec.workerPoolSpecs[0].containerSpec.env[0].value',
  reason: 'value of API_TOKEN',
};

let folder: string;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'journal-')), 'collections');
});

afterEach(async () => {
  await rm(join(folder, '..'), { recursive: true });
});

async function writeJournal(...records: readonly CollectionRecord[]): Promise<void> {
  const journal = await createJournalStore(folder).create(ID);
  for (const record of records) await journal.append(record);
  await journal.close();
}

/** Kinds of the records a journal gives back. */
async function openedTypes(): Promise<readonly string[]> {
  const types: string[] = [];
  const { journal } = await createJournalStore(folder).open(ID, ({ type }) => types.push(type));
  await journal.close();
  return types;
}

describe('the journal of a collection', () => {
  it('gives back what was appended, with secrets masked, to be gone on with', async () => {
    await writeJournal(START, jobRecord('1'), COVERAGE);
    const text = await readFile(createJournalStore(folder).fileOf(ID), 'utf8');
    expect(text.includes('correct-horse-battery')).toBe(false);
    expect(text.includes('[masked 17-32 characters #')).toBe(true);
    const records: CollectionRecord[] = [];
    const { journal, request } = await createJournalStore(folder).open(ID, (record) => records.push(record));
    expect(request).toStrictEqual(START.type === 'collection' ? START.request : undefined);
    expect([records[0], records[2]]).toStrictEqual([START, COVERAGE]);
    expect(records[1]).toMatchObject({ masked: [MASKED] });
    await journal.append(jobRecord('2'));
    await journal.close();
    expect(await openedTypes()).toStrictEqual(['collection', 'document', 'coverage', 'document']);
  });

  it('still knows what was masked when it takes over what another one kept', async () => {
    const records: CollectionRecord[] = [];
    await writeJournal(START, jobRecord('1'));
    const { journal } = await createJournalStore(folder).open(ID, (record) => records.push(record));
    for (const record of records.slice(1)) await journal.append(record);
    await journal.close();
    records.length = 0;
    await (await createJournalStore(folder).open(ID, (record) => records.push(record))).journal.close();
    expect(records[2]).toStrictEqual(records[1]);
    expect(records[2]).toMatchObject({ masked: [MASKED] });
  });

  it('loses only the line that a crash cut', async () => {
    await writeJournal(START, jobRecord('1'));
    const file = createJournalStore(folder).fileOf(ID);
    await appendFile(file, '{"type":"document","docu');
    expect(await openedTypes()).toStrictEqual(['collection', 'document']);
    const text = await readFile(file, 'utf8');
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('is for the user alone', async () => {
    await writeJournal(START);
    const modes = await Promise.all(
      [folder, createJournalStore(folder).fileOf(ID)].map(async (path) => (await stat(path)).mode & 0o777),
    );
    expect(modes).toStrictEqual([0o700, 0o600]);
  });

  it('is listed by what it is of, and gone when it is removed', async () => {
    const store = createJournalStore(folder);
    expect(await store.list()).toStrictEqual([]);
    await writeJournal(START);
    const { size } = await stat(store.fileOf(ID));
    expect(await store.list()).toStrictEqual([
      { id: ID, title: 'northwind, contoso', startedTime: '2026-11-23T10:00:00Z', bytes: size },
    ]);
    await store.remove(ID);
    await store.remove(ID);
    expect(await store.list()).toStrictEqual([]);
  });

  it('has no file outside of its folder', () => {
    expect(() => createJournalStore(folder).fileOf('../settings')).toThrow('This is not the id of a collection.');
  });

  it('opens as an inventory like any other file', async () => {
    await writeJournal(START, jobRecord('1'), COVERAGE);
    const reader = createInventoryReader();
    reader.beginFile('unfinished.ndjson');
    reader.push(await readFile(createJournalStore(folder).fileOf(ID)));
    reader.endFile();
    const { documents, coverage } = reader.finish();
    expect([documents.map(({ kind }) => kind), coverage.map(({ status }) => status)]).toStrictEqual([
      ['gcp-ai-platform-custom-job'],
      ['read'],
    ]);
  });
});
