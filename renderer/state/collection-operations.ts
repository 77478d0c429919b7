import type { CollectionRequest, CredentialChoice } from '../../shared/ipc/connect.ts';
import { valueOf } from '../api/client.ts';
import type { Workbench } from './workbench.ts';

/** Begins to collect; the inventory arrives as a port (see `connect-main-process.ts`). */
export async function startCollection(
  { main }: Workbench,
  credentials: CredentialChoice,
  request: CollectionRequest,
): Promise<void> {
  await valueOf(main.startCollection({ credentials, request }));
}

/** Reads everything again; positions stay, and what differs is marked. */
export async function refreshCollection({ main }: Workbench): Promise<void> {
  await valueOf(main.refreshCollection());
}

/** Reads what could not be read: all of it, or the readings of these coverage keys. Also goes on with what was cut off. */
export async function retryCollection({ main }: Workbench, keys?: readonly string[]): Promise<void> {
  await valueOf(main.retryCollection(keys === undefined ? {} : { keys: [...keys] }));
}

/** Looks a resource up in Google Cloud, or lists or searches there; what is found joins the inventory. */
export async function findLive({ main }: Workbench, method: 'get' | 'list' | 'search', query: string): Promise<void> {
  await valueOf(main.findLive({ method, query }));
}
