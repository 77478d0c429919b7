import { describe, expect, it } from 'vitest';
import type { BadgeShape } from '../../../../../../renderer/graph/links/worker/link-protocol.ts';
import { paintBadges } from '../../../../../../renderer/graph/links/worker/paint-badges.ts';
import { notedContext } from './noted-context.ts';
import { FRAME, PALETTE, SCENE } from './scene.ts';

function painted(shape: BadgeShape, zoom = 1): readonly string[] {
  const context = notedContext();
  paintBadges(context, SCENE, [{ link: 0, shape, text: 'H 3' }], PALETTE, { ...FRAME, zoom });
  return context.log.slice(1);
}

describe('paintBadges()', () => {
  it('puts what fails on the middle of the line', () => {
    expect(painted('high')).toStrictEqual([
      'fill red: R 189.7 -7 28.6 14',
      'stroke white 1.5 []: R 189.7 -7 28.6 14',
      'text 700 10px sans-serif white: H 3 204 0',
    ]);
  });

  it('tells what is critical by its points, and what is little by its outline', () => {
    expect([painted('critical')[0], painted('low')[0]]).toStrictEqual([
      'fill red: M 185.7 0 L 191.7 -7 L 216.3 -7 L 222.3 0 L 216.3 7 L 191.7 7 Z ',
      'fill white: R 189.7 -7 28.6 14',
    ]);
  });

  it('is larger where cards are small, and not there where nobody could read it', () => {
    expect([painted('high', 0.5)[0], painted('high', 0.1)]).toStrictEqual(['fill red: R 184.7 -9.5 38.6 18.9', []]);
  });

  it('tells from afar only what is serious', () => {
    expect(
      [painted('critical', 0.5), painted('medium', 0.5), painted('low', 0.5)].map(({ length }) => length),
    ).toStrictEqual([3, 0, 0]);
  });
});
