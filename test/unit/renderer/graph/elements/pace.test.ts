import { describe, expect, it } from 'vitest';
import { createPace } from '../../../../../renderer/graph/elements/pace.ts';

/** Sizes of the steps of a pace, each of which takes `fixed` milliseconds and `each` for each thing. */
function sizes(fixed: number, each: number, steps: number): readonly number[] {
  const pace = createPace(4, 25, () => 8);
  return Array.from({ length: steps }, () => {
    const { size } = pace;
    pace.took(fixed + size * each);
    return size;
  });
}

describe('createPace()', () => {
  it('grows while steps take less than their time', () => {
    expect(sizes(0, 0.1, 6)).toStrictEqual([4, 8, 12, 18, 27, 41]);
  });

  it('stays where steps take about their time', () => {
    expect(sizes(0, 1.5, 7)).toStrictEqual([4, 8, 12, 18, 18, 18, 18]);
  });

  it('grows as well where nearly all of that time is the same for any size', () => {
    expect(sizes(20, 0.05, 8).at(-1)).toBe(93);
  });

  it('shrinks to what fits, but not below what makes a step worth its while', () => {
    const pace = createPace(40, 25, () => 8);
    pace.took(100);
    expect(pace.size).toBe(10);
    pace.took(5_000);
    expect(pace.size).toBe(8);
  });

  it('takes a step that took no time for a fast one', () => {
    const pace = createPace(40, 25, () => 8);
    pace.took(0);
    expect(pace.size).toBe(60);
  });
});
