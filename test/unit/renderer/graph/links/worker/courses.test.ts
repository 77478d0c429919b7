import { describe, expect, it } from 'vitest';
import {
  courseOf,
  coursesOf,
  distanceTo,
  pointAt,
  pointBeforeEnd,
} from '../../../../../../renderer/graph/links/worker/courses.ts';
import { routeLink } from '../../../../../../renderer/graph/links/worker/route-link.ts';
import { SCENE } from './scene.ts';

const LEVEL = routeLink({ x: 0, y: 0 }, { x: 408, y: 0 }, 0);

describe('coursesOf()', () => {
  it('lists start, control points and end of every link', () => {
    expect([...coursesOf(SCENE)].join(' ')).toBe('104 0 168 0 240 0 304 0 104 0 168 0 240 4000 304 4000');
  });

  it('is the course of each link by itself', () => {
    expect(courseOf(SCENE, 0)).toStrictEqual(LEVEL);
  });
});

describe('a point of a curve', () => {
  it('is its start, its middle or its end by its share', () => {
    expect([0, 0.5, 1].map((share) => pointAt(LEVEL, share))).toStrictEqual([
      { x: 104, y: 0 },
      { x: 204, y: 0 },
      { x: 304, y: 0 },
    ]);
  });

  it('is so far before the end as one goes along the curve, at most at its start', () => {
    const [near, beyond] = [pointBeforeEnd(LEVEL, 50), pointBeforeEnd(LEVEL, 900)];
    expect([Math.round(near.x), near.y, beyond]).toStrictEqual([254, 0, { x: 104, y: 0 }]);
  });
});

describe('distanceTo()', () => {
  it('is that of the nearest point of the curve, beyond its ends too', () => {
    const distances = [
      { x: 200, y: 7 },
      { x: 314, y: 0 },
      { x: 94, y: 0 },
    ].map((point) => Math.round(distanceTo(LEVEL, point)));
    expect(distances).toStrictEqual([7, 10, 10]);
  });
});
