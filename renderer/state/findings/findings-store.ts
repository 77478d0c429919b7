import { createStore, type StoreApi } from 'zustand/vanilla';
import { ALL_FINDINGS, type FindingFilter } from '../../../shared/findings/filter-findings.ts';
import type { PreferenceStorage } from '../pane-store.ts';
import { NO_PICKS, type Picks } from './pick-findings.ts';

/** The lists of the pane "Findings". */
export type FindingsTab = 'posture' | 'rule' | 'severity' | 'resource' | 'project' | 'review';

/** A file by which findings are judged in place of the defaults. */
export interface FindingsConfiguration {
  /** Its name, for the user. */
  readonly file: string;
  readonly text: string;
}

export interface FindingsState {
  readonly filter: FindingFilter;
  readonly tab: FindingsTab;
  readonly configuration: FindingsConfiguration | undefined;
  /** Whether cards and links of the graph show what fails at them. */
  readonly badges: boolean;
  /** Findings that were chosen one by one. */
  readonly picks: Picks;
  setPicks(picks: Picks): void;
  setFilter(filter: FindingFilter): void;
  setTab(tab: FindingsTab): void;
  /** Shows only some findings, in a list. */
  show(filter: Partial<FindingFilter>, tab: FindingsTab): void;
  /** Remembered from run to run. */
  setConfiguration(configuration: FindingsConfiguration | undefined): void;
  /** Remembered from run to run. */
  setBadges(badges: boolean): void;
  /** Forgets what belongs to one inventory. */
  clear(): void;
}

export type FindingsStore = StoreApi<FindingsState>;

/** Where the configuration is stored for all windows. */
export const CONFIGURATION_KEY = 'findings-configuration';
const BADGES_KEY = 'finding-badges';

/** Returns the store of what is shown of the findings. */
export function createFindingsStore(storage: PreferenceStorage): FindingsStore {
  return createStore<FindingsState>((set) => ({
    filter: ALL_FINDINGS,
    tab: 'posture',
    configuration: configurationIn(storage.getItem(CONFIGURATION_KEY)),
    badges: storage.getItem(BADGES_KEY) !== 'off',
    picks: NO_PICKS,
    setPicks: (picks) => set({ picks }),
    setFilter: (filter) => set({ filter }),
    setTab: (tab) => set({ tab }),
    show: (filter, tab) => set({ filter: { ...ALL_FINDINGS, ...filter }, tab }),
    setConfiguration(configuration) {
      set({ configuration });
      storage.setItem(CONFIGURATION_KEY, configuration === undefined ? '' : JSON.stringify(configuration));
    },
    setBadges(badges) {
      set({ badges });
      storage.setItem(BADGES_KEY, badges ? 'on' : 'off');
    },
    clear: () => set({ filter: ALL_FINDINGS, tab: 'posture', picks: NO_PICKS }),
  }));
}

/** What was stored; nothing where there is none or it is of another version. */
export function configurationIn(text: string | null): FindingsConfiguration | undefined {
  if (text === null || text === '') return undefined;
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== 'object' || stored === null) return undefined;
    const { file, text: contents } = stored as Readonly<Record<string, unknown>>;
    return typeof file === 'string' && typeof contents === 'string' ? { file, text: contents } : undefined;
  } catch {
    return undefined;
  }
}
