import { describe, expect, it } from 'vitest';
import { YamlSplitter } from '../../../../../shared/inventory/formats/yaml-splitter.ts';

/** Document, item, line and text of every piece. */
function pieces(text: string, limit = 1000, chunkBytes = 1000): unknown[][] {
  const splitter = new YamlSplitter(limit);
  const bytes = new TextEncoder().encode(text);
  const found: unknown[][] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    found.push(...[...splitter.push(bytes.subarray(at, at + chunkBytes))].map(describePiece));
  }
  return [...found, ...[...splitter.end()].map(describePiece)];
}

function describePiece(piece: { document: number; item?: number; line: number; text: string; tooLarge: boolean }) {
  return [piece.document, piece.item, piece.line, piece.tooLarge ? 'too large' : piece.text];
}

describe('YamlSplitter', () => {
  it('parts documents at their markers', () => {
    expect(pieces('---\na: 1\n---\nb: |\n  --- not here\n  x\n...\n---\nc: 3')).toStrictEqual([
      [0, undefined, 2, 'a: 1\n'],
      [1, undefined, 4, 'b: |\n  --- not here\n  x\n'],
      [2, undefined, 9, 'c: 3\n'],
    ]);
  });

  it('parts a list at the margin into items', () => {
    expect(pieces('# listing\n- a: 1\n  b:\n  - 2\n-\n  c: 3\n- d\n')).toStrictEqual([
      [0, 0, 1, '# listing\n- a: 1\n  b:\n  - 2\n'],
      [0, 1, 5, '-\n  c: 3\n'],
      [0, 2, 7, '- d\n'],
    ]);
  });

  it('leaves lists inside an object whole', () => {
    expect(pieces('specs:\n- a: 1\n- b: 2\n')).toStrictEqual([[0, undefined, 1, 'specs:\n- a: 1\n- b: 2\n']]);
  });

  it('keeps what stands on the line of a marker', () => {
    expect(pieces('--- {a: 1}\n--- # nothing\n')).toStrictEqual([[0, undefined, 1, '    {a: 1}\n']]);
  });

  it('gives up a document beyond the limit, and goes on with the next', () => {
    expect(pieces(`a: ${'x'.repeat(50)}\n---\nb: 1\n`, 20)).toStrictEqual([
      [0, undefined, 1, 'too large'],
      [1, undefined, 3, 'b: 1\n'],
    ]);
  });

  it.each([1, 2, 5])('parts the same in chunks of %i bytes', (size) => {
    const text = '---\r\na: 1\r\n---\n- b\n- c:\n  - d\n---\ne: ä\n';
    expect(pieces(text, 1000, size)).toStrictEqual(pieces(text));
  });
});
