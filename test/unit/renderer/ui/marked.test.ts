import { describe, expect, it } from 'vitest';
import { markedPieces } from '../../../../renderer/ui/marked.ts';

describe('marked pieces', () => {
  it('cuts a text at its ranges', () => {
    expect(
      markedPieces('train-fraud', [
        [0, 2],
        [6, 8],
      ]),
    ).toStrictEqual([
      { text: 'tr', marked: true },
      { text: 'ain-', marked: false },
      { text: 'fr', marked: true },
      { text: 'aud', marked: false },
    ]);
  });

  it('puts ranges right that overlap, lie outside or are out of order', () => {
    expect(
      markedPieces('abcdef', [
        [3, 99],
        [-2, 2],
        [1, 4],
      ]),
    ).toStrictEqual([
      { text: 'ab', marked: true },
      { text: 'cd', marked: true },
      { text: 'ef', marked: true },
    ]);
  });

  it('leaves a text without ranges whole', () => {
    expect([markedPieces('abc', []), markedPieces('', [[0, 1]])]).toStrictEqual([[{ text: 'abc', marked: false }], []]);
  });
});
