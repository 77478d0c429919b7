import type { App } from 'electron';
import type { Application } from './application.ts';
import { readQueryLink } from '../../shared/ipc/query-link.ts';
import { openFilesRequest, type OpenRequest } from './inventory-windows.ts';
import { becomeOnlyInstance, type StartRequest } from './single-instance.ts';

/** Requests to open something that come from outside: later starts of the app, the Finder. */
export interface LaunchRequests {
  /** From now on requests are handled; those that came before are handled at once. */
  handle(handler: (request: StartRequest) => void): void;
  /** Whether there were requests before anyone handled them. */
  readonly waiting: boolean;
}

/**
 * Starts to listen; must run before Electron is ready, since macOS names the opened file before that. Returns undefined when
 * another instance of the app has taken over `first`.
 */
export function listenForLaunches(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  first: StartRequest,
): LaunchRequests | undefined {
  const early: StartRequest[] = [];
  let accept = (request: StartRequest): void => {
    early.push(request);
  };
  if (!becomeOnlyInstance(app, first, (request) => accept(request))) return undefined;
  app.on('open-file', (event, path) => {
    event.preventDefault();
    accept({ files: [path], sample: false });
  });
  // macOS hands links over this way; elsewhere they stand on the command line.
  app.on('open-url', (event, url) => {
    event.preventDefault();
    const query = readQueryLink(url);
    if (query !== undefined) accept({ files: [], sample: false, query });
  });
  return {
    get waiting() {
      return early.length > 0;
    },
    handle: (handler) => {
      accept = handler;
      for (const request of early.splice(0)) handler(request);
    },
  };
}

/**
 * Opens what the app was started with, then what later starts ask for; a start that asks for nothing brings the window to the
 * front. Ends the app with its last window, when all settings are on disk; on macOS it stays, and makes a window when it is
 * called up.
 */
export function handleLaunches(
  app: Pick<App, 'on' | 'quit'>,
  { windows, sample, flush }: Pick<Application, 'windows' | 'sample' | 'flush'>,
  first: StartRequest,
  launches: LaunchRequests,
): void {
  function inventoryOf(start: StartRequest): OpenRequest | undefined {
    if (start.files.length > 0) return openFilesRequest(start.files);
    return start.sample ? sample : undefined;
  }
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let flushed = false;
  app.on('will-quit', (event) => {
    if (flushed) return;
    event.preventDefault();
    // Later, because Electron ignores a call to quit while it still hands out this event.
    flush().then(
      () => setImmediate(quit),
      () => setImmediate(quit),
    );
  });
  function quit(): void {
    flushed = true;
    app.quit();
  }
  app.on('activate', () => {
    if (windows.all().length === 0) windows.openEmpty();
  });
  if (!launches.waiting) windows.open(inventoryOf(first), undefined, first.query);
  launches.handle((later) => {
    const inventory = inventoryOf(later);
    if (inventory !== undefined || windows.all().length === 0) windows.open(inventory, undefined, later.query);
    else if (later.query === undefined) windows.focus();
    else windows.ask(later.query);
  });
}
