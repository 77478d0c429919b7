import { describe, expect, it } from 'vitest';
import { routeEdge } from '../../../../../renderer/graph/elements/edge-route.ts';

describe('routeEdge', () => {
  it('joins facing sides of two cards in one row by a straight line', () => {
    expect(routeEdge({ x: 0, y: 0 }, { x: 408, y: 0 }, 0)).toStrictEqual({
      sourceEnd: '104 0',
      targetEnd: '-104 0',
      distances: '0 0',
      weights: '0.32 0.68',
    });
  });

  it('leaves and enters level, whichever side the target is on', () => {
    // Ends 200 apart in x and 150 in y, so 250 apart; control points 64 from each end, level with it.
    const rightDown = routeEdge({ x: 0, y: 0 }, { x: 408, y: 150 }, 0);
    expect(rightDown).toStrictEqual({
      sourceEnd: '104 0',
      targetEnd: '-104 0',
      distances: '-38.4 38.4',
      weights: '0.205 0.795',
    });
    const leftDown = routeEdge({ x: 408, y: 0 }, { x: 0, y: 150 }, 0);
    expect(leftDown).toStrictEqual({
      sourceEnd: '-104 0',
      targetEnd: '104 0',
      distances: '38.4 -38.4',
      weights: '0.205 0.795',
    });
  });

  it('bows out to the right within a column', () => {
    expect(routeEdge({ x: 0, y: 0 }, { x: 0, y: 100 }, 0)).toStrictEqual({
      sourceEnd: '104 0',
      targetEnd: '104 0',
      distances: '-36 -36',
      weights: '0 1',
    });
  });

  it('joins cards above each other top to bottom where there is no room between their sides', () => {
    expect(routeEdge({ x: 0, y: 0 }, { x: 100, y: 200 }, 0)).toMatchObject({ sourceEnd: '0 20', targetEnd: '0 -20' });
    expect(routeEdge({ x: 0, y: 200 }, { x: 100, y: 0 }, 0)).toMatchObject({ sourceEnd: '0 -20', targetEnd: '0 20' });
  });

  it('keeps parallel edges apart', () => {
    expect(routeEdge({ x: 0, y: 0 }, { x: 408, y: 0 }, 0.5)).toMatchObject({
      sourceEnd: '104 3.5',
      targetEnd: '-104 3.5',
    });
    expect(routeEdge({ x: 0, y: 0 }, { x: 408, y: 0 }, -0.5)).toMatchObject({
      sourceEnd: '104 -3.5',
      targetEnd: '-104 -3.5',
    });
  });

  it('gives finite numbers for an edge from a node to itself', () => {
    expect(routeEdge({ x: 5, y: 5 }, { x: 5, y: 5 }, 0)).toStrictEqual({
      sourceEnd: '104 0',
      targetEnd: '104 0',
      distances: '0 0',
      weights: '0.5 0.5',
    });
  });
});
