import type { InventoryWorker } from './inventory-client.ts';

/** Starts the worker that holds the inventory. The only place that makes a `Worker`. */
export function startInventoryWorker(): InventoryWorker {
  return new Worker(new URL('./worker/inventory.worker.ts', import.meta.url), {
    type: 'module',
    name: 'inventory',
  });
}
