import { describe, expect, it } from 'vitest';
import { fitViewport, revealed, zoomedBy, zoomedTo } from '../../../../renderer/graph/viewport.ts';

const SCREEN = { width: 1_000, height: 600 };

describe('fitViewport', () => {
  it('shows a large graph whole and centred', () => {
    expect(fitViewport({ x1: 0, y1: 0, x2: 1_904, y2: 100 }, SCREEN)).toStrictEqual({
      zoom: 0.5,
      pan: { x: 24, y: 275 },
    });
  });

  it('does not blow up a small one', () => {
    expect(fitViewport({ x1: 0, y1: 0, x2: 200, y2: 40 }, SCREEN)).toStrictEqual({
      zoom: 1.15,
      pan: { x: 385, y: 277 },
    });
  });

  it('gives finite numbers for a graph of a point in a window of no size', () => {
    expect(fitViewport({ x1: 5, y1: 5, x2: 5, y2: 5 }, { width: 0, height: 0 })).toStrictEqual({
      zoom: 1,
      pan: { x: -5, y: -5 },
    });
  });
});

describe('zoomedBy', () => {
  it('keeps the middle of the screen in place', () => {
    expect(zoomedBy({ zoom: 1, pan: { x: 0, y: 0 } }, 2, SCREEN)).toStrictEqual({ zoom: 2, pan: { x: -500, y: -300 } });
  });

  it('keeps to the limits', () => {
    expect(zoomedBy({ zoom: 2.9, pan: { x: 0, y: 0 } }, 2, SCREEN).zoom).toBe(3);
    expect(zoomedTo({ zoom: 1, pan: { x: 0, y: 0 } }, 0.001, SCREEN).zoom).toBe(0.04);
  });
});

describe('revealed', () => {
  const viewport = { zoom: 1, pan: { x: 0, y: 0 } };

  it('does nothing for a box in sight', () => {
    expect(revealed(viewport, { x1: 100, y1: 100, x2: 300, y2: 140 }, SCREEN, false)).toBeUndefined();
  });

  it('pans as little as possible to a box out of sight', () => {
    expect(revealed(viewport, { x1: 1_000, y1: -90, x2: 1_200, y2: -50 }, SCREEN, false)).toStrictEqual({
      zoom: 1,
      pan: { x: -248, y: 138 },
    });
  });

  it('zooms in to a box that could not be read, if asked to', () => {
    const far = { zoom: 0.1, pan: { x: 0, y: 0 } };
    const box = { x1: 1_000, y1: 980, x2: 1_200, y2: 1_020 };
    expect(revealed(far, box, SCREEN, true)).toStrictEqual({ zoom: 0.9, pan: { x: -490, y: -600 } });
    expect(revealed(far, box, SCREEN, false)).toBeUndefined();
  });

  it('does not hunt for a box larger than the screen', () => {
    expect(revealed(viewport, { x1: 0, y1: 0, x2: 1_000, y2: 600 }, SCREEN, false)).toBeUndefined();
  });
});
