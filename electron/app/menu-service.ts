import { app, Menu, type BrowserWindow } from 'electron';
import type { WindowActionId } from '../../shared/actions/actions.ts';
import { settingsConditions, type Conditions } from '../../shared/actions/conditions.ts';
import { describeRecent } from '../settings/recent-files.ts';
import { openFilesRequest, type InventoryWindows } from './inventory-windows.ts';
import type { Log } from './log.ts';
import { attempt, type RunMainAction } from './main-actions.ts';
import { chooseEntry, updateEntries } from './menu-entries.ts';
import { menuTemplate, type MenuActions } from './menu.ts';
import type { RecentService } from './recent-service.ts';
import type { SettingsService } from './settings-service.ts';

/** What the menu works on. */
export interface MenuServices {
  readonly windows: InventoryWindows;
  readonly settings: SettingsService;
  readonly recent: RecentService;
  readonly devTools: boolean;
  readonly log: Log;
  readonly runMainAction: RunMainAction;
  readonly askWindow: (window: BrowserWindow, action: WindowActionId) => void;
}

/** Puts up the application menu; call it again when its entries change, not only what applies. */
export function putUpMenu(services: MenuServices): void {
  const { recent, devTools } = services;
  const template = menuTemplate(
    {
      platform: process.platform,
      appName: app.name,
      conditions: conditionsNow(services),
      recent: recent.get().map(describeRecent),
      devTools,
    },
    menuActions(services),
  );
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Makes the menu that is up tell what applies in the current window now. */
export function updateMenu(services: MenuServices): void {
  const menu = Menu.getApplicationMenu();
  if (menu !== null) updateEntries(menu, conditionsNow(services));
}

/** What the current window told; of what it may not have heard yet, the settings, this process knows more. */
function conditionsNow({ windows, settings }: MenuServices): Conditions {
  const told = windows.current()?.conditions ?? [];
  return new Set([
    ...told.filter((condition) => !condition.startsWith('theme-') && !condition.startsWith('console-')),
    ...settingsConditions(settings.get()),
  ]);
}

function menuActions(services: MenuServices): MenuActions {
  const { windows, recent, log, runMainAction, askWindow } = services;
  return {
    choose: (id) => {
      const window = windows.current()?.window;
      chooseEntry(id, conditionsNow(services), {
        askWindow: (action) => {
          if (window !== undefined) askWindow(window, action);
        },
        run: (action) => runMainAction(action, window),
        edit: (what) => window?.webContents[what](),
      });
      // Electron has turned a checkbox over by itself; it is on when the window says so.
      updateMenu(services);
    },
    openRecent: (id) => {
      const entry = recent.get().find((candidate) => describeRecent(candidate).id === id);
      if (entry !== undefined) windows.open(openFilesRequest(entry.paths), windows.current()?.window.webContents);
    },
    clearRecent: () =>
      attempt(log, windows.current()?.window, 'The list of recent files was not saved', recent.clear()),
  };
}
