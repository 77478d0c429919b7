import { describe, expect, it } from 'vitest';
import { linkAt } from '../../../../../renderer/graph/links/hit-link.ts';
import { SCENE } from './worker/scene.ts';

describe('linkAt()', () => {
  it('is the nearest link that is near enough', () => {
    const found = [
      { x: 200, y: 4 },
      { x: 204, y: 2_000 },
      { x: 200, y: -9 },
      { x: 900, y: 0 },
    ].map((point) => linkAt(SCENE, point, 6));
    expect(found).toStrictEqual([0, 1, undefined, undefined]);
  });

  it('finds a link where it bows out of the box around its cards', () => {
    const column = { ...SCENE, places: Float32Array.of(0, 0, 0, 300, 0, 600) };
    expect(linkAt(column, { x: 149, y: 150 }, 6)).toBe(0);
  });
});
