import { describe, expect, it } from 'vitest';
import { createGrowth } from '../../../../../../renderer/inventory/worker/opening/growth.ts';

describe('when a growing inventory is derived anew', () => {
  it('is at once for the first documents, and not at all while nothing comes', () => {
    const growth = createGrowth(() => 0);
    expect(growth.due(100)).toBe(0);
    growth.derived(100, 0, 50);
    expect(growth.due(100)).toBe(undefined);
  });

  it('leaves two thirds of the time to reading, and waits 0.7 seconds at least', () => {
    let now = 0;
    const growth = createGrowth(() => now);
    growth.derived(100, 0, 50);
    expect(growth.due(200)).toBe(750);
    growth.derived(200, 1000, 3000);
    now = 4000;
    expect(growth.due(300)).toBe(3000);
    now = 7000;
    expect(growth.due(300)).toBe(0);
  });
});
