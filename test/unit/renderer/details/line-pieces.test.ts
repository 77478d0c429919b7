import { describe, expect, it } from 'vitest';
import { linePieces } from '../../../../renderer/details/line-pieces.ts';

describe('line pieces', () => {
  it('tells a key from its value', () => {
    expect(linePieces('  "network": "n",', [], undefined)).toStrictEqual([
      { text: '  "network":', tone: 'key' },
      { text: ' "n",', tone: 'value' },
    ]);
  });

  it('marks matches, the current one apart', () => {
    const matches = [
      { line: 4, start: 3, end: 4 },
      { line: 4, start: 7, end: 8 },
    ] as const;
    expect(linePieces('  "abc a"', matches, matches[1])).toStrictEqual([
      { text: '  "', tone: 'value' },
      { text: 'a', tone: 'match' },
      { text: 'bc ', tone: 'value' },
      { text: 'a', tone: 'current' },
      { text: '"', tone: 'value' },
    ]);
  });

  it('cuts a line that is too long to draw and says so', () => {
    const pieces = linePieces(`"${'x'.repeat(5000)}"`, [], undefined);
    expect(pieces.map(({ text }) => text.length)).toStrictEqual([2000, 24]);
    expect(pieces[1]).toStrictEqual({ text: ' … 3,002 more characters', tone: 'plain' });
  });
});
