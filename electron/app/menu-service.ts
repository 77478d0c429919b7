import { app, Menu, type BrowserWindow } from 'electron';
import type { MenuCommand } from '../../shared/ipc/menu-commands.ts';
import { describeRecent } from '../settings/recent-files.ts';
import { chooseToOpen, showAbout, showProblem } from './dialogs.ts';
import { openFilesRequest, type InventoryWindows, type OpenRequest } from './inventory-windows.ts';
import type { Log } from './log.ts';
import { menuTemplate, type MenuActions } from './menu.ts';
import { openFolder } from './open-external.ts';
import type { RecentService } from './recent-service.ts';
import type { SettingsService } from './settings-service.ts';

/** What the menu works on. */
export interface MenuServices {
  readonly windows: InventoryWindows;
  readonly settings: SettingsService;
  readonly recent: RecentService;
  readonly sample: OpenRequest;
  readonly about: { readonly name: string; readonly text: string };
  readonly logFolder: string;
  readonly devTools: boolean;
  readonly log: Log;
  readonly sendCommand: (window: BrowserWindow, command: MenuCommand) => void;
}

/** Chromium's zoom is by factors of 1.2 per level. */
const ZOOM_STEP = 0.5;
const ZOOM_LIMIT = 4;

/** Puts up the application menu for what the current window shows; call it again when that changes. */
export function refreshMenu(services: MenuServices): void {
  const { windows, settings, recent, devTools } = services;
  const template = menuTemplate(
    {
      platform: process.platform,
      appName: app.name,
      phase: windows.current()?.phase,
      recent: recent.get().map(describeRecent),
      settings: settings.get(),
      devTools,
    },
    menuActions(services),
  );
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function menuActions(services: MenuServices): MenuActions {
  const { windows, settings, recent, sample, about, logFolder, log, sendCommand } = services;
  function current(): BrowserWindow | undefined {
    return windows.current()?.window;
  }
  function openPaths(paths: readonly string[]): void {
    if (paths.length > 0) windows.open(openFilesRequest(paths), current()?.webContents);
  }
  function attempt(title: string, work: Promise<unknown>): void {
    work.catch(async (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      log.error('menu action failed', { title, reason });
      await showProblem(current(), title, reason);
    });
  }
  function showFolder(path: string): void {
    attempt(
      'The folder cannot be shown',
      openFolder(path).then((complaint) => {
        if (complaint !== '') throw new Error(`${complaint}\n${path}`);
      }),
    );
  }
  return {
    open: (what) => attempt('Opening failed', chooseToOpen(current(), what).then(openPaths)),
    openRecent: (id) => {
      const entry = recent.get().find((candidate) => describeRecent(candidate).id === id);
      openPaths(entry?.paths ?? []);
    },
    clearRecent: () => attempt('The list of recent files was not saved', recent.clear()),
    openSample: () => {
      windows.open(sample, current()?.webContents);
    },
    newWindow: () => windows.openEmpty(),
    command: (command) => {
      const window = current();
      if (window !== undefined) sendCommand(window, command);
    },
    zoom: (change) => {
      const contents = current()?.webContents;
      if (contents === undefined) return;
      const level = contents.getZoomLevel();
      const wanted = { in: level + ZOOM_STEP, out: level - ZOOM_STEP, reset: 0 }[change];
      contents.setZoomLevel(Math.min(Math.max(wanted, -ZOOM_LIMIT), ZOOM_LIMIT));
    },
    changeSettings: (changes) => attempt('The setting was not saved', settings.change(changes)),
    openLogFolder: () => showFolder(logFolder),
    openCrashFolder: () => showFolder(app.getPath('crashDumps')),
    showAbout: () => attempt('About', showAbout(current(), about.name, about.text)),
  };
}
