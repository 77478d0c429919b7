import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PreferenceStorage } from '../pane-store.ts';

/** What the user prefers to see over the graph. */
export interface CanvasState {
  readonly minimap: boolean;
  /** Shows or hides the overview; remembered from run to run. */
  toggleMinimap(): void;
}

export type CanvasStore = StoreApi<CanvasState>;

const KEY = 'minimap';

/** Returns the store of what is shown over the graph. */
export function createCanvasStore(storage: PreferenceStorage): CanvasStore {
  return createStore<CanvasState>((set, get) => ({
    minimap: storage.getItem(KEY) !== 'off',
    toggleMinimap() {
      const minimap = !get().minimap;
      storage.setItem(KEY, minimap ? 'on' : 'off');
      set({ minimap });
    },
  }));
}
