import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CollectionStatus } from '../../shared/ipc/collection.ts';

/** How far the collection of this window is. */
export interface CollectionState {
  /** Absent where the inventory was not collected. */
  readonly status: CollectionStatus | undefined;
  /** What the bar above the graph says is read; it comes back with the next news. */
  readonly dismissed: boolean;
  set(status: CollectionStatus): void;
  dismiss(): void;
  /** The inventory was closed. */
  clear(): void;
}

export type CollectionStore = StoreApi<CollectionState>;

/** Returns the store of how far the collection of this window is. */
export function createCollectionStore(): CollectionStore {
  return createStore<CollectionState>((set) => ({
    status: undefined,
    dismissed: false,
    set: (status) => set({ status, dismissed: false }),
    dismiss: () => set({ dismissed: true }),
    clear: () => set({ status: undefined, dismissed: false }),
  }));
}
