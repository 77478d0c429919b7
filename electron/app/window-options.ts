import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import { MINIMUM_SIZE, type Rectangle } from '../settings/window-state.ts';

/** Colours of the window before the page has drawn, as `--surface-0` of the page's themes: without them it flashes white. */
const BACKGROUND = { light: '#f3f5f8', dark: '#101419' } as const;

/**
 * The one set of rights a page gets (Electron security checklist, items 2 to 4, 6, 8 to 10, 12). What is not named here
 * keeps Electron's safe default on purpose.
 */
export function webPreferences(preload: string, devTools: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    // A forgotten flag on the command line of a release must not open the page to inspection.
    devTools,
  };
}

/** Returns the options of a window; it stays hidden until the page has drawn for the first time. */
export function windowOptions(options: {
  readonly preload: string;
  readonly bounds: Rectangle | { readonly width: number; readonly height: number };
  /** Whether the bounds are those of the page, without the menu and the frame. */
  readonly isContentSize: boolean;
  readonly dark: boolean;
  readonly title: string;
  readonly devTools: boolean;
}): BrowserWindowConstructorOptions {
  return {
    ...options.bounds,
    useContentSize: options.isContentSize,
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    show: false,
    title: options.title,
    backgroundColor: backgroundColour(options.dark),
    webPreferences: webPreferences(options.preload, options.devTools),
  };
}

/** Returns the window's colour under the page. */
export function backgroundColour(dark: boolean): string {
  return dark ? BACKGROUND.dark : BACKGROUND.light;
}
