import { describe, expect, it } from 'vitest';
import { glides, MOST_GLIDING, placesAfter } from '../../../../../renderer/graph/elements/glide.ts';
import type { Position } from '../../../../../shared/graph/view.ts';

const BEFORE = new Map<string, Position>([
  ['stays', { x: 1, y: 1 }],
  ['moves', { x: 0, y: 100 }],
]);
const AFTER = { stays: { x: 1, y: 1 }, moves: { x: 80, y: 20 }, new: { x: 5, y: 5 } };

describe('cards that glide to their new places', () => {
  it('are those that were elsewhere', () => {
    expect(glides(['stays', 'moves', 'new'], (id) => BEFORE.get(id), AFTER)).toStrictEqual([
      { id: 'moves', from: { x: 0, y: 100 }, to: { x: 80, y: 20 } },
    ]);
  });

  it('are none in a view of many', () => {
    const ids = Array.from({ length: MOST_GLIDING + 1 }, (_, index) => `n${index}`);
    const after = Object.fromEntries(ids.map((id) => [id, { x: 1, y: 1 }]));
    expect(glides(ids, () => ({ x: 0, y: 0 }), after)).toStrictEqual([]);
    expect(glides(ids.slice(1), () => ({ x: 0, y: 0 }), after)).toHaveLength(MOST_GLIDING);
  });

  it('begin where they were and end exactly where they will be', () => {
    const moving = glides(['moves'], (id) => BEFORE.get(id), AFTER);
    expect(placesAfter(moving, 0).get('moves')).toStrictEqual({ x: 0, y: 100 });
    expect(placesAfter(moving, 0.5).get('moves')).toStrictEqual({ x: 70, y: 30 });
    expect(placesAfter(moving, 1.2).get('moves')).toStrictEqual({ x: 80, y: 20 });
  });
});
