import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../shared/json.ts';
import { canonicalDocument, MAX_DOCUMENT_DEPTH } from '../../../../shared/resource/canonical.ts';

const JOB = 'gcp-ai-platform-custom-job';

describe('canonicalDocument()', () => {
  it('writes field names in camelCase and leaves keys that are data', () => {
    expect(
      canonicalDocument(JOB, {
        display_name: 'forecast',
        labels: { cost_centre: '4711' },
        job_spec: {
          worker_pool_specs: [{ container_spec: { image_uri: 'python', env: [{ name: 'A_B', value: 'c_d' }] } }],
          base_output_directory: { output_uri_prefix: 'gs://ml-data' },
        },
      }),
    ).toStrictEqual({
      data: {
        displayName: 'forecast',
        labels: { cost_centre: '4711' },
        jobSpec: {
          workerPoolSpecs: [{ containerSpec: { imageUri: 'python', env: [{ name: 'A_B', value: 'c_d' }] } }],
          baseOutputDirectory: { outputUriPrefix: 'gs://ml-data' },
        },
      },
      issues: [],
    });
  });

  it('returns the given object itself when nothing changes, and shares what does not', () => {
    const jobSpec = { workerPoolSpecs: [{}] };
    const data = { displayName: 'a', jobSpec };
    expect(canonicalDocument(JOB, data).data).toBe(data);
    expect(canonicalDocument(JOB, { display_name: 'a', jobSpec }).data['jobSpec']).toBe(jobSpec);
  });

  it('keeps both spellings of a field where a document has both', () => {
    expect(canonicalDocument(JOB, { display_name: 'old', displayName: 'new' }).data).toStrictEqual({
      display_name: 'old',
      displayName: 'new',
    });
  });

  it('leaves out a key that could reach a prototype, and says where', () => {
    const data = JSON.parse(
      '{"jobSpec":{"__proto__":{"polluted":1},"network":"n"},"labels":{"constructor":"x"}}',
    ) as JsonObject;
    const canonical = canonicalDocument(JOB, data);
    expect(JSON.stringify(canonical.data)).toBe('{"jobSpec":{"network":"n"},"labels":{"constructor":"x"}}');
    expect(canonical.issues).toStrictEqual([{ path: 'jobSpec.__proto__', code: 'unsafe-key' }]);
    expect(Object.getPrototypeOf(canonical.data['jobSpec'])).toBe(Object.prototype);
  });

  it('cuts what is deeper than any document, and says where', () => {
    let deep: JsonObject = {};
    for (let depth = 0; depth < MAX_DOCUMENT_DEPTH + 50; depth += 1) {
      deep = { a: deep };
    }
    const { data, issues } = canonicalDocument(JOB, deep);
    expect(JSON.stringify(data).match(/"a"/g)?.length).toBe(MAX_DOCUMENT_DEPTH + 1);
    expect(issues).toStrictEqual([
      {
        path: Array(MAX_DOCUMENT_DEPTH + 1)
          .fill('a')
          .join('.'),
        code: 'too-deep',
      },
    ]);
  });

  it('changes nothing in what it has made', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const { data } = canonicalDocument(JOB, JSON.parse(JSON.stringify(value)) as JsonObject);
        expect(canonicalDocument(JOB, data).data).toBe(data);
      }),
    );
  });
});
