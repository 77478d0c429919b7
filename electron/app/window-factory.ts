import { nativeTheme, screen, type BrowserWindow } from 'electron';
import type { JsonStore } from '../settings/json-store.ts';
import { cascaded, usableBounds, type WindowState } from '../settings/window-state.ts';
import type { Log } from './log.ts';
import { createMainWindow } from './main-window.ts';
import { backgroundColour } from './window-options.ts';

/** What new windows have in common. */
export interface WindowFactoryOptions {
  readonly preload: string;
  readonly title: string;
  readonly devTools: boolean;
  readonly log: Log;
  readonly state: JsonStore<WindowState>;
  /** Size of the contents asked for on the command line; nothing is remembered then. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
}

/**
 * Returns what makes windows: the first where the last one was left, if that is still on a display, further ones beside the
 * current one.
 */
export function createWindowFactory(
  options: WindowFactoryOptions,
): (beside: BrowserWindow | undefined) => BrowserWindow {
  const { preload, title, devTools, log, state, size } = options;
  return (beside) => {
    const { bounds, maximized } = state.get();
    const wanted = beside === undefined ? bounds : cascaded(beside.getNormalBounds());
    const window = createMainWindow({
      preload,
      title,
      devTools,
      dark: nativeTheme.shouldUseDarkColors,
      bounds: size ?? usableBounds(wanted, workAreas()),
      isContentSize: size !== undefined,
      maximized: maximized && size === undefined && beside === undefined,
      reportFailure: (reason) => log.error('page not loaded', { reason }),
    });
    function followTheme(): void {
      window.setBackgroundColor(backgroundColour(nativeTheme.shouldUseDarkColors));
    }
    nativeTheme.on('updated', followTheme);
    window.on('closed', () => nativeTheme.off('updated', followTheme));
    if (size === undefined) {
      window.on('close', () => {
        state
          .set({ bounds: window.getNormalBounds(), maximized: window.isMaximized() })
          .catch((error: unknown) => log.warn('window state not saved', { reason: String(error) }));
      });
    }
    return window;
  };
}

/** The displays' usable areas, the primary one first. */
function workAreas(): Electron.Rectangle[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}
