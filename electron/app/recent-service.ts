import type { JsonStore } from '../settings/json-store.ts';
import { addRecent, removeRecent, type RecentEntry } from '../settings/recent-files.ts';

/** The list of recent files, and the ways to change it. */
export interface RecentService {
  get(): readonly RecentEntry[];
  add(paths: readonly string[]): Promise<void>;
  remove(id: string): Promise<void>;
  clear(): Promise<void>;
}

/** Returns the list of a store; `changed` hears of every change, `now` gives the time of an opening. */
export function createRecentService(
  store: Pick<JsonStore<RecentEntry[]>, 'get' | 'set'>,
  now: () => Date,
  changed: (entries: readonly RecentEntry[]) => void,
): RecentService {
  async function replace(entries: RecentEntry[]): Promise<void> {
    const saved = store.set(entries);
    changed(entries);
    await saved;
  }
  return {
    get: () => store.get(),
    add: (paths) => replace(addRecent(store.get(), paths, now().toISOString())),
    remove: (id) => replace(removeRecent(store.get(), id)),
    clear: () => replace([]),
  };
}
