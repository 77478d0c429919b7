import { createStore, type StoreApi } from 'zustand/vanilla';

export type PaneName = 'filters' | 'details' | 'problems';

/** Where small preferences of the window are kept: `localStorage`, or a double in tests. */
export type PreferenceStorage = Pick<Storage, 'getItem' | 'setItem'>;

export interface PaneState {
  readonly open: Readonly<Record<PaneName, boolean>>;
  toggle(pane: PaneName): void;
  show(pane: PaneName): void;
  hide(pane: PaneName): void;
}

export type PaneStore = StoreApi<PaneState>;

const KEY = 'panes';
const DEFAULTS: PaneState['open'] = { filters: true, details: true, problems: false };

/** Returns the store of which panes are open; remembered from run to run. */
export function createPaneStore(storage: PreferenceStorage): PaneStore {
  return createStore<PaneState>((set, get) => {
    function change(pane: PaneName, open: boolean): void {
      const next = { ...get().open, [pane]: open };
      set({ open: next });
      storage.setItem(KEY, JSON.stringify(next));
    }
    return {
      open: readPanes(storage.getItem(KEY)),
      toggle: (pane) => change(pane, !get().open[pane]),
      show: (pane) => change(pane, true),
      hide: (pane) => change(pane, false),
    };
  });
}

/** Returns the stored choice, or the default where there is none or it is of another version. */
export function readPanes(text: string | null): PaneState['open'] {
  try {
    const stored: unknown = JSON.parse(text ?? '{}');
    if (typeof stored !== 'object' || stored === null) return DEFAULTS;
    const values = new Map<string, unknown>(Object.entries(stored));
    const choose = (pane: PaneName): boolean => {
      const value = values.get(pane);
      return typeof value === 'boolean' ? value : DEFAULTS[pane];
    };
    return { filters: choose('filters'), details: choose('details'), problems: choose('problems') };
  } catch {
    return DEFAULTS;
  }
}
