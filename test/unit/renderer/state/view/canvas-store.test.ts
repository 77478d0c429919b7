import { expect, it } from 'vitest';
import { createCanvasStore } from '../../../../../renderer/state/view/canvas-store.ts';

it('remembers from run to run whether the minimap is wanted', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const store = createCanvasStore(storage);
  expect(store.getState().minimap).toBe(true);
  store.getState().toggleMinimap();
  expect([store.getState().minimap, createCanvasStore(storage).getState().minimap]).toStrictEqual([false, false]);
  store.getState().toggleMinimap();
  expect(createCanvasStore(storage).getState().minimap).toBe(true);
});
