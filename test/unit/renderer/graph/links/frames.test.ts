import { describe, expect, it } from 'vitest';
import { frameAround, frameFor, placementOf, suits } from '../../../../../renderer/graph/links/frames.ts';

const VIEWPORT = { zoom: 0.5, pan: { x: 30, y: -10 } };
const SIZE = { width: 1_000, height: 500 };
const FRAME = frameFor(VIEWPORT, SIZE, 2);

describe('a frame of links', () => {
  it('reaches beyond the window on all sides', () => {
    expect(FRAME).toStrictEqual({ zoom: 0.5, x: 230, y: 90, width: 1_400, height: 700, ratio: 2 });
  });

  it('lies so that the graph is where the viewport has it', () => {
    expect([placementOf(FRAME, VIEWPORT), placementOf(FRAME, { zoom: 1, pan: { x: 100, y: 100 } })]).toStrictEqual([
      { x: -200, y: -100, scale: 1 },
      { x: -360, y: -80, scale: 2 },
    ]);
  });

  it('suits until one pans near its border, zooms, or goes to another screen', () => {
    const panned = (x: number, y: number) => ({ zoom: 0.5, pan: { x: 30 + x, y: -10 + y } });
    expect([
      suits(FRAME, VIEWPORT, SIZE, 2),
      suits(FRAME, panned(140, 70), SIZE, 2),
      suits(FRAME, panned(160, 0), SIZE, 2),
      suits(FRAME, panned(0, -80), SIZE, 2),
      suits(FRAME, { ...VIEWPORT, zoom: 0.51 }, SIZE, 2),
      suits(FRAME, VIEWPORT, SIZE, 1),
    ]).toStrictEqual([true, true, false, false, false, false]);
  });

  it('holds a box for a file', () => {
    expect(frameAround({ x1: -10, y1: 20, x2: 90, y2: 70 }, 2)).toStrictEqual({
      zoom: 2,
      x: 20,
      y: -40,
      width: 200,
      height: 100,
      ratio: 1,
    });
  });
});
