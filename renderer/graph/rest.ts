import type { Core } from 'cytoscape';

/** What of Cytoscape's canvas renderer is needed to let it rest. It is reachable, but not part of the declared types. */
export interface LoopingRenderer {
  /** Read first in each turn of the loop, which then ends. */
  destroyed: boolean;
  renderLoopStarted: boolean;
  requestedFrame: boolean;
  startRenderLoop(): void;
  redraw(options?: unknown): void;
  beforeRender(listener: (willDraw: boolean) => void, priority: number): void;
  /** Among other things, pictures of elements that are still to be made sharp. */
  readonly data: Readonly<Record<string, unknown>>;
}

interface Queue {
  size(): number;
}

/** Where Cytoscape keeps what is to be painted sharper when there is time. */
interface WaitingPictures {
  readonly eleCacheQueue?: Queue;
  readonly layersQueue?: Queue;
}

/** The part of Cytoscape that is used here. */
export type RestingCore = Pick<Core, 'animated' | 'destroyed'> & {
  addToAnimationPool(elements: unknown): void;
};

/** Frames without anything to paint after which the loop ends. */
const CALM = 20;
/** After all that Cytoscape itself does in a frame. */
const LAST = -1;

/**
 * Ends Cytoscape's loop while there is nothing to paint, and starts it again by the next change: it asks for each frame of
 * the screen, for which the browser makes one, all day long. Cytoscape can start its loop, but end it only by being destroyed, which it
 * looks for as it begins a turn: so for that one moment it is told so. `frame` is `requestAnimationFrame`.
 */
export function restBetweenChanges(
  cy: RestingCore,
  renderer: LoopingRenderer,
  frame: (callback: () => void) => void = requestAnimationFrame,
): void {
  let calm = 0;
  let isEnding = false;

  function wake(): void {
    calm = 0;
    if (!isEnding) renderer.startRenderLoop();
  }

  function end(): void {
    isEnding = true;
    let told = false;
    // Callbacks of one frame run in the order in which they were asked for: this one before the loop's, which it asks for when its turn is over …
    frame(() => {
      if (cy.destroyed() || calm === 0 || renderer.requestedFrame) return;
      told = true;
      renderer.destroyed = true;
    });
    // … and this one after it.
    queueMicrotask(() =>
      frame(() => {
        isEnding = false;
        if (cy.destroyed() || !told) return;
        renderer.destroyed = false;
        renderer.renderLoopStarted = false;
        if (calm === 0 || renderer.requestedFrame) wake();
      }),
    );
  }

  renderer.beforeRender((willDraw) => {
    calm = willDraw || cy.animated() || isPainting(renderer) ? 0 : calm + 1;
    if (calm >= CALM && !isEnding) end();
  }, LAST);

  const { redraw } = renderer;
  renderer.redraw = (options) => {
    redraw.call(renderer, options);
    wake();
  };
  const { addToAnimationPool } = cy;
  cy.addToAnimationPool = (elements) => {
    addToAnimationPool.call(cy, elements);
    wake();
  };
}

function isPainting({ data }: LoopingRenderer): boolean {
  return Object.values(data).some((part) => isWaiting(part) && (part.eleCacheQueue ?? part.layersQueue)?.size() !== 0);
}

function isWaiting(part: unknown): part is WaitingPictures {
  return typeof part === 'object' && part !== null && ('eleCacheQueue' in part || 'layersQueue' in part);
}
