import { createLinkPainter, type Easel } from './link-painter.ts';
import type { LinkAnswer, LinkRequest } from './link-protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

/** A message to oneself comes after those that wait already. */
const turns = new MessageChannel();
const waiting: (() => void)[] = [];
turns.port1.addEventListener('message', () => waiting.shift()?.());
turns.port1.start();

const paint = createLinkPainter({
  easel,
  post: (answer: LinkAnswer) => self.postMessage(answer, [answer.image]),
  pause: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      turns.port2.postMessage(undefined);
    }),
});

self.addEventListener('message', ({ data }: MessageEvent<LinkRequest>) => {
  paint(data).catch(reportError);
});

function easel(width: number, height: number): Easel {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
  // Kept in main memory: the pictures of a worker that draws on a graphics processor would wait for the window's.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This window cannot draw: no 2D canvas.');
  return {
    context,
    settle: () => void context.getImageData(0, 0, 1, 1),
    take: () => canvas.transferToImageBitmap(),
  };
}
