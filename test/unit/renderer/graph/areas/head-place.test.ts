import { describe, expect, it } from 'vitest';
import { HEAD_HEIGHT, headPlace, headPlaces } from '../../../../../renderer/graph/areas/head-place.ts';

const SCREEN = { width: 800, height: 600 };
const BOX = { x1: 100, y1: 100, x2: 500, y2: 400 };

describe('the head of an area', () => {
  it('stands at the top of its box', () => {
    expect(headPlace(BOX, { zoom: 1, pan: { x: 0, y: 0 } }, SCREEN)).toStrictEqual({ x: 108, y: 107, width: 384 });
  });

  it('stands above cards that are seen from afar', () => {
    const place = headPlace(BOX, { zoom: 0.25, pan: { x: 300, y: 300 } }, SCREEN);
    expect((place?.y ?? 0) + HEAD_HEIGHT).toBe(100 * 0.25 + 300 + 10);
  });

  it('is wider than a box in which its title could not be read', () => {
    expect(headPlace(BOX, { zoom: 0.1, pan: { x: 0, y: 300 } }, SCREEN)?.width).toBe(84);
  });

  it('stays in sight while a part of its box is, and is not drawn beyond it', () => {
    expect(headPlace(BOX, { zoom: 1, pan: { x: -300, y: -300 } }, SCREEN)).toStrictEqual({ x: 8, y: 8, width: 184 });
    expect(headPlace(BOX, { zoom: 1, pan: { x: 0, y: -380 } }, SCREEN)?.y).toBe(400 - 380 - HEAD_HEIGHT);
    expect(headPlace(BOX, { zoom: 1, pan: { x: 0, y: -400 } }, SCREEN)).toBeUndefined();
    expect(headPlace(BOX, { zoom: 1, pan: { x: 900, y: 0 } }, SCREEN)).toBeUndefined();
  });
});

describe('the heads of several areas', () => {
  const low = (top: number, left = 0): typeof BOX => ({ x1: left, y1: top, x2: left + 3000, y2: top + 100 });

  it('do not cover each other where the boxes are low', () => {
    const places = headPlaces([low(0), low(120), low(240)], { zoom: 0.1, pan: { x: 0, y: 100 } }, SCREEN);
    expect(places.map((place) => place?.y)).toStrictEqual([78, 106, 134]);
  });

  it('move up where the canvas ends, and stay where nothing is beside them', () => {
    const viewport = { zoom: 0.1, pan: { x: 0, y: 560 } };
    const places = headPlaces([low(0), low(120), low(240), low(0, 5000)], viewport, SCREEN);
    expect(places.map((place) => place?.y)).toStrictEqual([518, 546, 574, 538]);
  });

  it('are none where nothing of the box is in sight', () => {
    expect(headPlaces([low(0), low(9000)], { zoom: 0.1, pan: { x: 0, y: 100 } }, SCREEN)[1]).toBeUndefined();
  });
});
