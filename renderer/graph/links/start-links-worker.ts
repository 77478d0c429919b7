import type { LinksWorker } from './link-layer.ts';

/** Starts the worker that paints links. */
export function startLinksWorker(): LinksWorker {
  return new Worker(new URL('./worker/links.worker.ts', import.meta.url), { type: 'module', name: 'links' });
}
