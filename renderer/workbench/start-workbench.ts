import { connectToMainProcess } from '../api/client.ts';
import { createInventoryClient, type InventoryClient } from '../inventory/inventory-client.ts';
import { startInventoryWorker } from '../inventory/start-inventory-worker.ts';
import { connectMainProcess } from './connect-main-process.ts';
import { createWorkbench } from './create-workbench.ts';
import type { Workbench } from '../state/workbench.ts';

/** Returns the state of this window, which follows the main process from now on, and the inventory behind it, whose worker waits for its first use. */
export function startWorkbench(window: Window): { readonly inventory: InventoryClient; readonly workbench: Workbench } {
  const inventory = createInventoryClient(startInventoryWorker);
  const mac = window.navigator.userAgent.includes('Macintosh');
  const workbench = createWorkbench(connectToMainProcess(), inventory, window.localStorage, mac);
  connectMainProcess(workbench, window);
  return { inventory, workbench };
}
