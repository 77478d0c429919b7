import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inventory } from '../../../../shared/inventory/inventory.ts';
import { sortKeys } from '../../../../shared/inventory/canonical-json.ts';
import { INPUT_LIMITS } from '../../../../shared/inventory/limits.ts';
import { InventoryBuilder } from '../../../../shared/inventory/records/inventory-builder.ts';
import { writeSnapshot } from '../../../../shared/inventory/snapshot.ts';
import { readSnapshot } from '../../../../shared/inventory/snapshot-read.ts';
import type { JsonObject } from '../../../../shared/json.ts';
import { deriveGraph } from '../../../../shared/graph/derive-graph.ts';
import { readContents, readPaths } from '../../../tools/read-inventory.ts';
import { EMPTY_REVIEW, type ReviewRecord } from '../../../../shared/review/review-record.ts';
import { FULL_REVIEW, JOB_ID } from '../review/review-of.ts';
import { documentOf, inShort, inventoryOf, JOB } from '../inventory-of.ts';

const OPTIONS = { createdTime: '2026-11-23T10:00:00Z', toolVersion: '1.2.3' };

function jobOf(jobSpec: JsonObject, fields: JsonObject = {}) {
  return documentOf(JOB, { name: 'projects/ml-prod/locations/us-central1/customJobs/1', jobSpec, ...fields });
}

function textOf(inventory: Inventory, options: Partial<Parameters<typeof writeSnapshot>[1]> = {}): string {
  return new TextDecoder().decode(writeSnapshot(inventory, { ...OPTIONS, ...options }));
}

/** Only what sorts before everything else of a review, so that the lines above and below stay readable. */
const REVIEW: ReviewRecord = { ...EMPTY_REVIEW, queries: FULL_REVIEW.queries };

const full: Inventory = inventoryOf(
  [
    jobOf(
      { workerPoolSpecs: [{ containerSpec: { env: [{ name: 'A', value: 'hunter2' }] } }] },
      { labels: { z: '1', a: '2' } },
    ),
    {
      ...jobOf({ network: 'projects/1/global/networks/n' }),
      iamPolicy: { bindings: [] },
      ancestors: ['projects/1'],
      updateTime: '2026-01-01T00:00:00Z',
    },
  ],
  {
    projects: [{ projectId: 'p', projectNumber: '1', source: 'files/a.ndjson line 3: ancestors' }],
    coverage: [
      {
        project: 'p',
        location: 'us-central1',
        kind: 'gcp-ai-platform-model',
        status: 'denied',
        count: 0,
        error: 'no permission',
      },
    ],
    problems: [{ code: 'syntax', severity: 'error', file: '/home/ada/b.json', line: 4, reason: 'bad' }],
    skipped: [{ type: 'x/Y', count: 3, file: '/home/ada/a.ndjson' }],
    unattachedPolicies: [{ policy: { etag: 'x' }, origin: { file: '/home/ada/c.json', path: '[0]' } }],
  },
);

describe('writing a snapshot', () => {
  it('writes one row per line, members and keys in a fixed order, without the folders of this machine', () => {
    const lines = textOf(full, { includeSecrets: true, review: REVIEW }).split('\n');
    expect(lines).toStrictEqual([
      '{',
      '"format":"vertex-lineage-snapshot",',
      '"version":2,',
      '"createdTime":"2026-11-23T10:00:00Z",',
      '"toolVersion":"1.2.3",',
      '"scope":{"files":["inventory.json"]},',
      '"coverage":[',
      '{"count":0,"error":"no permission","kind":"gcp-ai-platform-model","location":"us-central1","project":"p","status":"denied"}',
      '],',
      '"projects":[',
      '{"projectId":"p","projectNumber":"1","source":"a.ndjson line 3: ancestors"}',
      '],',
      '"documents":[',
      '{"ancestors":["projects/1"],"data":{"jobSpec":{"network":"projects/1/global/networks/n"},"name":"projects/ml-prod/locations/us-central1/customJobs/1"},"form":"full","iamPolicy":{"bindings":[]},"kind":"gcp-ai-platform-custom-job","name":"//aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/customJobs/1","origin":{"file":"inventory.json"},"updateTime":"2026-01-01T00:00:00Z"},',
      '{"data":{"jobSpec":{"workerPoolSpecs":[{"containerSpec":{"env":[{"name":"A","value":"hunter2"}]}}]},"labels":{"a":"2","z":"1"},"name":"projects/ml-prod/locations/us-central1/customJobs/1"},"form":"full","kind":"gcp-ai-platform-custom-job","name":"//aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/customJobs/1","origin":{"file":"inventory.json"}}',
      '],',
      '"unattachedPolicies":[',
      '{"origin":{"file":"c.json","path":"[0]"},"policy":{"etag":"x"}}',
      '],',
      '"skipped":[',
      '{"count":3,"file":"a.ndjson","type":"x/Y"}',
      '],',
      '"problems":[',
      '{"code":"syntax","file":"b.json","line":4,"reason":"bad","severity":"error"}',
      '],',
      '"redactions":[],',
      '"review":[',
      '{"entry":"query","query":{"author":"Ada","name":"Failed jobs","query":"kind:job state:failed","time":"2026-11-23T10:01:00Z"}}',
      '],',
      expect.stringMatching(/^"integrity":\{"algorithm":"SHA-256","value":"[0-9a-f]{64}"\}$/),
      '}',
      '',
    ]);
  });

  it('writes equal bytes for equal content in any order', () => {
    const other: Inventory = { ...full, documents: full.documents.toReversed() };
    expect(textOf(other)).toBe(textOf(full));
  });

  it('sorts documents by name', () => {
    const labelled = [
      ['b-bucket', '2'],
      ['a-bucket', '3'],
      ['c-bucket', '1'],
    ] as const;
    const documents = labelled.map(([name, order]) => documentOf('gcp-storage-bucket', { name, labels: { order } }));
    const { documents: sorted } = readContents({ s: textOf(inventoryOf(documents)) });
    expect(sorted.map(({ data }) => data['name'])).toStrictEqual(['a-bucket', 'b-bucket', 'c-bucket']);
  });

  it('masks secrets and lists them, unless they are asked for', () => {
    expect(textOf(full)).not.toContain('hunter2');
    expect(readContents({ s: textOf(full) }).redactions).toStrictEqual([
      {
        document: '//aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/customJobs/1',
        path: 'jobSpec.workerPoolSpecs[0].containerSpec.env[0].value',
        reason: 'value of A',
      },
    ]);
    expect(textOf(full, { includeSecrets: true })).toContain('hunter2');
  });
});

describe('reading a snapshot', () => {
  it('gives back what was written', () => {
    const inventory = readContents({ s: textOf(full, { includeSecrets: true, review: REVIEW }) });
    expect(inventory).toStrictEqual({
      ...full,
      documents: full.documents
        .toReversed()
        .map((document) => ({ ...document, data: expect.anything() as JsonObject })),
      projects: [{ projectId: 'p', projectNumber: '1', source: 'a.ndjson line 3: ancestors' }],
      problems: [{ code: 'syntax', severity: 'error', file: 'b.json', line: 4, reason: 'bad' }],
      skipped: [{ type: 'x/Y', count: 3, file: 'a.ndjson' }],
      unattachedPolicies: [{ policy: { etag: 'x' }, origin: { file: 'c.json', path: '[0]' } }],
      createdTime: OPTIONS.createdTime,
      review: REVIEW,
    });
  });

  it('writes the same bytes again, and gives the same graph with secrets masked', async () => {
    const inventory = await readPaths('electron/files/sample');
    const text = textOf(inventory);
    const again = readContents({ s: text });
    expect(again.problems).toStrictEqual([]);
    expect(textOf(again)).toBe(text);
    expect(inShort(deriveGraph(again)).nodes).toStrictEqual(inShort(deriveGraph(inventory)).nodes);
  });

  it('is the same read at once and row by row', () => {
    const text = textOf(full);
    expect(readContents({ s: text }, { sniffBytes: 10, wholeBytes: 20 }, 7)).toStrictEqual(readContents({ s: text }));
    const sorted = JSON.stringify(sortKeys(JSON.parse(text) as JsonObject));
    expect(readContents({ s: sorted }, { sniffBytes: 10, wholeBytes: 20 })).toStrictEqual(readContents({ s: sorted }));
    expect(readContents({ s: sorted }).problems).toStrictEqual(readContents({ s: text }).problems);
  });

  it.each([
    ['a value', '"hunter2"', '"hunter3"'],
    ['a row', '"etag":"x"', '"etag":"y"'],
    ['the time', '2026-11-23', '2026-11-24'],
    ['the integrity value', /"value":"[0-9a-f]{64}"/, `"value":"${'0'.repeat(64)}"`],
  ])('shows a snapshot in which %s was changed, and says so', (_what, before, after) => {
    const text = textOf(full, { includeSecrets: true }).replace(before, after);
    const { documents, problems } = readContents({ 's.lineage.json': text });
    expect(documents.length).toBe(2);
    expect(problems.filter(({ code }) => code === 'snapshot-integrity')).toStrictEqual([
      {
        code: 'snapshot-integrity',
        severity: 'warning',
        file: 's.lineage.json',
        reason:
          'The snapshot was changed after it was written: its contents do not match its integrity value. It is shown all the same.',
      },
    ]);
  });

  it('does not mind another layout of the same content', () => {
    const pretty = JSON.stringify(JSON.parse(textOf(full)), undefined, 4);
    expect(readContents({ s: pretty }).problems).toStrictEqual(readContents({ s: textOf(full) }).problems);
  });

  it.each([
    [
      '"version":3',
      'snapshot-newer',
      'The snapshot has version 3 of the format; this program reads up to version 2. Open it with a newer version of the program.',
    ],
    ['"version":0', 'snapshot-invalid', 'Version 0 of the snapshot format was never released; it was not read.'],
    [
      '"version":"1"',
      'snapshot-invalid',
      'The file says it is a vertex-lineage-snapshot, but has no version; it was not read.',
    ],
  ])('refuses %s', (version, code, reason) => {
    const text = textOf(full).replace('"version":2', version);
    const expected = { documents: [], problems: [{ code, severity: 'error', file: 's', path: 'version', reason }] };
    expect(readContents({ s: text })).toMatchObject(expected);
    expect(readContents({ s: text }, { sniffBytes: 10, wholeBytes: 20 })).toMatchObject(expected);
  });

  it('reads an older version through the steps to the present one', () => {
    const old: JsonObject = {
      format: 'vertex-lineage-snapshot',
      version: 1,
      made: '2026-01-01T00:00:00Z',
      notes: 'gone',
      jobs: [{ id: '7' }],
    };
    const builder = new InventoryBuilder(INPUT_LIMITS);
    const steps = readSnapshot(builder, old, { file: 's' }, [
      {
        from: 1,
        migrate({ key, value }) {
          const members: Readonly<Record<string, unknown>> = { notes: undefined, made: { key: 'createdTime', value } };
          return key === 'jobs'
            ? {
                key: 'documents',
                value: {
                  kind: 'gcp-ai-platform-custom-job',
                  name: '//aiplatform.googleapis.com/projects/p/locations/l/customJobs/7',
                  form: 'full',
                  data: {},
                  origin: { file: 'a' },
                },
              }
            : key in members
              ? (members[key] as { key: string; value: string } | undefined)
              : { key, value };
        },
      },
    ]);
    expect([...steps]).toStrictEqual([]);
    const { documents, createdTime, problems } = builder.build();
    expect([documents.map(({ name }) => name), createdTime, problems.map(({ code }) => code)]).toStrictEqual([
      ['//aiplatform.googleapis.com/projects/p/locations/l/customJobs/7'],
      '2026-01-01T00:00:00Z',
      ['snapshot-integrity'],
    ]);
  });

  it('passes over rows that are none, counts kinds it does not know, and keeps the rest', () => {
    const rows = [
      7,
      { kind: 'gcp-from-the-future', name: '//x/y', form: 'full', data: {}, origin: { file: 'a' } },
      { kind: 'gcp-storage-bucket', name: 'no name', form: 'full', data: {}, origin: { file: 'a' } },
      {
        kind: 'gcp-storage-bucket',
        name: '//storage.googleapis.com/bucket',
        form: 'odd',
        data: {},
        origin: { file: 'a' },
      },
      {
        kind: 'gcp-storage-bucket',
        name: '//storage.googleapis.com/bucket',
        form: 'full',
        data: {},
        origin: { file: 'a' },
      },
    ];
    const snapshot = {
      format: 'vertex-lineage-snapshot',
      version: 1,
      createdTime: 'yesterday',
      coverage: [{ status: 'lost' }],
      documents: rows,
      more: 1,
    };
    const { documents, problems, skipped } = readContents({ s: JSON.stringify(snapshot) });
    expect(documents.map(({ name }) => name)).toStrictEqual(['//storage.googleapis.com/bucket']);
    expect(skipped).toStrictEqual([{ type: 'gcp-from-the-future', count: 1, file: 's' }]);
    expect(problems.map(({ code, path }) => [code, path])).toStrictEqual([
      ['snapshot-invalid', 'createdTime'],
      ['snapshot-invalid', 'coverage[0]'],
      ['snapshot-invalid', 'documents[0]'],
      ['snapshot-invalid', 'documents[2]'],
      ['snapshot-invalid', 'documents[3]'],
      ['snapshot-invalid', 'more'],
      ['snapshot-integrity', undefined],
    ]);
  });
});

describe('the review in a snapshot', () => {
  const written = { includeSecrets: true, review: FULL_REVIEW };

  it('comes back whole, and is written to the same bytes again', () => {
    const inventory = readContents({ s: textOf(full, written) });
    expect(inventory.review).toStrictEqual(FULL_REVIEW);
    expect(textOf(inventory, { includeSecrets: true })).toBe(textOf(full, written));
    expect(readContents({ s: textOf(full, written) }, { sniffBytes: 10, wholeBytes: 20 })).toStrictEqual(inventory);
  });

  it('is one of several snapshots', () => {
    const other = { ...EMPTY_REVIEW, notes: FULL_REVIEW.notes.map((note) => ({ ...note, id: 'n2', text: 'Second' })) };
    const { review } = readContents({ a: textOf(full, written), b: textOf(full, { review: other }) });
    expect(review?.notes.map(({ text }) => text)).toStrictEqual(['Ask the vision team.', 'Second']);
    expect(review?.acceptances).toStrictEqual(FULL_REVIEW.acceptances);
  });

  it('has the credentials in its texts masked and listed, unless they are asked for', () => {
    const notes = [{ ...FULL_REVIEW.notes[0], text: 'Key AIzaSyA1234567890abcdefghijklmnopqrstuv leaked' }];
    const review = { ...EMPTY_REVIEW, notes } as ReviewRecord;
    const masked = readContents({ s: textOf(full, { review }) });
    expect(masked.review?.notes[0]?.text).toMatch(/^Key \[masked 33-64 characters #[0-9a-f]{6}\] leaked$/);
    expect(masked.redactions).toContainEqual({ document: 'review', path: 'notes[n1].text', reason: 'Google API key' });
    expect(textOf(full, { review, includeSecrets: true })).toContain('AIzaSyA1234567890abcdefghijklmnopqrstuv');
    expect(textOf(masked)).toBe(textOf(full, { review }));
  });

  it('loses an entry that is wrong, says so, and keeps the rest', () => {
    const text = textOf(full, { ...written }).replace('"mark":"to-check"', '"mark":"fine"');
    const { review, problems } = readContents({ s: text });
    expect(review).toStrictEqual({ ...FULL_REVIEW, marks: [] });
    expect(problems.map(({ code, path, reason }) => [code, path, reason]).slice(1)).toStrictEqual([
      ['snapshot-invalid', 'review[2]', 'This mark of the review is not as it should be (mark); it was passed over.'],
      [
        'snapshot-integrity',
        undefined,
        'The snapshot was changed after it was written: its contents do not match its integrity value. It is shown all the same.',
      ],
    ]);
  });

  it('was not there in version 1, whose place for a view was never used', () => {
    const old = { format: 'vertex-lineage-snapshot', version: 1, view: { hidden: [JOB_ID] }, documents: [] };
    const { review, problems } = readContents({ s: JSON.stringify(old) });
    expect(review).toBeUndefined();
    expect(problems.map(({ code }) => code)).toStrictEqual(['snapshot-integrity']);
  });
});

describe('any snapshot', () => {
  const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<JsonObject[string]>;
  const job = fc
    .record({ labels: fc.dictionary(fc.string(), fc.string()), extra: json, id: fc.integer({ min: 1, max: 5 }) })
    .map(({ labels, extra, id }) =>
      jobOf({}, { labels, extra, name: `projects/p/locations/us-central1/customJobs/${id}` }),
    );

  it('survives being read and written again, byte for byte', () => {
    fc.assert(
      fc.property(fc.array(job), (documents) => {
        const text = textOf(inventoryOf(documents));
        const again = readContents({ s: text });
        expect(again.problems.filter(({ code }) => code !== 'unsafe-key')).toStrictEqual([]);
        expect(textOf(again)).toBe(text);
      }),
    );
  });
});
