import { describe, expect, it } from 'vitest';
import { createPositionPacker, unpackPositions } from '../../../../shared/review/packed-positions.ts';

describe('packed places', () => {
  it('name each id once, and come back to a hundredth', () => {
    const packer = createPositionPacker();
    const first = packer.pack({ a: { x: 1.234567, y: -2 }, b: { x: 0, y: 10_000.5 } });
    const second = packer.pack({ b: { x: 1, y: 1 } });
    const ids = JSON.parse(packer.idsText()) as string[];
    expect([first, second, ids]).toStrictEqual([
      [0, 1.23, -2, 1, 0, 10_000.5],
      [1, 1, 1],
      ['a', 'b'],
    ]);
    expect(unpackPositions(first, ids)).toStrictEqual({ a: { x: 1.23, y: -2 }, b: { x: 0, y: 10_000.5 } });
  });

  it('of an id that is not in the list are none, and a rest of numbers is passed over', () => {
    expect(unpackPositions([7, 1, 2], ['a'])).toBeUndefined();
    expect(unpackPositions([0.5, 1, 2], ['a'])).toBeUndefined();
    expect(unpackPositions([0, 1, 2, 0], ['a'])).toStrictEqual({ a: { x: 1, y: 2 } });
  });
});
