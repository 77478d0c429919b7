import type { InventoryWindows } from '../../app/inventory-windows.ts';
import type { Log } from '../../app/log.ts';
import type { Handlers } from '../register.ts';

type WindowChannel = Extract<keyof Handlers, `window:${string}`>;

/** Returns the handlers by which a page tells what it shows. */
export function windowHandlers(windows: InventoryWindows, log: Log): Pick<Handlers, WindowChannel> {
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
  };
}
