import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createLinkLayer,
  type LinkLayer,
  type LinksWorker,
  PATIENCE_MS,
} from '../../../../../renderer/graph/links/link-layer.ts';
import type {
  LinkAnswer,
  LinkFrame,
  LinkLayerName,
  LinkRequest,
} from '../../../../../renderer/graph/links/worker/link-protocol.ts';
import { PALETTE, SCENE } from './worker/scene.ts';

const SIZE = { width: 1_000, height: 500 };
const IMAGE = { width: 1, height: 1 } as ImageBitmap;

function at(x: number): { readonly zoom: number; readonly pan: { readonly x: number; readonly y: number } } {
  return { zoom: 1, pan: { x, y: 0 } };
}

interface Bench {
  readonly layer: LinkLayer;
  readonly asked: LinkRequest[];
  readonly shown: string[];
  readonly failures: string[];
  readonly busy: boolean[];
  answer(answer: LinkAnswer): void;
  /** Answers the last request with a picture of the last frame asked for. */
  paint(layer: LinkLayerName): void;
  fail(message: string): void;
}

function bench(): Bench {
  const asked: LinkRequest[] = [];
  const shown: string[] = [];
  const failures: string[] = [];
  const busy: boolean[] = [];
  let answer: (answer: LinkAnswer) => void = () => undefined;
  let fail: (message: string) => void = () => undefined;
  const worker: LinksWorker = {
    postMessage: (request) => void asked.push(request),
    addEventListener(type: string, listener: (event: never) => void) {
      if (type === 'message') answer = (data) => listener({ data } as never);
      if (type === 'error') fail = (message) => listener({ message } as never);
    },
    terminate: () => void shown.push('end'),
  };
  const sheet = (name: string) => ({
    show: (_image: ImageBitmap, { x }: LinkFrame) => void shown.push(`${name} painted at ${x}`),
    lay: ({ x, scale }: { x: number; scale: number }) => void shown.push(`${name} laid ${x} ${scale}`),
  });
  const layer = createLinkLayer(
    worker,
    { links: sheet('links'), marks: sheet('marks') },
    {
      busy: (isBusy) => void busy.push(isBusy),
      failed: (message) => void failures.push(message),
    },
  );
  return {
    layer,
    asked,
    shown,
    failures,
    busy,
    answer: (given) => answer(given),
    paint(name) {
      const frames = asked.flatMap((request) => (request.type === 'draw' ? (request.drawing.frame ?? []) : []));
      const last = asked.findLast((request) => request.type === 'draw');
      // A copy, as messages make them.
      for (const each of frames.slice(-1)) {
        answer({ type: 'drawn', layer: name, number: last?.number ?? 0, frame: { ...each }, image: IMAGE });
      }
    },
    fail: (message) => fail(message),
  };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the layer of links', () => {
  it('moves what is painted at once, and asks for more only near its border', () => {
    const { layer, asked, shown, paint } = bench();
    layer.draw({ scene: SCENE, palette: PALETTE });
    layer.look(at(0), SIZE, 1);
    paint('links');
    layer.look(at(100), SIZE, 1);
    expect([asked.length, shown]).toStrictEqual([
      2,
      ['links painted at 200', 'links laid -200 1', 'links laid -100 1'],
    ]);
    layer.look(at(190), SIZE, 1);
    expect(asked).toHaveLength(3);
  });

  it('has one picture painted at a time, then the one that is wanted by then', () => {
    const { layer, asked, paint } = bench();
    layer.draw({ scene: SCENE, palette: PALETTE });
    for (const x of [0, 300, 600, 900]) layer.look(at(x), SIZE, 1);
    expect(asked).toHaveLength(2);
    paint('links');
    expect(asked.map((request) => (request.type === 'draw' ? request.drawing.frame?.x : undefined))).toStrictEqual([
      undefined,
      200,
      1_100,
    ]);
  });

  it('asks for nothing while the canvas has no size', () => {
    const { layer, asked } = bench();
    layer.look(at(0), { width: 0, height: 0 }, 1);
    expect(asked).toStrictEqual([]);
  });

  it('tells when links and marks are on the window', async () => {
    const { layer, busy, paint } = bench();
    layer.draw({ scene: SCENE, palette: PALETTE });
    layer.look(at(0), SIZE, 1);
    const told: string[] = [];
    const drawn = layer.whenDrawn().then(() => told.push('drawn'));
    paint('marks');
    await Promise.resolve();
    expect(told).toStrictEqual([]);
    paint('links');
    await drawn;
    expect([told, busy]).toStrictEqual([['drawn'], [true, false]]);
  });

  it('is not whole while other links are expected', async () => {
    const { layer, busy, paint } = bench();
    layer.draw({ scene: SCENE, palette: PALETTE });
    layer.look(at(0), SIZE, 1);
    layer.expect();
    paint('links');
    paint('marks');
    const told: string[] = [];
    const drawn = layer.whenDrawn().then(() => told.push('drawn'));
    await Promise.resolve();
    expect([told, busy.at(-1)]).toStrictEqual([[], true]);
    layer.draw({ scene: SCENE });
    paint('links');
    paint('marks');
    await drawn;
    expect([told, busy.at(-1)]).toStrictEqual([['drawn'], false]);
  });

  it('does not wait for what nothing can be seen of', async () => {
    await expect(bench().layer.whenDrawn()).resolves.toBeUndefined();
  });

  it('hands over pictures for files', async () => {
    const { layer, asked, answer } = bench();
    const frame = { zoom: 1, x: 0, y: 0, width: 10, height: 10, ratio: 1 };
    const picture = layer.picture(frame);
    expect(asked).toStrictEqual([{ type: 'picture', id: 1, frame }]);
    answer({ type: 'picture', id: 1, image: IMAGE });
    await expect(picture).resolves.toBe(IMAGE);
  });

  it('tells when the worker fails, and ends it with the window', () => {
    const { layer, failures, fail, shown } = bench();
    fail('out of memory');
    layer.dispose();
    expect([failures, shown]).toStrictEqual([['out of memory'], ['end']]);
  });

  it('keeps nobody waiting for a worker that failed', async () => {
    const { layer, fail } = bench();
    layer.draw({ scene: SCENE, palette: PALETTE });
    layer.look(at(0), SIZE, 1);
    const drawn = layer.whenDrawn();
    const picture = layer.picture({ zoom: 1, x: 0, y: 0, width: 10, height: 10, ratio: 1 });
    fail('out of memory');
    await expect(picture).rejects.toThrow('The links could not be painted: out of memory');
    await expect(drawn).resolves.toBeUndefined();
  });

  it('takes a worker for dead that answers nothing for long', () => {
    vi.useFakeTimers();
    const { layer, failures, paint } = bench();
    layer.draw({ scene: SCENE, palette: PALETTE });
    layer.look(at(0), SIZE, 1);
    vi.advanceTimersByTime(PATIENCE_MS - 1);
    paint('marks');
    vi.advanceTimersByTime(PATIENCE_MS - 1);
    paint('links');
    vi.advanceTimersByTime(PATIENCE_MS * 2);
    expect(failures).toStrictEqual([]);
    layer.look(at(500), SIZE, 1);
    vi.advanceTimersByTime(PATIENCE_MS);
    expect(failures).toStrictEqual(['the painter did not answer']);
  });
});
