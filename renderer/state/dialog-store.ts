import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ActionId } from './actions.ts';

/** The dialog or context menu that is open; at most one. */
export type Overlay =
  | { readonly type: 'shortcuts' }
  | { readonly type: 'licences' }
  | { readonly type: 'about' }
  | { readonly type: 'save-snapshot' }
  | { readonly type: 'expand'; readonly id: string }
  | { readonly type: 'reveal'; readonly title: string; readonly accept: () => void }
  | {
      readonly type: 'menu';
      readonly title: string;
      readonly items: readonly (ActionId | undefined)[];
      /** Client pixels. */
      readonly at: { readonly x: number; readonly y: number };
    };

export interface DialogState {
  readonly overlay: Overlay | undefined;
  open(overlay: Overlay): void;
  close(): void;
}

export type DialogStore = StoreApi<DialogState>;

/** Returns the store of the open dialog. */
export function createDialogStore(): DialogStore {
  return createStore<DialogState>((set) => ({
    overlay: undefined,
    open: (overlay) => set({ overlay }),
    close: () => set({ overlay: undefined }),
  }));
}
