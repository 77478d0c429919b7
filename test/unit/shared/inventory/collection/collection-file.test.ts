import { describe, expect, it } from 'vitest';
import { deriveGraph } from '../../../../../shared/graph/derive-graph.ts';
import { COLLECTION_FORMAT, COLLECTION_VERSION } from '../../../../../shared/inventory/collection/collection-record.ts';
import type { CollectionRecord } from '../../../../../shared/inventory/collection/collection-record.ts';
import { recordLine } from '../../../../../shared/inventory/collection/write-record.ts';
import type { CoverageRow, Inventory } from '../../../../../shared/inventory/inventory.ts';
import { createInventoryReader } from '../../../../../shared/inventory/reader.ts';
import type { ResourceDocument } from '../../../../../shared/resource/document.ts';
import { parseResourceName } from '../../../../../shared/resource/resource-name.ts';

const START: CollectionRecord = {
  type: 'collection',
  format: COLLECTION_FORMAT,
  formatVersion: COLLECTION_VERSION,
  createdTime: '2026-11-20T10:00:00Z',
  toolVersion: '1.0.0',
  request: { projects: ['northwind-ml'], depth: 2, assets: 'off', transport: 'auto' },
};

const READ: CoverageRow = {
  project: 'northwind-ml',
  location: 'us-central1',
  kind: 'gcp-ai-platform-custom-job',
  status: 'read',
  count: 2,
};

describe('a file of collection records', () => {
  it('gives the documents, coverage and ties of its records', () => {
    const tie = { projectId: 'northwind-ml', projectNumber: '123456789012', source: 'aiplatform.googleapis.com: name' };
    const inventory = read([
      START,
      { type: 'project', tie },
      { type: 'document', document: job('1', 'first') },
      { type: 'coverage', row: READ },
      { type: 'end', complete: true },
    ]);
    expect(inventory).toStrictEqual({
      documents: [job('1', 'first')],
      projects: [tie],
      coverage: [READ],
      problems: [],
      skipped: [],
      unattachedPolicies: [],
      redactions: [],
      createdTime: '2026-11-20T10:00:00Z',
    });
  });

  it('replaces a document by a later one of the same name, in its place', () => {
    const { documents } = read([
      START,
      { type: 'document', document: job('1', 'first') },
      { type: 'document', document: job('2', 'second') },
      { type: 'document', document: job('1', 'changed') },
      { type: 'end', complete: true },
    ]);
    expect(documents).toStrictEqual([job('1', 'changed'), job('2', 'second')]);
  });

  it('tells what was masked in its documents, as the last record of each has it', () => {
    const masked = [{ path: 'jobSpec.env[0].value', reason: 'value of TOKEN' }];
    const [one, two, three] = [job('1', 'first'), job('2', 'second'), job('3', 'third')];
    const { redactions, documents } = read([
      START,
      { type: 'document', document: one, masked },
      { type: 'document', document: two, masked },
      { type: 'document', document: three, masked },
      { type: 'document', document: two },
      { type: 'removed', name: three.name },
      { type: 'end', complete: true },
    ]);
    expect(redactions).toStrictEqual([{ document: one.name, path: 'jobSpec.env[0].value', reason: 'value of TOKEN' }]);
    expect(documents).toStrictEqual([one, two]);
  });

  it('leaves out what a later record removed, and takes it again when it comes back', () => {
    const one = job('1', 'first');
    const removed: CollectionRecord = { type: 'removed', name: one.name };
    const end: CollectionRecord = { type: 'end', complete: true };
    const document: CollectionRecord = { type: 'document', document: one };
    expect(read([START, document, removed, end]).documents).toStrictEqual([]);
    expect(read([START, document, removed, document, end]).documents).toStrictEqual([one]);
  });

  it('keeps the last coverage row of each reading', () => {
    const denied: CoverageRow = { ...READ, status: 'denied', count: 0, permission: 'aiplatform.customJobs.list' };
    const policy: CoverageRow = { ...READ, aspect: 'iam-policy', count: 1 };
    const { coverage } = read([
      START,
      { type: 'coverage', row: denied },
      { type: 'coverage', row: policy },
      { type: 'coverage', row: READ },
      { type: 'end', complete: true },
    ]);
    expect(coverage).toStrictEqual([READ, policy]);
  });

  it('says that it was not finished when its end is missing', () => {
    expect(read([START, { type: 'coverage', row: READ }]).problems).toStrictEqual([
      {
        code: 'cancelled',
        severity: 'note',
        file: 'live',
        reason: 'The collection ended before everything was read; the coverage table says what is missing.',
      },
    ]);
  });

  it('takes a last line that was cut short for what it is', () => {
    const text = lines([START, { type: 'document', document: job('1', 'first') }]);
    const { documents, problems } = readText(`${text}{"type":"document","document":{"kind":"gcp-ai-pla`);
    expect(documents).toStrictEqual([job('1', 'first')]);
    expect(problems.map(({ severity, line }) => ({ severity, line }))).toStrictEqual([
      { severity: 'note', line: 3 },
      { severity: 'note', line: undefined },
    ]);
  });

  it('is not read when a newer version wrote it', () => {
    const newer = recordLine(START).replace('"formatVersion":1', '"formatVersion":2');
    const { documents, problems } = readText(newer + lines([{ type: 'document', document: job('1', 'first') }]));
    expect(documents).toStrictEqual([]);
    expect(problems.map(({ code, severity }) => ({ code, severity }))).toStrictEqual([
      { code: 'snapshot-newer', severity: 'error' },
    ]);
  });

  it('passes over single records that are wrong', () => {
    const wrong = ['{"type":"coverage","row":{"kind":"none"}}', '{"type":"magic"}', '{"type":"removed"}'].join('\n');
    const { documents, problems } = readText(
      `${lines([START])}${wrong}\n${lines([
        { type: 'document', document: job('1', 'first') },
        { type: 'end', complete: true },
      ])}`,
    );
    expect(documents).toStrictEqual([job('1', 'first')]);
    expect(problems.map(({ line, path }) => ({ line, path }))).toStrictEqual([
      { line: 2, path: 'row.project' },
      { line: 3, path: 'type' },
      { line: 4, path: 'name' },
    ]);
  });

  it('does not replace documents of another file', () => {
    const reader = createInventoryReader();
    for (const name of ['first.ndjson', 'second.ndjson']) {
      reader.beginFile(name);
      reader.push(
        bytesOf(lines([START, { type: 'document', document: job('1', name) }, { type: 'end', complete: true }])),
      );
      reader.endFile();
    }
    expect(reader.finish().documents).toStrictEqual([job('1', 'first.ndjson'), job('1', 'second.ndjson')]);
  });

  it('keeps the time at which a tag was resolved', () => {
    const document = image('2026-11-20T10:00:00Z');
    const { documents } = read([START, { type: 'document', document }, { type: 'end', complete: true }]);
    expect(documents).toStrictEqual([document]);
  });

  it('reads replacements in time that grows with their number', () => {
    const records: CollectionRecord[] = [START];
    for (let index = 0; index < 30_000; index += 1) {
      records.push({ type: 'document', document: job(String(index % 100), `turn ${index}`) });
    }
    const before = performance.now();
    expect(read([...records, { type: 'end', complete: true }]).documents).toHaveLength(100);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

describe('coverage of resources', () => {
  it('is the reason of a node that was not read', () => {
    const document = job('1', 'first');
    const key = 'projects/northwind-ml/locations/us-central1/keyRings/ring/cryptoKeys/key';
    const row: CoverageRow = {
      project: 'northwind-ml',
      location: 'us-central1',
      kind: 'gcp-cloud-kms-crypto-key',
      status: 'denied',
      count: 0,
      resource: `//cloudkms.googleapis.com/${key}`,
      error: 'It takes cloudkms.cryptoKeys.get.',
    };
    const encrypted = { ...document, data: { ...document.data, encryptionSpec: { kmsKeyName: key } } };
    const { nodes } = deriveGraph(
      read([
        START,
        { type: 'document', document: encrypted },
        { type: 'coverage', row },
        { type: 'coverage', row: { ...row, status: 'read', count: 7, resource: 'other', extent: 'named' } },
        { type: 'end', complete: true },
      ]),
    );
    const reasons = [...nodes.values()].filter(({ kind }) => kind === row.kind).map(({ reason }) => reason);
    expect(reasons).toStrictEqual(['Not read: access was denied. It takes cloudkms.cryptoKeys.get.']);
  });
});

function read(records: readonly CollectionRecord[]): Inventory {
  return readText(lines(records));
}

function readText(text: string): Inventory {
  const reader = createInventoryReader();
  reader.beginFile('live');
  reader.push(bytesOf(text));
  reader.endFile();
  return reader.finish();
}

function lines(records: readonly CollectionRecord[]): string {
  return records.map(recordLine).join('');
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function job(id: string, displayName: string): ResourceDocument {
  return {
    kind: 'gcp-ai-platform-custom-job',
    name: nameOf(`projects/northwind-ml/locations/us-central1/customJobs/${id}`),
    data: { name: `projects/northwind-ml/locations/us-central1/customJobs/${id}`, displayName },
    form: 'full',
    origin: { file: 'aiplatform.googleapis.com' },
  };
}

function image(aliasTime: string): ResourceDocument {
  const repository = 'projects/northwind-ml/locations/us/repositories/train/dockerImages';
  const digest = `sha256:${'ab'.repeat(32)}`;
  return {
    kind: 'gcp-artifact-registry-docker-image',
    name: nameOf(`//artifactregistry.googleapis.com/${repository}/trainer@${digest}`),
    data: { name: `${repository}/trainer@${digest}` },
    form: 'full',
    aliases: [nameOf(`//artifactregistry.googleapis.com/${repository}/trainer:stable`)],
    aliasTime,
    origin: { file: 'artifactregistry.googleapis.com' },
  };
}

function nameOf(text: string): ResourceDocument['name'] {
  const parsed = parseResourceName(text);
  if (parsed === undefined) {
    throw new Error(`${text} is no name`);
  }
  return parsed.name;
}
