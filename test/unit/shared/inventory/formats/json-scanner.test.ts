import { describe, expect, it } from 'vitest';
import { JsonScanner } from '../../../../../shared/inventory/formats/json-scanner.ts';
import type { ScanMode } from '../../../../../shared/inventory/formats/json-scanner.ts';

/** Keys and index of every piece, and its text. */
function grouped(text: string, chunkBytes = 1000): unknown[][] {
  const scanner = new JsonScanner('members', 1000, { line: 1, column: 1 }, 'items');
  const bytes = new TextEncoder().encode(text);
  const found: unknown[][] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    for (const piece of scanner.push(bytes.subarray(at, at + chunkBytes))) {
      found.push([piece.key, ...(piece.within ?? []), piece.index, new TextDecoder().decode(piece.bytes)]);
    }
  }
  return found;
}

/** Key, index, text, line and column of every piece. */
function pieces(mode: ScanMode, text: string, chunkBytes = 1000, limit = 1000): unknown[][] {
  const scanner = new JsonScanner(mode, limit);
  const bytes = new TextEncoder().encode(text);
  const found: unknown[][] = [];
  const take = (each: Iterable<{ bytes: Uint8Array; key?: string; index?: number; line: number; column: number }>) => {
    for (const { key, index, bytes: piece, line, column } of each) {
      found.push([key, index, new TextDecoder().decode(piece), line, column]);
    }
  };
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    take(scanner.push(bytes.subarray(at, at + chunkBytes)));
  }
  take(scanner.end());
  return found;
}

describe('JsonScanner', () => {
  it('takes a list at the top apart into its elements', () => {
    expect(pieces('values', '[{"a":[1,{"b":"]"}]},\n  5, "x\\"", [1,2]]')).toStrictEqual([
      [undefined, 0, '{"a":[1,{"b":"]"}]}', 1, 2],
      [undefined, 1, '5', 2, 3],
      [undefined, 2, '"x\\""', 2, 6],
      [undefined, 3, '[1,2]', 2, 13],
    ]);
  });

  it('takes several values after one another apart', () => {
    expect(pieces('values', '{"a":1}\n{"b":2} 7')).toStrictEqual([
      [undefined, undefined, '{"a":1}', 1, 1],
      [undefined, undefined, '{"b":2}', 2, 1],
      [undefined, undefined, '7', 2, 9],
    ]);
  });

  it('takes an object apart into members, and lists in it into elements', () => {
    expect(pieces('members', '{"k":"v","list":[{"a":1},{"b":[1]}],"o":{"x":[1]},"e":[],"n\\u0031":5}')).toStrictEqual([
      ['k', undefined, '"v"', 1, 6],
      ['list', 0, '{"a":1}', 1, 18],
      ['list', 1, '{"b":[1]}', 1, 26],
      ['o', undefined, '{"x":[1]}', 1, 41],
      ['n1', undefined, '5', 1, 68],
    ]);
  });

  it('takes the groups of the grouped member apart into the elements of their lists', () => {
    const text =
      '{"kind":"k","items":{"zones/a":{"disks":[{"n":1},{"items":{"x":[1]}}],"more":[]},"zones/b":{"warning":{"c":[2]}},"zones/c":{}},' +
      '"other":{"items":{"a":{"b":[3]}}},"token":"t"}';
    const expected = [
      ['kind', undefined, '"k"'],
      ['items', 'zones/a', 'disks', 0, '{"n":1}'],
      ['items', 'zones/a', 'disks', 1, '{"items":{"x":[1]}}'],
      ['items', 'zones/b', 'warning', undefined, '{"c":[2]}'],
      ['other', undefined, '{"items":{"a":{"b":[3]}}}'],
      ['token', undefined, '"t"'],
    ];
    expect(grouped(text)).toStrictEqual(expected);
    expect(grouped(text, 1)).toStrictEqual(expected);
  });

  it('takes the grouped member apart as any other where it is a list, and finds what comes after a group that is not closed', () => {
    expect(grouped('{"items":[{"a":1},{"b":2}],"k":1}')).toStrictEqual([
      ['items', 0, '{"a":1}'],
      ['items', 1, '{"b":2}'],
      ['k', undefined, '1'],
    ]);
    expect(grouped('{"items":{"a":{"disks":[{"n":1}},"b":{"disks":[{"n":2}]}},"k":1}')).toStrictEqual([
      ['items', 'a', 'disks', 0, '{"n":1}'],
      ['items', 'b', 'disks', 0, '{"n":2}'],
      ['k', undefined, '1'],
    ]);
  });

  it('finds the elements around one with brackets that do not fit or a string that does not end', () => {
    expect(pieces('values', '[{"a":[1,},{"b":2}},{"c":"x\n},{"d":1}]')).toStrictEqual([
      [undefined, 0, '{"a":[1,}', 1, 2],
      [undefined, 1, '{"b":2}}', 1, 12],
      [undefined, 2, '{"c":"x\n}', 1, 21],
      [undefined, 3, '{"d":1}', 2, 3],
    ]);
  });

  it('hands over what is there when the text is cut short', () => {
    expect(pieces('values', '[{"a":1},{"b":')).toStrictEqual([
      [undefined, 0, '{"a":1}', 1, 2],
      [undefined, 1, '{"b":', 1, 10],
    ]);
  });

  it('gives up a piece beyond the limit without holding it', () => {
    const scanner = new JsonScanner('values', 8);
    const text = new TextEncoder().encode('["0123456789",1]');
    expect([...scanner.push(text)].map(({ tooLarge, bytes }) => [tooLarge, bytes.length])).toStrictEqual([
      [true, 0],
      [false, 1],
    ]);
  });

  it.each([1, 2, 3, 7])('finds the same pieces in chunks of %i bytes', (size) => {
    const text = '{"k":"v\\\\","list":[{"ä":1},{"b":["x\\"]"]}],\n "o":{"x":[1]}}';
    expect(pieces('members', text, size)).toStrictEqual(pieces('members', text));
    expect(pieces('values', `[${text},${text}]\n${text}`, size)).toStrictEqual(
      pieces('values', `[${text},${text}]\n${text}`),
    );
  });
});
