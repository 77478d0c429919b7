import { describe, expect, it } from 'vitest';
import { coursesOf } from '../../../../../../renderer/graph/links/worker/courses.ts';
import { type LinkMarks, NO_MARKS, TRAIT } from '../../../../../../renderer/graph/links/worker/link-protocol.ts';
import { paintFirstNames, paintMarks } from '../../../../../../renderer/graph/links/worker/paint-marks.ts';
import { notedContext } from './noted-context.ts';
import { FRAME, PALETTE, SCENE, sceneOf } from './scene.ts';

const LINKS = { scene: SCENE, courses: coursesOf(SCENE) };

function marked(marks: Partial<LinkMarks>, zoom = 1): readonly string[] {
  const context = notedContext();
  paintMarks(context, LINKS, { ...NO_MARKS, ...marks }, PALETTE, { ...FRAME, zoom });
  return context.log.filter((line) => /^(stroke|text)/.test(line)).map((line) => line.replace(/: M.*/, ''));
}

describe('paintMarks()', () => {
  const first = Uint32Array.of(0);

  it('draws nothing where nothing stands out', () => {
    expect(marked({})).toStrictEqual([]);
  });

  it('draws what stands out by its reason, what matters more over what matters less', () => {
    expect(marked({ lit: first, traced: first, hovered: first, picked: first, focused: first })).toStrictEqual([
      'stroke blue 2 []',
      'stroke blue 2.5 []',
      'stroke blue 3 []',
      'stroke violet 13 [] at 0.22',
      'stroke violet 3 []',
      'stroke ring 10 [] at 0.75',
      'stroke grey 1.25 []',
    ]);
  });

  it('writes names before the arrow heads, larger and further from them where cards are small', () => {
    expect([marked({ named: first }), marked({ named: first }, 0.5)]).toStrictEqual([
      ['text 10px sans-serif ink: runs as 269 0'],
      ['text 17px sans-serif ink: runs as 253 0'],
    ]);
  });
});

describe('paintFirstNames()', () => {
  const scene = sceneOf(TRAIT.first, 0);

  function names(links: number, zoom: number): number {
    const context = notedContext();
    const traits = new Uint8Array(links);
    traits[0] = TRAIT.first;
    paintFirstNames(context, { scene: { ...scene, traits }, courses: LINKS.courses }, PALETTE, { ...FRAME, zoom });
    return context.log.filter((line) => line.startsWith('text 1')).length;
  }

  it('writes the first name of each relation where there is room for it', () => {
    expect([names(2, 0.8), names(2, 0.7), names(61, 0.8), names(61, 1.6), names(401, 2)]).toStrictEqual([
      1, 0, 0, 1, 0,
    ]);
  });
});
