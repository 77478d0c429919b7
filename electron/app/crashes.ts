import type { App } from 'electron';
import { askAfterCrash } from './dialogs.ts';
import type { InventoryWindows } from './inventory-windows.ts';
import type { Log } from './log.ts';
import type { Terminal } from './terminal.ts';

/** Notices crashed processes: a window's page is offered again, a helper's end is told on the terminal and in the log. */
export function handleCrashes(
  app: Pick<App, 'on'>,
  windows: Pick<InventoryWindows, 'find'>,
  log: Log,
  terminal: Terminal,
): void {
  app.on('render-process-gone', (_event, contents, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.error('window process gone', { reason, exitCode });
    terminal.say(`A window's process ended: ${reason}.`);
    const window = windows.find(contents)?.window;
    if (window === undefined || window.isDestroyed()) return;
    askAfterCrash(window, reason).then(
      (answer) => {
        if (window.isDestroyed()) return;
        if (answer === 'reload') window.webContents.reload();
        else window.destroy();
      },
      (error: unknown) => log.error('question failed', { reason: String(error) }),
    );
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason === 'clean-exit' || reason === 'killed') return;
    log.error('helper process gone', { type, reason, exitCode });
    terminal.say(
      `A helper process (${type}) ended: ${reason}. If the window draws wrongly, start the app with --disable-gpu.`,
    );
  });
}
