import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFreePlaces } from '../../../../../../renderer/graph/layouts/worker/free-places.ts';
import type { Position } from '../../../../../../shared/graph/view.ts';

/** Places that are wanted again and again, as by all that come out of one fold. */
const wanted = fc.array(
  fc.record({ x: fc.constantFrom(0, 40, 400), y: fc.constantFrom(0, 13, 90), isBelow: fc.boolean() }),
  { maxLength: 60, size: 'max' },
);

/** Puts one after the other at the free place nearest to where it is wanted; some below a line only. */
function putAll(list: readonly (Position & { readonly isBelow: boolean })[], anew: boolean): readonly Position[] {
  const placed: Position[] = [];
  let free = createFreePlaces();
  for (const { x, y, isBelow } of list) {
    if (anew) {
      free = createFreePlaces();
      for (const place of placed) free.take(place);
    }
    const place = isBelow ? free.nearest({ x, y }, (candidate) => candidate.y >= 50) : free.nearest({ x, y });
    free.take(place);
    placed.push(place);
  }
  return placed;
}

describe('free places', () => {
  it('are the same whether or not others were looked for before', () => {
    fc.assert(
      fc.property(wanted, (list) => {
        expect(putAll(list, false)).toStrictEqual(putAll(list, true));
      }),
    );
  });

  it('lie above and below before they lie beside', () => {
    const all = putAll(
      Array.from({ length: 9 }, () => ({ x: 0, y: 0, isBelow: false })),
      false,
    );
    expect(new Set(all.slice(0, 5).map(({ x }) => x))).toStrictEqual(new Set([0]));
    expect(new Set(all.map(({ x }) => Math.sign(x)))).toStrictEqual(new Set([-1, 0, 1]));
  });
});
