import type { Size, Viewport } from '../viewport.ts';
import { frameFor, placementOf, suits } from './frames.ts';
import type { LinkAnswer, LinkDrawing, LinkFrame, LinkLayerName, LinkRequest } from './worker/link-protocol.ts';

/** A painter that says nothing for so long, in milliseconds, while a picture is wanted, is taken for dead. */
export const PATIENCE_MS = 20_000;

/** The part of `Worker` that is used; tests pass a double. */
export interface LinksWorker {
  postMessage(request: LinkRequest): void;
  addEventListener(type: 'message', listener: (event: { readonly data: LinkAnswer }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}

/** A picture on the window. */
export interface LinkSheet {
  show(image: ImageBitmap, frame: LinkFrame): void;
  /** Moves what is shown: CSS pixels, and how much larger than it was painted. */
  lay(placement: { readonly x: number; readonly y: number; readonly scale: number }): void;
}

/** The pictures of links on the window. */
export interface LinkLayer {
  /** Other links will be drawn in a moment: until then what is on the window is not whole. */
  expect(): void;
  /** Paints something else from now on. */
  draw(drawing: LinkDrawing): void;
  /** The user looks at another part: what is painted moves at once, sharper pictures follow. */
  look(viewport: Viewport, size: Size, ratio: number): void;
  /** Resolves when all that was asked for so far is on the window. */
  whenDrawn(): Promise<void>;
  /** A picture for a file. */
  picture(frame: LinkFrame): Promise<ImageBitmap>;
  dispose(): void;
}

/** Whom the layer tells what becomes of it. */
export interface LinkLayerEvents {
  /** Whether something that was asked for is not on the window yet. */
  readonly busy: (isBusy: boolean) => void;
  /** The worker cannot paint any more. */
  readonly failed: (message: string) => void;
}

/** Returns the layer that shows what a worker paints. */
export function createLinkLayer(
  worker: LinksWorker,
  sheets: Readonly<Record<LinkLayerName, LinkSheet>>,
  { busy, failed }: LinkLayerEvents,
): LinkLayer {
  const shown: Partial<Record<LinkLayerName, LinkFrame>> = {};
  const answered: Record<LinkLayerName, number> = { links: 0, marks: 0 };
  /** The last request that makes a new picture of this layer. */
  const asked: Record<LinkLayerName, number> = { links: 0, marks: 0 };
  const pictures = new Map<
    number,
    { readonly resolve: (image: ImageBitmap) => void; readonly reject: (reason: Error) => void }
  >();
  let waiting: { readonly until: Readonly<Record<LinkLayerName, number>>; readonly resolve: () => void }[] = [];
  let sent: LinkFrame | undefined;
  let seen: { readonly viewport: Viewport; readonly size: Size; readonly ratio: number } | undefined;
  let lastNumber = 0;
  let lastPicture = 0;
  let hasScene = false;
  let isExpecting = false;
  const early: ((drawn: Promise<void>) => void)[] = [];
  let patience: ReturnType<typeof setTimeout> | undefined;

  function request(drawing: LinkDrawing): void {
    lastNumber += 1;
    hasScene ||= drawing.scene !== undefined;
    const repaints = drawing.scene !== undefined || drawing.palette !== undefined || drawing.frame !== undefined;
    if (repaints) asked.links = lastNumber;
    asked.marks = lastNumber;
    if (hasScene && sent !== undefined) {
      busy(true);
      wait();
    }
    worker.postMessage({ type: 'draw', number: lastNumber, drawing });
    if (drawing.scene === undefined) return;
    isExpecting = false;
    for (const resolve of early.splice(0)) resolve(whenDrawn());
  }

  function whenDrawn(): Promise<void> {
    if (isExpecting) return new Promise((resolve) => early.push(resolve));
    // Without a frame nothing is painted, and nothing is on the window either.
    if (sent === undefined || !hasScene) return Promise.resolve();
    return new Promise((resolve) => {
      waiting.push({ until: { ...asked }, resolve });
      settle();
    });
  }

  /** A worker that was killed for want of memory says nothing at all. */
  function wait(): void {
    patience ??= setTimeout(() => fail('the painter did not answer'), PATIENCE_MS);
  }

  function lay(): void {
    if (seen === undefined) return;
    for (const layer of ['links', 'marks'] as const) {
      const frame = shown[layer];
      if (frame !== undefined) sheets[layer].lay(placementOf(frame, seen.viewport));
    }
  }

  /** One frame at a time: while the user moves, the worker paints as fast as it can and no faster. */
  function ask(): void {
    if (seen === undefined || (hasScene && sent !== undefined && answered.links < asked.links)) return;
    const { viewport, size, ratio } = seen;
    if (size.width === 0 || size.height === 0) return;
    if (sent !== undefined && suits(sent, viewport, size, ratio)) return;
    sent = frameFor(viewport, size, ratio);
    request({ frame: sent });
  }

  function settle(): void {
    if (answered.links >= asked.links && answered.marks >= asked.marks && !isExpecting) busy(false);
    const done = waiting.filter(({ until }) => answered.links >= until.links && answered.marks >= until.marks);
    if (done.length === 0) return;
    waiting = waiting.filter((each) => !done.includes(each));
    for (const { resolve } of done) resolve();
  }

  worker.addEventListener('message', ({ data }) => {
    if (data.type === 'picture') {
      pictures.get(data.id)?.resolve(data.image);
      pictures.delete(data.id);
      return;
    }
    const { layer, number, frame, image } = data;
    clearTimeout(patience);
    patience = undefined;
    answered[layer] = number;
    shown[layer] = frame;
    sheets[layer].show(image, frame);
    lay();
    settle();
    if (answered.links < asked.links || answered.marks < asked.marks) wait();
    if (layer === 'links') ask();
  });
  /** Nobody waits for a worker that paints no more. */
  function giveUp(reason: string): void {
    clearTimeout(patience);
    for (const { reject } of pictures.values()) reject(new Error(`The links could not be painted: ${reason}`));
    pictures.clear();
    for (const { resolve } of waiting) resolve();
    waiting = [];
    for (const resolve of early.splice(0)) resolve(Promise.resolve());
  }

  function fail(reason: string): void {
    giveUp(reason);
    failed(reason);
  }

  worker.addEventListener('error', (event) => fail(event.message ?? ''));
  worker.addEventListener('messageerror', (event) => fail(event.message ?? ''));

  return {
    expect() {
      isExpecting = true;
      if (sent !== undefined) busy(true);
    },
    draw: request,
    look(viewport, size, ratio) {
      seen = { viewport, size, ratio };
      lay();
      ask();
    },
    whenDrawn,
    picture(frame) {
      lastPicture += 1;
      const id = lastPicture;
      return new Promise((resolve, reject) => {
        pictures.set(id, { resolve, reject });
        worker.postMessage({ type: 'picture', id, frame });
      });
    },
    dispose() {
      giveUp('the graph is gone');
      worker.terminate();
    },
  };
}
