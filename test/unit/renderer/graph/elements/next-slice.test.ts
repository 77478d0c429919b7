import { describe, expect, it } from 'vitest';
import { nextSlice } from '../../../../../renderer/graph/elements/next-slice.ts';

const whole = new Map([
  ['a', 1],
  ['b', 2],
  ['c', 3],
  ['a b', 4],
]);

describe('nextSlice()', () => {
  it('takes the first elements of a whole of which nothing is shown', () => {
    expect([...nextSlice(new Map(), whole, 2)]).toStrictEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('keeps what is shown, adds the next, and leaves out what the whole has no more', () => {
    const shown = new Map([
      ['b', 0],
      ['gone', 0],
    ]);
    expect([...nextSlice(shown, whole, 1)]).toStrictEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('is the whole itself when nothing is left over', () => {
    expect(nextSlice(new Map([['a', 0]]), whole, 3)).toBe(whole);
  });
});
