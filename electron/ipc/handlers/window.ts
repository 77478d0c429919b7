import type { InventoryWindows } from '../../app/inventory-windows.ts';
import type { RunMainAction } from '../../app/main-actions.ts';
import type { Log } from '../../app/log.ts';
import type { Handlers } from '../register.ts';

type WindowChannel = Extract<keyof Handlers, `window:${string}`>;

/** Returns the handlers by which a page tells what it shows, and asks for what the main process does. */
export function windowHandlers(
  windows: InventoryWindows,
  runMainAction: RunMainAction,
  log: Log,
): Pick<Handlers, WindowChannel> {
  return {
    'window:accept-inventory': (_request, contents) => windows.accept(contents),
    'window:report-ready': (report, contents) => {
      windows.reportReady(contents, report);
      return undefined;
    },
    'window:report-closed': (_request, contents) => {
      windows.reportClosed(contents);
      return undefined;
    },
    'window:report-problem': ({ during, message }, contents) => {
      log.error('problem in the window', { during, message });
      if (during === 'opening') windows.reportFailed(contents, message);
      return undefined;
    },
    'window:report-conditions': ({ conditions }, contents) => {
      windows.reportConditions(contents, conditions);
      return undefined;
    },
    'window:run-action': ({ action }, contents) => {
      runMainAction(action, windows.find(contents)?.window);
      return undefined;
    },
  };
}
