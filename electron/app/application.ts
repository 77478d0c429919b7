import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, nativeTheme, type WebContents } from 'electron';
import { storedSettingsSchema, type AppInfo, type Settings } from '../../shared/ipc/contract.ts';
import { createJournalStore, type JournalStore } from '../files/journal.ts';
import { createKeptReviews } from '../files/kept-reviews.ts';
import { openJsonStore } from '../settings/json-store.ts';
import { describeRecent, recentEntriesSchema, type RecentEntry } from '../settings/recent-files.ts';
import { windowStateSchema, type WindowState } from '../settings/window-state.ts';
import type { AppArguments } from './arguments.ts';
import { createCollections, type Collections } from './collections.ts';
import { createCollectorHost, type CollectorHost } from './collector-host.ts';
import { forkCollector } from './collector-process.ts';
import { writesCrashReports } from './early-setup.ts';
import { createInterrupted, openedListSchema, type Interrupted, type Opened } from './interrupted.ts';
import { createInventoryWindows, type InventoryWindows, type OpenRequest } from './inventory-windows.ts';
import type { Log } from './log.ts';
import { createMainActions, type RunMainAction } from './main-actions.ts';
import { putUpMenu, updateMenu, type MenuServices } from './menu-service.ts';
import { createRecentService, type RecentService } from './recent-service.ts';
import { aboutText, windowTitle } from './runtime-info.ts';
import { createReviewKeeper, type ReviewKeeper } from './review-keeper.ts';
import { createScreenshotRun } from './screenshot.ts';
import { sendEvent } from './send-event.ts';
import { connectPage, sendFiles } from './send-inventory.ts';
import { showTaskbarProgress } from './taskbar-progress.ts';
import { createSettingsService, DEFAULT_SETTINGS, type SettingsService } from './settings-service.ts';
import type { Terminal } from './terminal.ts';
import { userName } from './user-name.ts';
import { createWindowFactory } from './window-factory.ts';

/** What the application is built from. */
export interface ApplicationOptions {
  readonly args: AppArguments;
  readonly info: AppInfo;
  readonly preload: string;
  readonly sampleFolder: string;
  /** Entry file of the collecting process. */
  readonly collector: string;
  readonly userData: string;
  readonly logFolder: string;
  readonly log: Log;
  readonly terminal: Terminal;
  readonly devTools: boolean;
}

/** The services that the menu, the windows and the IPC handlers share. */
export interface Application {
  readonly windows: InventoryWindows;
  readonly settings: SettingsService;
  readonly recent: RecentService;
  readonly sample: OpenRequest;
  readonly host: CollectorHost;
  readonly collections: Collections;
  readonly journals: JournalStore;
  readonly keeper: ReviewKeeper;
  readonly interrupted: Interrupted;
  /** Does what the window asks of the main process by name. */
  readonly runMainAction: RunMainAction;
  /** Resolves when what was changed has reached the disk. */
  readonly flush: () => Promise<void>;
}

/** Reads the user's settings and builds the services; opens no window yet. */
export async function createApplication(options: ApplicationOptions): Promise<Application> {
  const { args, info, log, terminal } = options;
  function reportDamage(reason: string): void {
    log.warn('stored file damaged, using defaults', { reason });
  }
  function store(name: string): string {
    return join(options.userData, name);
  }
  const [settingsStore, recentStore, windowStore, openedStore] = await Promise.all([
    openJsonStore<Settings>(store('settings.json'), storedSettingsSchema, DEFAULT_SETTINGS, reportDamage),
    openJsonStore<RecentEntry[]>(store('recent-files.json'), recentEntriesSchema, [], reportDamage),
    openJsonStore<WindowState>(store('window-state.json'), windowStateSchema, { maximized: false }, reportDamage),
    openJsonStore<Opened[]>(store('open-inventories.json'), openedListSchema, [], reportDamage),
  ]);
  const sample: OpenRequest = { source: 'sample', title: 'Sample estate', paths: [options.sampleFolder] };

  const screenshot =
    args.screenshot === undefined
      ? undefined
      : createScreenshotRun(args.screenshot, (code, reason) => {
          if (reason !== undefined) terminal.say(`No picture was written: ${reason}`);
          app.exit(code);
        });

  const settings = createSettingsService(
    settingsStore,
    (changed) => {
      applyTheme(changed);
      for (const { window } of windows.all()) sendEvent(window.webContents, 'settings:changed', changed);
      refresh();
    },
    userName(),
  );
  const recent = createRecentService(
    recentStore,
    () => new Date(),
    (entries) => {
      const shown = entries.map(describeRecent);
      for (const { window } of windows.all()) sendEvent(window.webContents, 'recent:changed', shown);
      refresh();
    },
  );
  const journalFolder = store('collections');
  const host = createCollectorHost({
    fork: () => forkCollector(options.collector, { journals: journalFolder, toolVersion: info.version }),
    status: (id, status) => collections.status(id, status),
    lost: () => collections.lost(),
    log,
  });
  const collections = createCollections({
    host,
    connect: (contents, message) => connectPage(contents, { source: 'live', ...message }),
    show: (contents, status) => {
      sendEvent(contents, 'collection:status', status);
      const window = windows.find(contents)?.window;
      if (window !== undefined && !window.isDestroyed()) showTaskbarProgress(window, status);
    },
    newId: () => randomUUID(),
  });
  const interrupted = createInterrupted(openedStore);
  const reviews = createKeptReviews(store('reviews'));
  const windows = createInventoryWindows({
    createWindow: createWindowFactory({
      preload: options.preload,
      title: windowTitle(info),
      devTools: options.devTools,
      log,
      state: windowStore,
      size: args.size,
    }),
    titleSuffix: windowTitle(info),
    send: (contents: WebContents, request, stop) => {
      if (request.source === 'live') collections.attach(contents, request, stop);
      else sendFiles(contents, request, stop, log);
    },
    changed: () => {
      refresh();
      noteOpen();
    },
    conditionsChanged: () => updateMenu(menu),
    ask: ({ window }, query) => sendEvent(window.webContents, 'search:ask', query),
    started: ({ window }) => screenshot?.ready(window),
    shown: ({ window, request }, { jobs, resources, links }) => {
      terminal.print(
        `ready: ${String(jobs)} jobs, ${String(resources)} resources, ${String(links)} links, runtime Electron ${info.electron}`,
      );
      screenshot?.ready(window);
      remember(request);
    },
    // Whoever closes the window in the moment before the graph is there has chosen these files all the same.
    leftOpening: ({ request }) => remember(request),
    failed: ({ request }, message) => {
      terminal.say(`${request?.title ?? 'The inventory'} could not be opened: ${message}`);
      screenshot?.failed(message);
    },
  });

  function remember(request: OpenRequest | undefined): void {
    if (request?.source !== 'files' || screenshot !== undefined) return;
    recent.add(request.paths).catch((error: unknown) => log.warn('recent files not saved', { reason: String(error) }));
    for (const path of request.paths) app.addRecentDocument(path);
  }
  function noteOpen(): void {
    const shown = windows.all().filter(({ phase }) => phase === 'shown');
    interrupted
      .note(shown.flatMap(({ request }) => (request === undefined ? [] : [request])))
      .catch((error: unknown) => log.warn('open inventories not noted', { reason: String(error) }));
  }
  function applyTheme({ theme }: Settings): void {
    nativeTheme.themeSource = args.theme ?? theme;
  }
  function refresh(): void {
    putUpMenu(menu);
  }
  const runMainAction = createMainActions({
    windows,
    settings,
    sample,
    log,
    about: { name: info.name, text: aboutText(info) },
    logFolder: options.logFolder,
    crashReports: writesCrashReports(process.env),
    reviews,
  });
  const menu: MenuServices = {
    windows,
    settings,
    recent,
    log,
    devTools: options.devTools,
    runMainAction,
    askWindow: (window, action) => sendEvent(window.webContents, 'menu:command', action),
  };
  const keeper = createReviewKeeper({ reviews, find: (contents) => windows.find(contents) });
  applyTheme(settings.get());
  refresh();
  async function flush(): Promise<void> {
    await Promise.all([
      settingsStore.flush(),
      recentStore.flush(),
      windowStore.flush(),
      openedStore.flush(),
      reviews.flush(),
    ]);
  }
  return {
    windows,
    settings,
    recent,
    sample,
    host,
    collections,
    journals: createJournalStore(journalFolder),
    keeper,
    interrupted,
    runMainAction,
    flush,
  };
}
