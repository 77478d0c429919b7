import { describe, expect, it } from 'vitest';
import { cascaded, usableBounds, type Rectangle } from '../../../../electron/settings/window-state.ts';

const MAIN: Rectangle = { x: 0, y: 25, width: 1920, height: 1055 };
const LEFT: Rectangle = { x: -1280, y: 0, width: 1280, height: 1024 };

describe('usableBounds', () => {
  it('are those remembered while they are on a display', () => {
    const bounds = { x: -1200, y: 40, width: 1000, height: 700 };
    expect(usableBounds(bounds, [MAIN, LEFT])).toStrictEqual(bounds);
  });

  it('have no place when the display is gone, so that the window is centred', () => {
    const bounds = { x: -1200, y: 40, width: 1000, height: 700 };
    expect(usableBounds(bounds, [MAIN])).toStrictEqual({ width: 1000, height: 700 });
  });

  it.each([
    ['above the display', { x: 100, y: -300, width: 800, height: 600 }],
    ['under the menu bar', { x: 100, y: 0, width: 800, height: 600 }],
    ['below the display', { x: 100, y: 1070, width: 800, height: 600 }],
    ['with only a sliver on the display', { x: 1900, y: 100, width: 800, height: 600 }],
  ])('have no place when the title bar is %s', (_where, bounds) => {
    expect(usableBounds(bounds, [MAIN])).toStrictEqual({ width: 800, height: 600 });
  });

  it('are not larger than the display has become', () => {
    expect(usableBounds({ x: 0, y: 25, width: 3840, height: 2000 }, [MAIN])).toStrictEqual({
      x: 0,
      y: 25,
      width: 1920,
      height: 1055,
    });
  });

  it('are not smaller than the window can be used', () => {
    expect(usableBounds({ x: 0, y: 25, width: 10, height: 10 }, [MAIN])).toStrictEqual({ width: 640, height: 480 });
  });

  it('are a usual size at the first start', () => {
    expect([usableBounds(undefined, [MAIN]), usableBounds(undefined, [])]).toStrictEqual([
      { width: 1280, height: 800 },
      { width: 1280, height: 800 },
    ]);
  });

  it('fit a small display at the first start', () => {
    expect(usableBounds(undefined, [{ x: 0, y: 0, width: 1024, height: 700 }])).toStrictEqual({
      width: 1024,
      height: 700,
    });
  });
});

describe('cascaded', () => {
  it('puts a further window a little aside', () => {
    expect(cascaded({ x: 10, y: 20, width: 800, height: 600 })).toStrictEqual({
      x: 38,
      y: 48,
      width: 800,
      height: 600,
    });
  });
});
