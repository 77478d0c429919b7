import { describe, expect, it } from 'vitest';
import {
  NO_MARKS,
  type BadgeShape,
  type LinkMarks,
  type LinkScene,
} from '../../../../../../renderer/graph/links/worker/link-protocol.ts';
import { paintBadges } from '../../../../../../renderer/graph/links/worker/paint-badges.ts';
import { notedContext } from './noted-context.ts';
import { FRAME, PALETTE, SCENE } from './scene.ts';

function paintedMarks(marks: Partial<LinkMarks>, zoom = 1, scene: LinkScene = SCENE): readonly string[] {
  const context = notedContext();
  paintBadges(context, scene, { ...NO_MARKS, ...marks }, PALETTE, { ...FRAME, zoom });
  return context.log.slice(1);
}

function painted(shape: BadgeShape, zoom = 1): readonly string[] {
  return paintedMarks({ badges: [{ link: 0, shape, text: 'H 3' }] }, zoom);
}

/** The texts that are painted. */
function texts(log: readonly string[]): readonly string[] {
  return log.filter((line) => line.startsWith('text ')).map((line) => line.replace(/^.*?: /, ''));
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
    expect([painted('critical')[0], painted('low', 1.3)[0]]).toStrictEqual([
      'fill red: M 185.7 0 L 191.7 -7 L 216.3 -7 L 222.3 0 L 216.3 7 L 191.7 7 Z ',
      'fill white: R 189.7 -7 28.6 14',
    ]);
  });

  it('is larger where cards are small, and not there where nobody could read it', () => {
    expect([painted('high', 0.5)[0], painted('high', 0.1)]).toStrictEqual(['fill red: R 184.7 -9.5 38.6 18.9', []]);
  });

  it('tells only what is serious, unless one is close by', () => {
    expect(
      [painted('critical'), painted('medium'), painted('low'), painted('medium', 1.3)].map(({ length }) => length),
    ).toStrictEqual([3, 0, 0, 3]);
  });

  it('tells all of links that stand out, and while others recede of them alone', () => {
    const badges = [
      { link: 0, shape: 'low', text: 'L 1' },
      { link: 1, shape: 'critical', text: 'C 2' },
    ] as const;
    const lit = Uint32Array.of(0);
    expect([texts(paintedMarks({ badges, lit })), texts(paintedMarks({ badges, lit, dimmed: true }))]).toStrictEqual([
      ['C 2 204 2000', 'L 1 204 0'],
      ['L 1 204 0'],
    ]);
  });

  it('lets the worse of two that would cover each other stand, the other beside it or not at all', () => {
    // Six links of the same course: the middle has room for one, and so has either side.
    const scene = {
      ...SCENE,
      ends: Uint32Array.of(0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1),
      lanes: new Float32Array(6),
      traits: new Uint8Array(6),
      labelOf: new Uint16Array(6),
    };
    const badges = [0, 1, 2, 3, 4, 5].map((link) => ({
      link,
      shape: link === 5 ? ('critical' as const) : ('high' as const),
      text: `H ${String(link)}`,
    }));
    const said = texts(paintedMarks({ badges }, 1, scene));
    expect([said[0], said.length]).toStrictEqual(['H 5 204 0', 3]);
  });

  it('covers no card', () => {
    const scene = { ...SCENE, places: Float32Array.of(0, 0, 408, 0, 204, 0) };
    expect(texts(paintedMarks({ badges: [{ link: 0, shape: 'high', text: 'H 3' }] }, 1, scene))).toStrictEqual([]);
  });
});
