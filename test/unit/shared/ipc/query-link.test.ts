import { describe, expect, it } from 'vitest';
import {
  looksLikeQueryLink,
  MAX_LINKED_QUERY,
  queryLink,
  readQuery,
  readQueryLink,
} from '../../../../shared/ipc/query-link.ts';

describe('a link to a query', () => {
  it('gives the query back, whatever characters it has', () => {
    const queries = [
      'kind:job state:failed -has:cmek',
      '"100 %" & more #1',
      'created:>2026-01-01 (a OR b)',
      'größe:日本',
    ];
    expect(queries.map((query) => readQueryLink(queryLink(query)))).toStrictEqual(queries);
    expect(queryLink('kind:job a&b')).toBe('vertex-lineage://query?q=kind%3Ajob%20a%26b');
  });

  it('is read however it is spelled', () => {
    expect(readQueryLink('VERTEX-LINEAGE://query/?q=kind:job+failed')).toBe('kind:job failed');
  });

  it.each([
    ['another scheme', 'https://query?q=a'],
    ['another host', 'vertex-lineage://open?q=a'],
    ['a file', 'vertex-lineage://query?q=a&file=/etc/passwd'],
    ['a path', 'vertex-lineage://query/../open?q=a'],
    ['a fragment', 'vertex-lineage://query?q=a#b'],
    ['a user', 'vertex-lineage://me@query?q=a'],
    ['no query', 'vertex-lineage://query?q='],
    ['blanks only', 'vertex-lineage://query?q=%20'],
    ['a broken escape', 'vertex-lineage://query?q=%E0%A4%A'],
    ['a line feed', 'vertex-lineage://query?q=a%0Ab'],
    ['a mark that turns the direction', 'vertex-lineage://query?q=a%E2%80%AEb'],
    ['too much', `vertex-lineage://query?q=${'a'.repeat(MAX_LINKED_QUERY + 1)}`],
    ['far too much', `vertex-lineage://query?q=${'%41'.repeat(1_000_000)}`],
  ])('is none with %s', (_what, text) => {
    expect(readQueryLink(text)).toBeUndefined();
  });

  it('is told from files by its scheme alone', () => {
    expect(
      ['vertex-lineage:x', ' Vertex-Lineage://q', 'jobs.json', '/vertex-lineage:x'].map(looksLikeQueryLink),
    ).toStrictEqual([true, true, false, false]);
  });

  it('takes a query of the command line by the same rules', () => {
    expect([' kind:job ', '', 'a\u0000b', undefined].map(readQuery)).toStrictEqual([
      'kind:job',
      undefined,
      undefined,
      undefined,
    ]);
  });
});
