import { describe, expect, it } from 'vitest';
import { HEAD_HEIGHT, headPlace } from '../../../../../renderer/graph/areas/head-place.ts';

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
