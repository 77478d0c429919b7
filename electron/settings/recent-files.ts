import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import type { RecentFile } from '../../shared/ipc/contract.ts';

/** What was opened together: one or more files or folders. */
export const recentEntrySchema = z.object({
  paths: z.array(z.string().min(1)).min(1).max(1000),
  openedTime: z.string(),
});

export const recentEntriesSchema = z.array(recentEntrySchema);

export type RecentEntry = z.infer<typeof recentEntrySchema>;

/** Most entries kept. */
export const MAX_RECENT = 12;

/** Returns the list with `paths` as its newest entry; the same paths in any order are one entry. */
export function addRecent(
  entries: readonly RecentEntry[],
  paths: readonly string[],
  openedTime: string,
): RecentEntry[] {
  const id = recentId(paths);
  return [{ paths: [...paths], openedTime }, ...entries.filter((entry) => recentId(entry.paths) !== id)].slice(
    0,
    MAX_RECENT,
  );
}

/** Returns the entry that the window or the menu names by its id. */
export function findRecent(entries: readonly RecentEntry[], id: string): RecentEntry | undefined {
  return entries.find((entry) => recentId(entry.paths) === id);
}

/** Returns the list without an entry. */
export function removeRecent(entries: readonly RecentEntry[], id: string): RecentEntry[] {
  return entries.filter((entry) => recentId(entry.paths) !== id);
}

/** Returns an entry as the window shows it. */
export function describeRecent(entry: RecentEntry): RecentFile {
  const [first = ''] = entry.paths;
  return {
    id: recentId(entry.paths),
    title: titleOfPaths(entry.paths),
    location: dirname(first),
    openedTime: entry.openedTime,
  };
}

/** Returns what stands in a title bar for files opened together: `a.json`, `a.json and 2 more`. */
export function titleOfPaths(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  return others.length === 0 ? basename(first) : `${basename(first)} and ${String(others.length)} more`;
}

/** Names an entry by its contents, so that the window refers to it without being able to name a path of its own. */
function recentId(paths: readonly string[]): string {
  return createHash('sha256').update(paths.toSorted().join('\0')).digest('hex').slice(0, 16);
}
