import type { BrowserWindow, WebContents } from 'electron';
import type { Condition } from '../../shared/actions/conditions.ts';
import { titleOfPaths } from '../settings/recent-files.ts';

/** What to open in a window. */
export type OpenRequest = (
  | { readonly source: 'files' | 'sample'; readonly title: string; readonly paths: readonly string[] }
  /** A collection, by the id under which `Collections` knows it. */
  | { readonly source: 'live'; readonly title: string; readonly collection: string }
) & {
  /** What was collected, where it was: collections of the same are one inventory (see `estateOf`). */
  readonly estate?: string;
};

/** Numbers of a shown inventory, as the window reports them. */
export interface ReadyReport {
  readonly jobs: number;
  readonly resources: number;
  readonly links: number;
  /** More is being collected. */
  readonly growing: boolean;
}

/** One window and what it shows. */
export interface InventoryWindow {
  readonly window: BrowserWindow;
  readonly phase: 'start' | 'opening' | 'shown';
  readonly request: OpenRequest | undefined;
  /** What the page told of what holds in it. */
  readonly conditions: readonly Condition[];
}

interface Entry {
  readonly window: BrowserWindow;
  phase: 'start' | 'opening' | 'shown';
  request: OpenRequest | undefined;
  conditions: readonly Condition[];
  /** Whether the page listens for inventories. */
  accepts: boolean;
  feed: AbortController | undefined;
  /** What to search for when its inventory is shown. */
  query: string | undefined;
  /** Whether `shown` was called for the present inventory. */
  told: boolean;
}

/** What the windows need of the rest of the app. */
export interface InventoryWindowsOptions {
  readonly createWindow: (beside: BrowserWindow | undefined) => BrowserWindow;
  /** Starts to send the contents of the files to the page; ends early when the signal is aborted. */
  readonly send: (contents: WebContents, request: OpenRequest, stop: AbortController) => void;
  readonly titleSuffix: string;
  /** Called when a window came, went, got the focus or shows something else. */
  readonly changed: () => void;
  /** Called when what holds in the current window changed. */
  readonly conditionsChanged: () => void;
  readonly shown: (window: InventoryWindow, report: ReadyReport) => void;
  /** Puts a query into the window's search box. */
  readonly ask: (window: InventoryWindow, query: string) => void;
  readonly started: (window: InventoryWindow) => void;
  readonly failed: (window: InventoryWindow, message: string) => void;
  /** Called when the user closed a window, or what it opens, before that was shown. */
  readonly leftOpening: (window: InventoryWindow) => void;
}

/** The app's windows: one inventory per window. */
export interface InventoryWindows {
  /**
   * Opens an inventory: in `preferred` if that shows none yet, else in another window that shows none, else in a new one.
   * Without a request: a window with the start screen. A `query` is searched for when the window shows an inventory.
   */
  open(
    request: OpenRequest | undefined,
    preferred?: WebContents,
    query?: string,
  ): 'opened-here' | 'opened-in-new-window';
  /** Searches in the current window, as soon as it shows an inventory, and brings it to the front. */
  ask(query: string): void;
  /** Opens a further window with the start screen. */
  openEmpty(): void;
  /** The page of a window is ready for inventories; answers whether one comes. */
  accept(contents: WebContents): { readonly opening: boolean };
  reportReady(contents: WebContents, report: ReadyReport): void;
  reportClosed(contents: WebContents): void;
  reportFailed(contents: WebContents, message: string): void;
  reportConditions(contents: WebContents, conditions: readonly Condition[]): void;
  find(contents: WebContents): InventoryWindow | undefined;
  all(): readonly InventoryWindow[];
  /** The window that has the focus, or the one that had it last. */
  current(): InventoryWindow | undefined;
  /** Brings the current window to the front. */
  focus(): void;
}

/** Until the page has told more: what one asks of it now, it would not hear. */
const JUST_A_WINDOW: readonly Condition[] = ['window'];

/** Returns the request to open files or folders the user named. */
export function openFilesRequest(paths: readonly string[]): OpenRequest {
  return { source: 'files', title: titleOfPaths(paths), paths };
}

/** Returns an empty set of windows. */
export function createInventoryWindows(options: InventoryWindowsOptions): InventoryWindows {
  // In order of last focus, the current one first.
  let entries: Entry[] = [];

  function entryOf(contents: WebContents): Entry | undefined {
    return entries.find((entry) => !entry.window.isDestroyed() && entry.window.webContents === contents);
  }

  function update(entry: Entry, phase: Entry['phase'], request: OpenRequest | undefined): void {
    entry.phase = phase;
    entry.request = request;
    entry.window.setTitle(request === undefined ? options.titleSuffix : `${request.title} – ${options.titleSuffix}`);
    options.changed();
  }

  function deliver(entry: Entry, request: OpenRequest): void {
    entry.told = false;
    entry.feed?.abort();
    entry.feed = new AbortController();
    options.send(entry.window.webContents, request, entry.feed);
  }

  function add(): Entry {
    const entry: Entry = {
      window: options.createWindow(entries[0]?.window),
      phase: 'start',
      request: undefined,
      conditions: JUST_A_WINDOW,
      accepts: false,
      feed: undefined,
      query: undefined,
      told: false,
    };
    entries = [entry, ...entries];
    entry.window.on('focus', () => {
      entries = [entry, ...entries.filter((other) => other !== entry)];
      options.changed();
    });
    // A reload or a page that crashed has to say anew that it listens.
    entry.window.webContents.on('did-start-loading', () => {
      entry.accepts = false;
      entry.conditions = JUST_A_WINDOW;
    });
    entry.window.on('closed', () => {
      entry.feed?.abort();
      if (entry.phase === 'opening') options.leftOpening(entry);
      entries = entries.filter((other) => other !== entry);
      options.changed();
    });
    return entry;
  }

  function askPending(entry: Entry): void {
    const { query, phase } = entry;
    if (query === undefined || phase !== 'shown') return;
    entry.query = undefined;
    options.ask(entry, query);
  }

  return {
    ask: (query) => {
      const [entry] = entries;
      if (entry === undefined) return;
      entry.query = query;
      entry.window.focus();
      askPending(entry);
    },
    open: (request, preferred, query) => {
      const asking = preferred && entryOf(preferred);
      const free = asking?.phase === 'start' ? asking : entries.find((entry) => entry.phase === 'start');
      const target = free ?? add();
      target.query = query ?? target.query;
      if (request === undefined) {
        options.changed();
      } else {
        update(target, 'opening', request);
        if (target.accepts) deliver(target, request);
      }
      // A new window comes to the front by itself, once it has drawn.
      if (free !== undefined && free !== asking) free.window.focus();
      return target === asking ? 'opened-here' : 'opened-in-new-window';
    },
    openEmpty: () => {
      add();
      options.changed();
    },
    accept: (contents) => {
      const entry = entryOf(contents);
      if (entry === undefined) return { opening: false };
      entry.accepts = true;
      if (entry.request === undefined) {
        options.started(entry);
        return { opening: false };
      }
      update(entry, 'opening', entry.request);
      deliver(entry, entry.request);
      return { opening: true };
    },
    reportReady: (contents, report) => {
      const entry = entryOf(contents);
      if (entry?.request === undefined) return;
      if (entry.phase === 'opening') update(entry, 'shown', entry.request);
      askPending(entry);
      if (report.growing || entry.told) return;
      entry.told = true;
      options.shown(entry, report);
    },
    reportClosed: (contents) => {
      const entry = entryOf(contents);
      if (entry === undefined) return;
      entry.feed?.abort();
      if (entry.phase === 'opening') options.leftOpening(entry);
      update(entry, 'start', undefined);
    },
    reportFailed: (contents, message) => {
      const entry = entryOf(contents);
      if (entry === undefined) return;
      entry.feed?.abort();
      options.failed(entry, message);
      if (entry.phase === 'opening') update(entry, 'start', undefined);
    },
    reportConditions: (contents, conditions) => {
      const entry = entryOf(contents);
      if (entry === undefined) return;
      entry.conditions = conditions;
      if (entry === entries[0]) options.conditionsChanged();
    },
    find: entryOf,
    all: () => entries,
    current: () => entries[0],
    focus: () => {
      const [current] = entries;
      if (current === undefined) return;
      if (current.window.isMinimized()) current.window.restore();
      current.window.focus();
    },
  };
}
