import { describe, expect, it } from 'vitest';
import { createPace } from '../../../../../renderer/graph/elements/pace.ts';

describe('createPace()', () => {
  it('begins with the size it is given', () => {
    expect(createPace(4, 25, 2).size).toBe(4);
  });

  it('grows towards the time a step may take, at most twofold at once', () => {
    const pace = createPace(4, 25, 2);
    pace.took(20);
    expect(pace.size).toBe(5);
    pace.took(2);
    expect(pace.size).toBe(10);
  });

  it('shrinks to what fits, but not below what makes a step worth its while', () => {
    const pace = createPace(40, 25, 2);
    pace.took(100);
    expect(pace.size).toBe(10);
    pace.took(5_000);
    expect(pace.size).toBe(2);
  });

  it('takes a step that took no time for a fast one', () => {
    const pace = createPace(4, 25, 2);
    pace.took(0);
    expect(pace.size).toBe(8);
  });
});
