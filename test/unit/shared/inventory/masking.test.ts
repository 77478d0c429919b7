import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentKey } from '../../../../shared/inventory/content-key.ts';
import { createMasker, hiddenTextsOf, maskOf } from '../../../../shared/inventory/masking.ts';
import type { JsonObject } from '../../../../shared/json.ts';
import { documentOf, JOB } from '../inventory-of.ts';

const KEY = new Uint8Array(32);
const masker = createMasker(KEY);

function jobWith(containerSpec: JsonObject, fields: JsonObject = {}) {
  const name = 'projects/ml-prod/locations/us-central1/customJobs/1';
  return documentOf(JOB, { name, jobSpec: { workerPoolSpecs: [{ containerSpec }] }, ...fields });
}

describe('maskOf', () => {
  it('tells the length class and, by a keyed hash, equal secrets', () => {
    expect(maskOf(KEY, 'hunter2')).toMatch(/^\[masked 1-8 characters #[0-9a-f]{6}\]$/);
    expect(maskOf(KEY, 'x'.repeat(33))).toMatch(/^\[masked 33-64 characters #/);
    expect(maskOf(KEY, 'x'.repeat(5000))).toMatch(/^\[masked more than 1024 characters #/);
    expect(maskOf(KEY, 'hunter2')).toBe(maskOf(KEY, 'hunter2'));
    expect(maskOf(KEY, 'hunter2')).not.toBe(maskOf(KEY, 'hunter3'));
    expect(maskOf(KEY, 'hunter2')).not.toBe(maskOf(new Uint8Array(32).fill(1), 'hunter2'));
  });
});

describe('masking a document', () => {
  it('masks values of variables, credentials in arguments and addresses of shells, and lists them', () => {
    const job = jobWith(
      {
        env: [
          { name: 'WANDB_API_KEY', value: '0123456789' },
          { name: 'DEBUG', value: '1' },
        ],
        args: ['--data=gs://b/x', '--password', 'hunter2', '--token=abc', '--url=https://u:pw@h/x'],
      },
      { webAccessUris: { 'workerpool0-0': 'https://shell.example.com/abc' } },
    );
    const { data, masked } = masker.maskDocument(job);
    expect(data).toStrictEqual({
      ...job.data,
      jobSpec: {
        workerPoolSpecs: [
          {
            containerSpec: {
              env: [
                { name: 'WANDB_API_KEY', value: maskOf(KEY, '0123456789') },
                { name: 'DEBUG', value: maskOf(KEY, '1') },
              ],
              args: [
                '--data=gs://b/x',
                '--password',
                maskOf(KEY, 'hunter2'),
                `--token=${maskOf(KEY, 'abc')}`,
                `--url=https://u:${maskOf(KEY, 'pw')}@h/x`,
              ],
            },
          },
        ],
      },
      webAccessUris: { 'workerpool0-0': maskOf(KEY, 'https://shell.example.com/abc') },
    });
    const container = 'jobSpec.workerPoolSpecs[0].containerSpec';
    expect(masked).toStrictEqual([
      { path: `${container}.env[0].value`, reason: 'value of WANDB_API_KEY' },
      { path: `${container}.env[1].value`, reason: 'value of DEBUG' },
      { path: `${container}.args[2]`, reason: 'value of password' },
      { path: `${container}.args[3]`, reason: 'value of token' },
      { path: `${container}.args[4]`, reason: 'password in a web address' },
      { path: 'webAccessUris.workerpool0-0', reason: 'value of workerpool0-0' },
    ]);
  });

  it.each([
    'gs://bucket/path',
    '/gcs/bucket/path',
    'bq://project.dataset.table',
    'projects/p/secrets/s/versions/latest',
    'https://storage.googleapis.com/bucket/object',
    'trainer@p.iam.gserviceaccount.com',
    'us-docker.pkg.dev/p/r/image:v1',
  ])('leaves a variable that is nothing but the reference %s, because a link is made from it', (value) => {
    const job = jobWith({ env: [{ name: 'X', value }] });
    expect(masker.maskDocument(job).data).toBe(job.data);
  });

  it.each([
    'https://storage.googleapis.com/bucket/object?token-of-some-sort',
    'https://user@storage.googleapis.com/bucket/object',
    'https://example.com/hook/abc',
  ])('masks the address %s, which may be a key', (value) => {
    const job = jobWith({ env: [{ name: 'X', value }] });
    expect(JSON.stringify(masker.maskDocument(job).data)).toContain(`"${maskOf(KEY, value)}"`);
  });

  it('keeps the references in a masked variable behind its mask', () => {
    const value = '{"password":"x","data":"gs://bucket/train,bq://p.d.t"}';
    const job = jobWith({ env: [{ name: 'CONFIG', value }] });
    expect(masker.maskDocument(job).data['jobSpec']).toStrictEqual({
      workerPoolSpecs: [
        { containerSpec: { env: [{ name: 'CONFIG', value: `${maskOf(KEY, value)} gs://bucket/train bq://p.d.t` }] } },
      ],
    });
  });

  it('masks a signed address, which is a key and no name', () => {
    const value = 'https://storage.googleapis.com/b/o?X-Goog-Signature=0123456789abcdef';
    const job = jobWith({ env: [{ name: 'X', value }] });
    expect(JSON.stringify(masker.maskDocument(job).data)).not.toContain('0123456789abcdef');
  });

  it('masks twice as once', () => {
    const job = jobWith({ env: [{ name: 'A', value: 'secret gs://b/c' }], args: ['--token=abc', '--password', 'x'] });
    const once = masker.maskDocument(job);
    const again = createMasker(new Uint8Array(32).fill(7)).maskDocument({ ...job, data: once.data });
    expect(again.data).toBe(once.data);
    expect(again.masked).toStrictEqual([]);
  });

  it('shares what holds no secret with the document, and copies no key into an object’s machinery', () => {
    const job = jobWith({ constructor: { password: 'hunter2' } }, { labels: { team: 'fraud' } });
    const { data, masked } = masker.maskDocument(job);
    expect(masked).toStrictEqual([
      { path: 'jobSpec.workerPoolSpecs[0].containerSpec.constructor.password', reason: 'value of password' },
    ]);
    expect(JSON.stringify(data)).toBe(JSON.stringify(job.data).replace('hunter2', maskOf(KEY, 'hunter2')));
    expect(data['labels']).toBe(job.data['labels']);
  });

  it('names the same texts without making the copy', () => {
    const job = jobWith({ args: ['--password', 'hunter2', '--token=abc'], env: [{ name: 'DEBUG', value: '1' }] });
    const hidden = hiddenTextsOf(job, () => '');
    expect([...hidden].map(([path, { reason }]) => ({ path, reason }))).toStrictEqual(masker.maskDocument(job).masked);
  });

  it('masks credentials in a policy too', () => {
    const iamPolicy = { bindings: [{ role: 'r', members: [], condition: { expression: 'token=abcdefgh' } }] };
    const { iamPolicy: policy, masked } = masker.maskDocument({ ...jobWith({}), iamPolicy });
    expect(JSON.stringify(policy)).not.toContain('abcdefgh');
    expect(masked).toStrictEqual([{ path: 'iamPolicy.bindings[0].condition.expression', reason: 'value of token' }]);
  });
});

describe('masking a value that was taken from a document', () => {
  const job = jobWith({
    args: ['--password', 'abc/def', '--out=gs://b/c --token=x/y'],
    env: [{ name: 'A', value: 'x gs://b/c' }],
  });
  const args = 'jobSpec.workerPoolSpecs[0].containerSpec.args';

  it('masks it as the document does', () => {
    expect(masker.maskAt(job, `${args}[1]`, 'abc/def')).toBe(maskOf(KEY, 'abc/def'));
    expect(masker.maskAt(job, `${args}[2]`, '--out=gs://b/c --token=x/y')).toBe(
      `--out=gs://b/c --token=${maskOf(KEY, 'x/y')}`,
    );
    expect(masker.maskAt(job, 'jobSpec.workerPoolSpecs[0].containerSpec.env[0].value', 'x gs://b/c')).toBe(
      `${maskOf(KEY, 'x gs://b/c')} gs://b/c`,
    );
  });

  it('leaves a part that is no secret and masks one that is', () => {
    expect(masker.maskAt(job, `${args}[2]`, 'gs://b/c')).toBe('gs://b/c');
    expect(masker.maskAt(job, `${args}[2]`, 'x/y')).toBe(maskOf(KEY, 'x/y'));
    expect(masker.maskAt(job, 'name', 'anything')).toBe('anything');
  });
});

describe('the key for masks that depend on content alone', () => {
  it('is the same for equal secrets in any order, and another for other secrets', () => {
    const first = jobWith({ env: [{ name: 'A', value: 'one' }] });
    const second = jobWith({ env: [{ name: 'B', value: 'two' }] });
    const plain = jobWith({ env: [] });
    expect(contentKey([first, second, plain]).key).toStrictEqual(contentKey([second, first]).key);
    expect(contentKey([first]).key).not.toStrictEqual(contentKey([second]).key);
    expect(contentKey([first, plain]).withSecrets).toStrictEqual(new Set([first]));
  });
});

describe('no secret survives', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9]{12,40}$/).map((text) => `s3cr3t${text}`);
  const place = fc.constantFrom<(value: string) => JsonObject>(
    (value) => ({ env: [{ name: 'ANY', value }] }),
    (value) => ({ env: [{ name: 'ANY', value: `x=${value} gs://b/c` }] }),
    (value) => ({ args: ['--password', value] }),
    (value) => ({ args: [`--api-key=${value}`] }),
    (value) => ({ command: ['sh', '-c', `PASSWORD='${value}' train --token "${value}"`] }),
    (value) => ({ args: [`--db=postgres://app:${value}@db/x`] }),
    (value) => ({ args: [`{"client_secret": "${value}"}`] }),
    (value) => ({ args: [`${['-----BEGIN RSA PRIVATE', 'KEY-----'].join(' ')}\n${value}\n`] }),
  );

  it('in a variable, an argument, a command or an address', () => {
    fc.assert(
      fc.property(secret, place, (value, put) => {
        const { data } = masker.maskDocument(jobWith(put(value)));
        expect(JSON.stringify(data)).not.toContain(value);
      }),
    );
  });
});
