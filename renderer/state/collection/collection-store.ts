import { createStore, type StoreApi } from 'zustand/vanilla';
import { hasEnded, type CollectionStatus } from '../../../shared/ipc/collection.ts';

/** How far the collection of this window is. */
export interface CollectionState {
  /** Absent where the inventory was not collected. */
  readonly status: CollectionStatus | undefined;
  /** What the bar above the graph says is read; it comes back with the next news. */
  readonly dismissed: boolean;
  /** It was gone on with after the login had ended, and waits again without having read anything. */
  readonly refusedAgain: boolean;
  /** Documents there were when it last waited for a login. */
  readonly pausedAt: number | undefined;
  /** All of it is in a snapshot. */
  readonly saved: boolean;
  noteSaved(): void;
  /** What was looked for in Google Cloud, until it is shown, and how the collection was before. */
  readonly sought: { readonly query: string; readonly before: CollectionStatus | undefined } | undefined;
  set(status: CollectionStatus): void;
  seek(query: string | undefined): void;
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
    refusedAgain: false,
    pausedAt: undefined,
    saved: false,
    noteSaved: () => set({ saved: true }),
    sought: undefined,
    seek: (query) => set(({ status }) => ({ sought: query === undefined ? undefined : { query, before: status } })),
    set: (status) =>
      set((before) => ({
        status,
        dismissed: false,
        ...pauseAfter(before, status),
        ...(hasEnded(status) ? {} : { saved: false }),
      })),
    dismiss: () => set({ dismissed: true }),
    clear: () =>
      set({
        status: undefined,
        dismissed: false,
        refusedAgain: false,
        pausedAt: undefined,
        saved: false,
        sought: undefined,
      }),
  }));
}

function pauseAfter(
  before: CollectionState,
  { phase, documents }: CollectionStatus,
): Pick<CollectionState, 'refusedAgain' | 'pausedAt'> {
  if (phase !== 'paused') return { refusedAgain: false, pausedAt: phase === 'running' ? before.pausedAt : undefined };
  // One wait is told more than once.
  const refusedAgain = before.status?.phase === 'paused' ? before.refusedAgain : before.pausedAt === documents;
  return { refusedAgain, pausedAt: documents };
}
