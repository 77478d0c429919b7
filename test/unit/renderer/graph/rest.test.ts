import { describe, expect, it } from 'vitest';
import { type LoopingRenderer, type RestingCore, restBetweenChanges } from '../../../../renderer/graph/rest.ts';

/** A renderer that loops as Cytoscape's does, on a screen whose frames come when told. */
function loopingRenderer(): {
  readonly frame: () => Promise<void>;
  readonly renderer: LoopingRenderer & { readonly data: Record<string, unknown> };
  readonly cy: RestingCore & { isAnimated: boolean; isDestroyed: boolean };
  readonly painted: () => number;
  readonly asked: () => number;
} {
  let callbacks: (() => void)[] = [];
  const ask = (callback: () => void): void => void callbacks.push(callback);
  const listeners: ((willDraw: boolean) => void)[] = [];
  let painted = 0;
  const renderer: LoopingRenderer & { readonly data: Record<string, unknown> } = {
    destroyed: false,
    renderLoopStarted: false,
    requestedFrame: false,
    data: { lyrTxrCache: { layersQueue: { size: () => 0 } }, canvases: [] },
    startRenderLoop() {
      if (renderer.renderLoopStarted) return;
      renderer.renderLoopStarted = true;
      ask(turn);
    },
    redraw() {
      renderer.requestedFrame = true;
    },
    beforeRender: (listener) => void listeners.push(listener),
  };
  function turn(): void {
    if (renderer.destroyed) return;
    for (const listener of listeners) listener(renderer.requestedFrame);
    if (renderer.requestedFrame) painted += 1;
    renderer.requestedFrame = false;
    ask(turn);
  }
  const cy = {
    isAnimated: false,
    isDestroyed: false,
    animated: () => cy.isAnimated,
    destroyed: () => cy.isDestroyed,
    addToAnimationPool: () => undefined,
  };
  restBetweenChanges(cy, renderer, ask);
  renderer.startRenderLoop();
  return {
    renderer,
    cy,
    painted: () => painted,
    asked: () => callbacks.length,
    async frame() {
      const due = callbacks;
      callbacks = [];
      for (const callback of due) {
        callback();
        await Promise.resolve();
      }
    },
  };
}

async function frames(scene: { readonly frame: () => Promise<void> }, count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await scene.frame();
}

describe('restBetweenChanges', () => {
  it('asks for no frame any more when nothing was to be painted for a while', async () => {
    const scene = loopingRenderer();
    scene.renderer.redraw();
    await frames(scene, 40);
    expect([scene.asked(), scene.painted(), scene.renderer.destroyed]).toStrictEqual([0, 1, false]);
  });

  it('paints what changes afterwards, and rests again', async () => {
    const scene = loopingRenderer();
    await frames(scene, 40);
    scene.renderer.redraw();
    expect(scene.asked()).toBe(1);
    await frames(scene, 40);
    expect([scene.asked(), scene.painted()]).toStrictEqual([0, 1]);
  });

  it('loses no change, in whichever frame it comes', async () => {
    const painted = [];
    for (let at = 15; at < 30; at += 1) {
      const scene = loopingRenderer();
      await frames(scene, at);
      scene.renderer.redraw();
      await frames(scene, 4);
      painted.push(scene.painted());
    }
    expect(painted).toStrictEqual(Array.from({ length: 15 }, () => 1));
  });

  it('goes on while something moves or pictures are still to be made', async () => {
    const moving = loopingRenderer();
    moving.cy.isAnimated = true;
    await frames(moving, 60);
    const sharpening = loopingRenderer();
    sharpening.renderer.data['eleTxrCache'] = { eleCacheQueue: { size: () => 3 } };
    await frames(sharpening, 60);
    expect([moving.asked(), sharpening.asked()]).toStrictEqual([1, 1]);
  });

  it('begins again for an animation', async () => {
    const scene = loopingRenderer();
    await frames(scene, 40);
    scene.cy.addToAnimationPool(scene.cy);
    expect(scene.asked()).toBe(1);
  });

  it('leaves a graph alone that was taken off the window', async () => {
    const scene = loopingRenderer();
    await frames(scene, 20);
    scene.cy.isDestroyed = true;
    scene.renderer.destroyed = true;
    await frames(scene, 10);
    expect([scene.asked(), scene.renderer.destroyed]).toStrictEqual([0, true]);
  });
});
