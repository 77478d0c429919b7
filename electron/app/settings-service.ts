import type { Settings } from '../../shared/ipc/contract.ts';
import type { JsonStore } from '../settings/json-store.ts';

/** Settings on a machine where nothing was set. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  allowConsoleLinks: true,
  askBeforeConsole: true,
  savedQueries: [],
  reviewer: '',
};

/** A change: what is left out or undefined stays. */
export type SettingsChange = { readonly [Key in keyof Settings]?: Settings[Key] | undefined };

/** The settings, and the one way to change them. */
export interface SettingsService {
  get(): Settings;
  /** Takes effect at once; rejects when it could not be written to disk. */
  change(changes: SettingsChange): Promise<Settings>;
}

/** Returns the settings of a store; `applied` hears of every change. A reviewer who gave no name has that of the system's user. */
export function createSettingsService(
  store: Pick<JsonStore<Settings>, 'get' | 'set'>,
  applied: (settings: Settings) => void,
  userName: string,
): SettingsService {
  function named(settings: Settings): Settings {
    return settings.reviewer === '' ? { ...settings, reviewer: userName } : settings;
  }
  return {
    get: () => named(store.get()),
    change: async (changes) => {
      const current = store.get();
      const next: Settings = {
        theme: changes.theme ?? current.theme,
        allowConsoleLinks: changes.allowConsoleLinks ?? current.allowConsoleLinks,
        askBeforeConsole: changes.askBeforeConsole ?? current.askBeforeConsole,
        savedQueries: changes.savedQueries ?? current.savedQueries,
        reviewer: changes.reviewer ?? current.reviewer,
      };
      const saved = store.set(next);
      applied(named(next));
      await saved;
      return named(next);
    },
  };
}
