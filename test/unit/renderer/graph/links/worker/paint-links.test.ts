import { describe, expect, it } from 'vitest';
import { coursesOf } from '../../../../../../renderer/graph/links/worker/courses.ts';
import { type LinkScene, TRAIT } from '../../../../../../renderer/graph/links/worker/link-protocol.ts';
import { paintLinks, visible } from '../../../../../../renderer/graph/links/worker/paint-links.ts';
import { notedContext } from './noted-context.ts';
import { FRAME, PALETTE, SCENE, sceneOf } from './scene.ts';

function painted(scene: LinkScene, colour?: string): readonly string[] {
  const context = notedContext();
  const steps = [...paintLinks(context, { scene, courses: coursesOf(scene) }, PALETTE, FRAME, colour)];
  expect(steps.length).toBeGreaterThan(0);
  return context.log.slice(1);
}

describe('paintLinks()', () => {
  it('draws in graph units', () => {
    const context = notedContext();
    paintLinks(context, { scene: SCENE, courses: coursesOf(SCENE) }, PALETTE, { ...FRAME, zoom: 0.5, ratio: 2 }).next();
    expect(context.log[0]).toBe('look 1 0 0 1 400 200');
  });

  it('draws links of one look in one path', () => {
    expect(painted(SCENE)[0]).toBe(
      'stroke grey 1.25 []: M 104 0 C 168 0 240 0 304 0 M 104 0 C 168 0 240 4000 304 4000',
    );
  });

  it.each([
    ['derived', TRAIT.derived, 'grey 1.25 [12 4]'],
    ['heuristic', TRAIT.heuristic, 'grey 1.25 [4 4]'],
    ['standing for several', TRAIT.merged, 'grey 1.9 []'],
    ['made by a policy', TRAIT.access, 'pink 1.25 []'],
  ])('tells apart links that are %s', (_, traits, look) => {
    expect(painted(sceneOf(traits, 0))[0]).toBe(`stroke ${look}: M 104 0 C 168 0 240 0 304 0`);
  });

  it('draws arrow heads by data flow, and a dot where none flows', () => {
    const both = TRAIT.sourceHead | TRAIT.targetHead;
    expect([both, TRAIT.roundHead].map((traits) => painted(sceneOf(traits, traits))[1])).toStrictEqual([
      [
        'fill grey: M 104 0 L 110.5 -3.3 L 110.5 3.3 Z  M 304 0 L 297.5 3.3 L 297.5 -3.3 Z ',
        'M 104 0 L 110.5 -3.3 L 110.5 3.3 Z  M 304 4000 L 297.5 4003.3 L 297.5 3996.7 Z ',
      ].join(' '),
      'fill grey: M 304 0 O 301 0 3 M 304 4000 O 301 4000 3',
    ]);
  });

  it('draws open heads on what a policy makes', () => {
    const traits = TRAIT.access | TRAIT.targetHead;
    expect(painted(sceneOf(traits, 0))[1]).toBe('fill pink: M 304 0 L 297.5 3.3 L 300.8 0 L 297.5 -3.3 Z ');
  });

  it('draws all in one colour where links recede', () => {
    expect(painted(sceneOf(TRAIT.access, 0), 'dim').map((line) => line.split(' ')[1])).toStrictEqual([
      'dim',
      'dim:',
      'dim',
      'dim:',
    ]);
  });
});

describe('visible()', () => {
  it('leaves out links that are not in the frame', () => {
    const courses = coursesOf(SCENE);
    const below = { ...FRAME, y: -2_000 };
    const left = { ...FRAME, x: 900 };
    expect([visible(courses, FRAME), visible(courses, below), visible(courses, left)]).toStrictEqual([[0, 1], [1], []]);
  });
});
