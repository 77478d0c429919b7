import { describe, expect, it } from 'vitest';
import { sniffFormat } from '../../../../../shared/inventory/formats/sniff.ts';

function sniff(text: string): unknown {
  return sniffFormat(new TextEncoder().encode(text), true);
}

describe('sniffFormat', () => {
  it.each([
    ['[{"a":1}]', 'json'],
    ['{"a":1}', 'json'],
    ['{"a":1}\n', 'json'],
    ['{\n  "a": 1\n}', 'json'],
    ['{"customJobs": [\n{"a":1},\n{"b":2}\n]}', 'json'],
    ['{"a":1}\n{"b":2}\n', 'ndjson'],
    ['{"a":1}\r\n{"b":2}\r\n', 'ndjson'],
    ['{"a":1}\nnonsense\n{"b":2}\n', 'ndjson'],
    ['{"a": tru\n{"b":2}\n', 'ndjson'],
    ['nonsense\n{"b":2}\n{"c":2}\n', 'ndjson'],
    ['name: x\n', 'yaml'],
    ['- name: x\n', 'yaml'],
    ['---\nname: x\n', 'yaml'],
    ['# comment\n\nworkerPoolSpecs:\n- {a: 1}\n', 'yaml'],
    ['NAME  LOCATION\njob   us-central1\n', 'yaml'],
  ])('takes %j for %s', (text, format) => {
    expect(sniff(text)).toMatchObject({ format, preamble: 0 });
  });

  it('passes over a byte order mark', () => {
    expect(sniff('\ufeff[1]')).toStrictEqual({ format: 'json', start: 3, line: 1, preamble: 0 });
  });

  it('passes over what gcloud says before the data', () => {
    const message = 'Using endpoint [https://us-central1-aiplatform.googleapis.com/]\n';
    const start = message.length;
    expect(sniff(`${message}[\n  {}\n]`)).toStrictEqual({ format: 'json', start, line: 2, preamble: 1 });
    expect(sniff(`${message}name: x\n`)).toStrictEqual({ format: 'yaml', start, line: 2, preamble: 1 });
  });

  it.each(['WARNING: Some requests did not succeed.\n', 'Note: this is not data\n'])(
    'passes over %j, which looks like YAML, before JSON of any sort',
    (message) => {
      const start = message.length;
      expect(sniff(`${message}[1]`)).toStrictEqual({ format: 'json', start, line: 2, preamble: 1 });
      expect(sniff(`${message}{"a":1}\n{"b":1}\n`)).toStrictEqual({ format: 'ndjson', start, line: 2, preamble: 1 });
    },
  );

  it('says that an empty file is empty', () => {
    expect(sniff('')).toStrictEqual({ format: 'empty' });
    expect(sniff('\ufeff \n\n')).toStrictEqual({ format: 'empty' });
  });

  it.each([
    [[0xff, 0xfe, 0x5b, 0x00], 'UTF-16'],
    [[0xfe, 0xff, 0x00, 0x5b], 'UTF-16'],
    [[0x5b, 0x00, 0x7b, 0x00], 'UTF-16'],
    [[0x1f, 0x8b, 0x08], 'compressed twice'],
    [[0x50, 0x4b, 0x03, 0x04], 'zip'],
    [[0x28, 0xb5, 0x2f, 0xfd], 'zstd'],
    [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00], 'binary'],
  ])('says why the bytes %j are no text', (bytes, reason) => {
    expect(sniffFormat(new Uint8Array(bytes), true)).toStrictEqual({
      format: 'not-text',
      reason: expect.stringContaining(reason) as string,
    });
  });
});
