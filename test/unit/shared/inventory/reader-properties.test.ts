import fc from 'fast-check';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContents } from '../../../tools/read-inventory.ts';

const FILES = 'test/fixtures/files';
const fixtures = readdirSync(FILES, { recursive: true, encoding: 'utf8' })
  .filter((name) => statSync(join(FILES, name)).isFile())
  .toSorted();

const name = fc.integer({ min: 1, max: 99 }).map((id) => `projects/p/locations/us-central1/customJobs/${id}`);
const job = fc.record({
  name,
  displayName: fc.string(),
  jobSpec: fc.constant({}),
  labels: fc.dictionary(fc.string(), fc.string()),
});
const foreign = fc.constant({ name: '//a.googleapis.com/x', asset_type: 'a.googleapis.com/X', data: ['}', '"', '\\'] });
const damaged = fc.constantFrom('{"a": tru}', '{"name":"', '{"a":[1,}', '7', '"x"');
const text = fc.oneof(
  { weight: 5, arbitrary: fc.oneof(job, foreign).map((record) => JSON.stringify(record)) },
  { weight: 1, arbitrary: damaged },
);
const file = fc.oneof(
  fc.array(text).map((records) => records.join('\n')),
  fc.array(text).map((records) => `[${records.join(',')}]`),
  fc.array(text).map((records) => `{"customJobs":[${records.join(',\n')}],"nextPageToken":"t"}`),
  fc.array(text).map((records) => records.map((record) => `---\n${record}\n`).join('')),
);

describe('reading in pieces', () => {
  it.each(fixtures)('gives the same inventory of %s in pieces of any size', (fixture) => {
    const bytes = readFileSync(join(FILES, fixture));
    const whole = readContents({ [fixture]: bytes });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (size) => {
        expect(readContents({ [fixture]: bytes }, {}, size)).toStrictEqual(whole);
      }),
      { numRuns: 5 },
    );
  });

  it('gives the same inventory of any file in pieces of any size, whatever is read at once', () => {
    fc.assert(
      fc.property(file, fc.integer({ min: 1, max: 50 }), fc.constantFrom(20, 60, 100_000), (contents, size, limit) => {
        const limits = { sniffBytes: limit, wholeBytes: limit };
        expect(readContents({ a: contents }, limits, size)).toStrictEqual(readContents({ a: contents }, limits));
      }),
    );
  });

  it('finds the same documents in a list that is read at once and element by element', () => {
    fc.assert(
      fc.property(fc.array(job, { minLength: 1 }), fc.constantFrom('list', 'page'), (jobs, shape) => {
        const list = JSON.stringify(jobs);
        const contents = shape === 'list' ? list : `{"customJobs":${list}}`;
        const atOnce = readContents({ a: contents });
        const inPieces = readContents({ a: contents }, { wholeBytes: 10 });
        expect(inPieces).toStrictEqual(atOnce);
        expect(atOnce.documents.length).toBe(jobs.length);
      }),
    );
  });

  it('finds the same resources in an aggregated list that is read at once and piece by piece', () => {
    const address = fc.integer({ min: 1, max: 99 }).map((id) => ({
      kind: 'compute#address',
      name: `a-${id}`,
      selfLink: `https://www.googleapis.com/compute/v1/projects/p/regions/r/addresses/a-${id}`,
    }));
    const other = fc.constant({ kind: 'compute#disk', name: 'd', selfLink: 'https://x/y' });
    const group = fc.record(
      { addresses: fc.array(fc.oneof(address, other)), warning: fc.constant({ code: 'NO_RESULTS_ON_PAGE' }) },
      { requiredKeys: [] },
    );
    const scope = fc.constantFrom('global', 'regions/r', 'zones/"quoted"', 'zones/z');
    fc.assert(
      fc.property(
        fc.dictionary(scope, group, { minKeys: 1 }),
        fc.constantFrom({}, { nextPageToken: 't' }, { unreachable: ['regions/x'] }),
        fc.integer({ min: 1, max: 200 }),
        (items, rest, size) => {
          const contents = JSON.stringify({ kind: 'compute#addressAggregatedList', items, ...rest });
          const atOnce = readContents({ a: contents });
          expect(readContents({ a: contents }, { wholeBytes: 10, sniffBytes: 10 }, size)).toStrictEqual(atOnce);
        },
      ),
    );
  });

  it('loses no sound line to the bad ones around it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            job.map((each) => ({ job: each })),
            damaged,
          ),
          { minLength: 2 },
        ),
        (records) => {
          const lines = records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record.job)));
          const jobs = records.filter((record) => typeof record !== 'string');
          // The first line alone cannot tell NDJSON from a JSON file: a sound one is put before.
          const first = '{"name":"projects/p/locations/us-central1/customJobs/100","jobSpec":{}}';
          const { documents } = readContents({ a: [first, ...lines].join('\n') });
          expect(documents.length).toBe(jobs.length + 1);
        },
      ),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('', '[', '{', '---\n', '{"a":1}\n'),
        (bytes, start) => {
          const contents = new Uint8Array([...new TextEncoder().encode(start), ...bytes]);
          expect(readContents({ a: contents }).documents).toStrictEqual([]);
        },
      ),
    );
  });
});
