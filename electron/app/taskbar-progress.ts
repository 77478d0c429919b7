import type { BrowserWindow } from 'electron';
import { hasEnded, shareDone, type CollectionStatus } from '../../shared/ipc/collection.ts';

/** Shows how far a collection is on the window's button in the taskbar or dock; nothing once it has ended. */
export function showTaskbarProgress(window: Pick<BrowserWindow, 'setProgressBar'>, status: CollectionStatus): void {
  if (hasEnded(status)) {
    window.setProgressBar(-1);
    return;
  }
  window.setProgressBar(shareDone(status) ?? 2, { mode: status.phase === 'paused' ? 'paused' : 'normal' });
}
