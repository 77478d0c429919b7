import { hasEnded, type CollectionStatus } from '../../../shared/ipc/collection.ts';
import type { CollectionRequest, CredentialChoice } from '../../../shared/ipc/connect.ts';
import { valueOf } from '../../api/client.ts';
import { liveMethod } from '../search/live-method.ts';
import { showNode } from '../view/node-operations.ts';
import type { Workbench } from '../workbench.ts';
import type { CollectionState, CollectionStore } from './collection-store.ts';

/** Begins to collect; the inventory arrives as a port (see `connect-main-process.ts`). */
export async function startCollection(
  { main }: Workbench,
  credentials: CredentialChoice,
  request: CollectionRequest,
): Promise<void> {
  await valueOf(main.startCollection({ credentials, request }));
}

/** Reads everything again; positions stay, and what differs is marked, new findings among it. */
export async function refreshCollection({ main, inventory, review }: Workbench): Promise<void> {
  const findingsBefore = await inventory.earlierFindings();
  review.getState().amend((record) => ({ ...record, findingsBefore }));
  await valueOf(main.refreshCollection());
}

/** Ends what is being collected and keeps what was read. The collecting process is told at once, however busy the worker is. */
export async function stopCollection({ main, session }: Workbench): Promise<void> {
  session.getState().cancel();
  await valueOf(main.stopCollection());
}

/** Reads what could not be read: all of it, or the readings of these coverage keys. Also goes on with what was cut off. */
export async function retryCollection({ main }: Workbench, keys?: readonly string[]): Promise<void> {
  await valueOf(main.retryCollection(keys === undefined ? {} : { keys: [...keys] }));
}

/** Looks for something in Google Cloud itself; what is found joins the inventory and is shown (`showSought`). */
export async function findLive({ main, collection }: Workbench, query: string): Promise<void> {
  collection.getState().seek(query);
  try {
    await valueOf(main.findLive({ method: liveMethod(query), query }));
  } catch (error) {
    collection.getState().seek(undefined);
    throw error;
  }
}

/** Selects what was looked for in Google Cloud, if something was, once it has joined the inventory. */
export async function showSought(workbench: Workbench): Promise<void> {
  const { collection, inventory, notices } = workbench;
  const { sought } = collection.getState();
  if (sought === undefined) return;
  collection.getState().seek(undefined);
  const { query, before } = sought;
  const { hits } = await inventory.search(query, 1);
  const [hit] = hits;
  if (hit !== undefined) {
    await showNode(workbench, hit.id);
    return;
  }
  const status = await endAfter(collection, before);
  if (status === undefined) return;
  if (status.phase === 'complete') {
    notices.getState().notify({ tone: 'info', title: `Google Cloud has nothing for “${query}”` });
  } else {
    notices.getState().notify({
      tone: 'warning',
      title: `Nothing was found for “${query}”`,
      detail: 'Not everything could be asked: it may exist all the same.',
    });
  }
}

/** How the reading that came after a status ended, which is told apart from what it read; undefined where the inventory was closed. */
function endAfter(
  collection: CollectionStore,
  before: CollectionStatus | undefined,
): Promise<CollectionStatus | undefined> {
  return new Promise((resolve) => {
    function settle({ status }: CollectionState): boolean {
      if (status !== undefined && (status === before || !hasEnded(status))) return false;
      resolve(status);
      return true;
    }
    if (settle(collection.getState())) return;
    const unsubscribe = collection.subscribe((state) => {
      if (settle(state)) unsubscribe();
    });
  });
}

/** Says how what was read again differs from before. */
export async function tellRefreshed({ inventory, notices, session }: Workbench): Promise<void> {
  const { session: shown } = session.getState();
  if (shown.phase !== 'open') return;
  const { added, changed, removed } = await inventory.changes();
  const parts = [
    added.length === 0 ? '' : `${added.length.toLocaleString('en')} new`,
    changed.length === 0 ? '' : `${changed.length.toLocaleString('en')} changed`,
    removed.length === 0 ? '' : `${removed.length.toLocaleString('en')} gone`,
  ].filter((part) => part !== '');
  if (parts.length === 0) {
    notices.getState().notify({ tone: 'success', title: 'Refreshed: nothing changed' });
    return;
  }
  notices.getState().notify({ tone: 'info', title: `Refreshed: ${parts.join(', ')}`, action: 'show-changes' });
}
