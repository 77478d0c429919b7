import { describe, expect, it } from 'vitest';
import { pngScale } from '../../../../renderer/graph/png-size.ts';

describe('pngScale', () => {
  it('is what was asked for if the image stays within the limits', () => {
    expect(pngScale({ width: 2_000, height: 1_000 }, 2)).toBe(2);
  });

  it('is lowered for a side that would be too long', () => {
    expect(pngScale({ width: 100, height: 32_000 }, 2)).toBe(0.5);
  });

  it('is lowered for an area that would be too large', () => {
    expect(pngScale({ width: 8_000, height: 8_000 }, 3)).toBe(1);
  });

  it('is finite for an empty graph', () => {
    expect(pngScale({ width: 0, height: 0 }, 2)).toBe(2);
  });
});
