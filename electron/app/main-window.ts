import { BrowserWindow } from 'electron';
import { APP_PAGE } from './app-scheme.ts';
import { windowOptions } from './window-options.ts';

/** Makes a window and starts to load the page. The only place that makes one; it appears when the page has drawn. */
export function createMainWindow(
  options: Parameters<typeof windowOptions>[0] & {
    readonly maximized: boolean;
    readonly reportFailure: (reason: string) => void;
  },
): BrowserWindow {
  const window = new BrowserWindow(windowOptions(options));
  // The page's own <title> would replace ours, which names the inventory.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => {
    if (options.maximized) window.maximize();
    window.show();
  });
  window.loadURL(APP_PAGE).catch((error: unknown) => {
    // A window closed while loading is not a failure.
    if (!window.isDestroyed()) options.reportFailure(error instanceof Error ? error.message : String(error));
  });
  return window;
}
