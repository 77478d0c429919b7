import { describe, expect, it } from 'vitest';
import { createInventoryReader } from '../../../../shared/inventory/reader.ts';
import { readContents } from '../../../tools/read-inventory.ts';

describe('mixed and damaged files', () => {
  const one = '{"name":"projects/p/locations/us-central1/customJobs/1","jobSpec":{}}';
  const two = '{"name":"projects/p/locations/us-central1/customJobs/2","jobSpec":{}}';
  const nameOf = (id: number): string =>
    `//aiplatform.googleapis.com/projects/p/locations/us-central1/customJobs/${id}`;

  it('goes by content, never by name', () => {
    const { documents } = readContents({
      'a.yaml': `[${one}]`,
      'b.json': 'name: projects/p/locations/us-central1/customJobs/2\njobSpec: {}',
    });
    expect(documents.map(({ name }) => name)).toStrictEqual([nameOf(1), nameOf(2)]);
  });

  it('reads objects written after one another', () => {
    const { documents } = readContents({ a: `${JSON.stringify(JSON.parse(one), undefined, 2)}\n${two}` });
    expect(documents.map(({ name, origin }) => [name, origin.line])).toStrictEqual([
      [nameOf(1), 1],
      [nameOf(2), 5],
    ]);
  });

  it('reads lists of pages', () => {
    const { documents } = readContents({ a: `[{"customJobs":[${one}]},{"customJobs":[${two}]}]` });
    expect(documents.map(({ name, origin }) => [name, origin.path])).toStrictEqual([
      [nameOf(1), '[0].customJobs[0]'],
      [nameOf(2), '[1].customJobs[0]'],
    ]);
  });

  it.each([
    ['[BAD,TWO]', '[0]', 12],
    ['{"customJobs":[BAD,TWO]}', 'customJobs[0]', 26],
  ])('keeps the sound elements of %s', (shape, path, column) => {
    const text = shape.replace('BAD', '{"name": tru}').replace('TWO', two);
    const { documents, problems } = readContents({ 'a.json': text });
    expect(documents.map(({ name }) => name)).toStrictEqual([nameOf(2)]);
    expect(problems).toStrictEqual([
      {
        code: 'syntax',
        severity: 'error',
        file: 'a.json',
        line: 1,
        path,
        reason: `Not valid JSON at line 1, column ${column - 1}: a value is missing.`,
      },
    ]);
  });

  it('says of a damaged page too that there are more pages', () => {
    const { documents, problems } = readContents({ a: `{"customJobs":[{"a":x},${one}],"nextPageToken":"t"}` });
    expect([documents.length, problems.map(({ code }) => code)]).toStrictEqual([1, ['syntax', 'incomplete-list']]);
  });

  it('keeps the sound rows of a damaged page of projects and of a damaged snapshot', () => {
    const project = '{"projectId":"p","projectNumber":"1","lifecycleState":"ACTIVE"}';
    expect(readContents({ a: `{"projects":[${project},{"a":x}]}` }).documents.map(({ name }) => name)).toStrictEqual([
      '//cloudresourcemanager.googleapis.com/projects/p',
    ]);
    const row =
      '{"kind":"gcp-storage-bucket","name":"//storage.googleapis.com/bucket","form":"full","data":{},"origin":{"file":"a"}}';
    const text = `{"format":"vertex-lineage-snapshot","version":1,"documents":[${row},{"a":x}]}`;
    const { documents, problems } = readContents({ a: text });
    expect(documents.map(({ name }) => name)).toStrictEqual(['//storage.googleapis.com/bucket']);
    expect(problems.map(({ code, path }) => [code, path])).toStrictEqual([
      ['syntax', 'documents[1]'],
      ['snapshot-integrity', undefined],
    ]);
  });

  it('keeps the whole elements of a list that was cut short, and says where', () => {
    const { documents, problems } = readContents({ 'a.json': `[\n${one},\n{"name": "projects/p` });
    expect(documents.map(({ name }) => name)).toStrictEqual([nameOf(1)]);
    expect(problems).toStrictEqual([
      {
        code: 'syntax',
        severity: 'error',
        file: 'a.json',
        line: 3,
        path: '[1]',
        reason: 'Not valid JSON at line 3, column 10: a string is not closed.',
      },
    ]);
  });

  it('does not put a resource together from the sound parts of a damaged one', () => {
    const { documents, problems } = readContents({
      'a.json': '{\n"name":"projects/p/locations/l/customJobs/1",\n"jobSpec":{"network":},\n"state":"X"}',
    });
    expect(documents).toStrictEqual([]);
    expect(problems).toStrictEqual([
      {
        code: 'syntax',
        severity: 'error',
        file: 'a.json',
        line: 3,
        path: 'jobSpec',
        reason: 'Not valid JSON at line 3, column 22: a value is missing.',
      },
    ]);
  });

  it('keeps the sound documents of a YAML file', () => {
    const text =
      'name: projects/p/locations/us-central1/customJobs/1\njobSpec: {}\n---\na: [1\nb: 2\n---\nname: projects/p/locations/us-central1/customJobs/2\njobSpec: {}\n';
    const { documents, problems } = readContents({ 'a.yaml': text });
    expect(documents.map(({ name, origin }) => [name, origin.line])).toStrictEqual([
      [nameOf(1), 1],
      [nameOf(2), 7],
    ]);
    expect(problems).toStrictEqual([
      {
        code: 'syntax',
        severity: 'error',
        file: 'a.yaml',
        line: 5,
        reason: 'Not valid YAML at line 5, column 1: the indentation does not fit.',
      },
    ]);
  });

  it('says that a table made for people is no data', () => {
    expect(readContents({ 'jobs.txt': 'NAME  STATE\nchurn  JOB_STATE_FAILED\n' }).problems).toStrictEqual([
      {
        code: 'unrecognised',
        severity: 'error',
        file: 'jobs.txt',
        line: 1,
        reason: 'This is text, not resources in JSON or YAML. Export with --format=json or --format=yaml.',
      },
    ]);
  });

  it('says what is wrong with an empty file, another encoding and a record without a name', () => {
    const files = {
      'empty.json': '',
      'wide.json': new Uint8Array([0xff, 0xfe, 0x5b, 0x00]),
      'nameless.json': '[{"displayName":"x","jobSpec":{},"state":"JOB_STATE_FAILED"},{"colour":"red"},7]',
      'badname.json': '{"kind":"compute#network","name":"n","selfLink":"https://example.com/n"}',
    };
    expect(readContents(files).problems.map(({ code, file, path }) => [file, code, path])).toStrictEqual([
      ['empty.json', 'file-empty', undefined],
      ['wide.json', 'not-text', undefined],
      ['nameless.json', 'unrecognised', '[1]'],
      ['nameless.json', 'unrecognised', '[2]'],
      ['badname.json', 'bad-name', 'selfLink'],
    ]);
  });

  it('shows bytes that are not UTF-8 as replacement characters and says so', () => {
    const bytes = new TextEncoder().encode(`[${one.replace('{}', '{"x":"?"}')}]`);
    bytes[bytes.indexOf(0x3f)] = 0xff;
    const { documents, problems } = readContents({ 'a.json': bytes });
    expect(documents[0]?.data['jobSpec']).toStrictEqual({ x: '\ufffd' });
    expect(problems.map(({ code, severity }) => [code, severity])).toStrictEqual([['not-text', 'warning']]);
  });
});

describe('hostile files', () => {
  it('leaves out __proto__ without touching any prototype, and keeps other odd keys', () => {
    const text =
      '[{"name":"projects/p/locations/l/customJobs/1","jobSpec":{"__proto__":{"polluted":true}},"labels":{"constructor":"x"}}]';
    const { documents, problems } = readContents({ 'a.json': text });
    expect(documents.map(({ data }) => JSON.stringify(data))).toStrictEqual([
      '{"name":"projects/p/locations/l/customJobs/1","jobSpec":{},"labels":{"constructor":"x"}}',
    ]);
    expect(problems.map(({ code, severity, path }) => [code, severity, path])).toStrictEqual([
      ['unsafe-key', 'warning', '[0].jobSpec.__proto__'],
      ['unsafe-key', 'note', '[0].labels.constructor'],
    ]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it.each([
    ['a record', `[${'{"a":'.repeat(200)}1${'}'.repeat(200)}]`],
    ['lists', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ['pages', `[{"items":{"a":${'{"items":{"a":'.repeat(100_000)}{}${'}}'.repeat(100_000)}}}]`],
    [
      'a snapshot',
      `{"format":"vertex-lineage-snapshot","version":1,"documents":[${'['.repeat(100_000)}${']'.repeat(100_000)}]}`,
    ],
    ['YAML', '- '.repeat(50_000)],
  ])('refuses %s nested too deeply', (_what, text) => {
    const { documents, problems } = readContents({ a: text });
    expect(documents).toStrictEqual([]);
    expect(problems[0]?.reason).toMatch(/nested more/);
  });

  it('reports a record beyond the size limit and goes on', () => {
    const good = '{"name":"//storage.googleapis.com/b","asset_type":"storage.googleapis.com/Bucket"}';
    const large = good.replace('/b"', `/${'x'.repeat(200)}"`);
    const { documents, problems } = readContents({ 'a.ndjson': `${good}\n${large}\n${good}\n` }, { recordBytes: 100 });
    expect(documents.map(({ origin }) => origin.line)).toStrictEqual([1, 3]);
    expect(problems.map(({ code, line }) => [code, line])).toStrictEqual([['too-large', 2]]);
  });

  it('stops keeping documents at the limit, says how many are missing, and summarises repeated problems', () => {
    const lines = Array.from(
      { length: 9 },
      (_each, id) => `{"name":"projects/p/locations/l/customJobs/${id}","jobSpec":{}}\n{"x":${id}}`,
    );
    const { documents, problems } = readContents(
      { 'a.ndjson': lines.join('\n') },
      { documents: 5, problemsOfOneKind: 2 },
    );
    expect(documents.length).toBe(5);
    expect(problems.map(({ code, line, reason }) => [code, line, reason.slice(0, 44)])).toStrictEqual([
      ['unrecognised', 2, 'This is no resource of a kind that can be to'],
      ['unrecognised', 4, 'This is no resource of a kind that can be to'],
      ['unrecognised', undefined, '7 more of this sort (unrecognised) are not l'],
      ['too-many', undefined, '4 documents beyond the first 5 were not kept'],
    ]);
  });

  it('keeps the text of a record out of every message', () => {
    const secret = 'hunter2-hunter2';
    const files = {
      'a.json': `{"password": "${secret}" x}`,
      'b.yaml': `password: ${secret}\n  x: 1\n y`,
      'c.ndjson': `{"a":"${secret}}\n{"b":"${secret}"}\n`,
      'd.txt': secret,
    };
    expect(JSON.stringify(readContents(files).problems)).not.toContain('hunter2');
  });
});

describe('reading that is cut off', () => {
  it('keeps what was read and says where it stopped', () => {
    const reader = createInventoryReader({ sniffBytes: 85 });
    reader.beginFile('a.ndjson');
    reader.push(
      new TextEncoder().encode(
        '{"name":"//storage.googleapis.com/b","asset_type":"storage.googleapis.com/Bucket"}\n{"name":',
      ),
    );
    expect(reader.progress).toStrictEqual({ file: 'a.ndjson', bytes: 91, documents: 1, records: 1 });
    const { documents, problems } = reader.finish();
    expect(documents.map(({ name }) => name)).toStrictEqual(['//storage.googleapis.com/b']);
    expect(problems.map(({ code, file }) => [code, file])).toStrictEqual([['cancelled', 'a.ndjson']]);
  });
});
