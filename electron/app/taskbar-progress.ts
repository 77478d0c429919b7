import type { BrowserWindow } from 'electron';
import { hasEnded, type CollectionStatus } from '../../shared/ipc/collection.ts';

/** Shows how far a collection is on the window's button in the taskbar or dock; nothing once it has ended. */
export function showTaskbarProgress(window: Pick<BrowserWindow, 'setProgressBar'>, status: CollectionStatus): void {
  if (hasEnded(status)) {
    window.setProgressBar(-1);
    return;
  }
  window.setProgressBar(shareDone(status) ?? 2, { mode: status.phase === 'paused' ? 'paused' : 'normal' });
}

/** The share of the readings that are done, from 0 to 1; undefined while there are none. */
export function shareDone({ places, linked }: Pick<CollectionStatus, 'places' | 'linked'>): number | undefined {
  let done = linked.done + linked.failed;
  let all = linked.found;
  for (const { waiting, reading, read, failed } of places) {
    done += read + failed;
    all += waiting + reading + read + failed;
  }
  return all === 0 ? undefined : Math.min(1, done / all);
}
