import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

/**
 * Stands in for Electron's module in tests on plain Node: `vi.mock('electron', () => import('../doubles/electron.ts'))`. Each
 * part records what it is given; what a test does not need throws when it is used.
 */

type Listener = (...args: readonly unknown[]) => unknown;

/** Records what is registered with `ipcMain.handle`. */
export const ipcMain = {
  handlers: new Map<string, Listener>(),
  handle(channel: string, handler: Listener): void {
    if (ipcMain.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    ipcMain.handlers.set(channel, handler);
  },
};

/** Records what the preload exposes and sends. */
export const contextBridge = {
  exposed: new Map<string, unknown>(),
  exposeInMainWorld(name: string, value: unknown): void {
    contextBridge.exposed.set(name, value);
  },
};

class IpcRenderer extends EventEmitter {
  readonly invoke = vi.fn<(channel: string, ...args: readonly unknown[]) => Promise<unknown>>(() =>
    Promise.resolve({ ok: true, value: undefined }),
  );
}

export const ipcRenderer = new IpcRenderer();

export const webUtils = {
  getPathForFile: (file: { readonly path?: string }): string => file.path ?? '',
};

export const shell = {
  openExternal: vi.fn<(address: string) => Promise<void>>(() => Promise.resolve()),
  openPath: vi.fn<(path: string) => Promise<string>>(() => Promise.resolve('')),
};

export const dialog = {
  showMessageBox: vi.fn<(...args: readonly unknown[]) => Promise<{ response: number; checkboxChecked: boolean }>>(),
};

/** A web-contents on which guards can be installed and tried. */
export class WebContentsDouble extends EventEmitter {
  windowOpenHandler: ((details: { readonly url: string }) => { readonly action: string }) | undefined;
  webRtcPolicy: string | undefined;
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { readonly action: string }): void {
    this.windowOpenHandler = handler;
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }
  /** Emits a cancellable event and returns whether it was prevented. */
  isPrevented(name: string, url: string): boolean {
    const event = { url, defaultPrevented: false, preventDefault: () => undefined };
    event.preventDefault = () => {
      event.defaultPrevented = true;
      return undefined;
    };
    this.emit(name, event);
    return event.defaultPrevented;
  }
}

type Decide = (answer: unknown) => void;

/** A session that records its handlers. */
export class SessionDouble {
  permissionRequest: ((contents: unknown, permission: string, decide: Decide) => void) | null = null;
  permissionCheck: ((contents: unknown, permission: string) => boolean) | null = null;
  device: ((details: unknown) => boolean) | null = null;
  displayMedia: ((request: unknown, decide: Decide) => void) | null = null;
  beforeRequest: ((details: { readonly url: string }, decide: Decide) => void) | null = null;
  proxy: unknown;
  spellChecker = true;
  dictionaries = '';
  readonly webRequest = {
    onBeforeRequest: (listener: SessionDouble['beforeRequest']): void => {
      this.beforeRequest = listener;
    },
  };
  setPermissionRequestHandler(handler: SessionDouble['permissionRequest']): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: SessionDouble['permissionCheck']): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: SessionDouble['device']): void {
    this.device = handler;
  }
  setDisplayMediaRequestHandler(handler: SessionDouble['displayMedia']): void {
    this.displayMedia = handler;
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled;
  }
  setSpellCheckerDictionaryDownloadURL(url: string): void {
    this.dictionaries = url;
  }
  setProxy(proxy: unknown): Promise<void> {
    this.proxy = proxy;
    return Promise.resolve();
  }
}

/** A window as far as the app's windows are concerned: what it was told, and its page. */
export class BrowserWindowDouble extends EventEmitter {
  readonly webContents = new WebContentsDouble();
  title = '';
  focused = 0;
  destroyed = false;
  minimized = false;
  isDestroyed(): boolean {
    return this.destroyed;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  restore(): void {
    this.minimized = false;
  }
  setTitle(title: string): void {
    this.title = title;
  }
  focus(): void {
    this.focused += 1;
  }
  close(): void {
    this.destroyed = true;
    this.emit('closed');
  }
}
