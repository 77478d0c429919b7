import { describe, expect, it } from 'vitest';
import { routeLink } from '../../../../../../renderer/graph/links/worker/route-link.ts';

describe('routeLink()', () => {
  it('joins facing sides of two cards in one row by a straight line', () => {
    expect(routeLink({ x: 0, y: 0 }, { x: 408, y: 0 }, 0)).toStrictEqual({
      start: { x: 104, y: 0 },
      end: { x: 304, y: 0 },
      controls: [
        { x: 168, y: 0 },
        { x: 240, y: 0 },
      ],
    });
  });

  it('leaves and enters level, whichever side the target is on', () => {
    expect(routeLink({ x: 408, y: 0 }, { x: 0, y: 150 }, 0)).toStrictEqual({
      start: { x: 304, y: 0 },
      end: { x: 104, y: 150 },
      controls: [
        { x: 240, y: 0 },
        { x: 168, y: 150 },
      ],
    });
  });

  it('bows out to the right within a column', () => {
    expect(routeLink({ x: 0, y: 0 }, { x: 0, y: 100 }, 0)).toStrictEqual({
      start: { x: 104, y: 0 },
      end: { x: 104, y: 100 },
      controls: [
        { x: 140, y: 0 },
        { x: 140, y: 100 },
      ],
    });
  });

  it('joins cards above each other top to bottom where there is no room between their sides', () => {
    const [down, up] = [
      routeLink({ x: 0, y: 0 }, { x: 100, y: 200 }, 0),
      routeLink({ x: 0, y: 200 }, { x: 100, y: 0 }, 0),
    ];
    expect([down.start, down.end, up.start, up.end]).toStrictEqual([
      { x: 0, y: 20 },
      { x: 100, y: 180 },
      { x: 0, y: 180 },
      { x: 100, y: 20 },
    ]);
  });

  it('keeps parallel links apart', () => {
    const lanes = [0.5, -0.5].map((lane) => routeLink({ x: 0, y: 0 }, { x: 408, y: 0 }, lane));
    expect(lanes.map(({ start, end }) => [start.y, end.y])).toStrictEqual([
      [3.5, 3.5],
      [-3.5, -3.5],
    ]);
  });

  it('gives finite numbers for a link from a node to itself', () => {
    expect(routeLink({ x: 5, y: 5 }, { x: 5, y: 5 }, 0)).toStrictEqual({
      start: { x: 109, y: 5 },
      end: { x: 109, y: 5 },
      controls: [
        { x: 133, y: 5 },
        { x: 133, y: 5 },
      ],
    });
  });
});
