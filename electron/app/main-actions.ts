import { app, type BrowserWindow } from 'electron';
import type { MainActionId, WindowlessActionId } from '../../shared/actions/actions.ts';
import type { Theme } from '../../shared/ipc/contract.ts';
import type { KeptReviews } from '../files/kept-reviews.ts';
import { askBeforeForgetting, chooseToOpen, showAbout, showProblem } from './dialogs.ts';
import { openFilesRequest, type InventoryWindows, type OpenRequest } from './inventory-windows.ts';
import type { Log } from './log.ts';
import { openFolder } from './open-external.ts';
import type { SettingsService } from './settings-service.ts';

/** What the actions of the main process work on. */
export interface MainActionServices {
  readonly windows: InventoryWindows;
  readonly settings: SettingsService;
  readonly sample: OpenRequest;
  readonly about: { readonly name: string; readonly text: string };
  readonly logFolder: string;
  /** Whether Chromium writes crash reports in this run. */
  readonly crashReports: boolean;
  readonly reviews: Pick<KeptReviews, 'size' | 'forget'>;
  readonly log: Log;
}

/** Does an action for a window, or for none; whatever goes wrong is shown. */
export type RunMainAction = (action: MainActionId | WindowlessActionId, window: BrowserWindow | undefined) => void;

const NO_CRASH_REPORTS =
  'They would hold the memory of the app, and with it tokens and secrets. To have them all the same, start the app with VERTEX_LINEAGE_CRASH_DUMPS=1 in its environment; then this opens their folder.';

/** Chromium's zoom is by factors of 1.2 per level. */
const ZOOM_STEP = 0.5;
const ZOOM_LIMIT = 4;

/** Runs something that may fail and shows the failure over the window. */
export function attempt(log: Log, window: BrowserWindow | undefined, title: string, work: Promise<unknown>): void {
  work.catch(async (error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    log.error('action failed', { title, reason });
    await showProblem(window, title, reason);
  });
}

/** Returns what does the actions of the main process. */
export function createMainActions({
  windows,
  settings,
  sample,
  about,
  logFolder,
  crashReports,
  reviews,
  log,
}: MainActionServices): RunMainAction {
  type Runner = (window: BrowserWindow | undefined) => Promise<unknown> | void;

  function changeSettings(change: () => Parameters<SettingsService['change']>[0]): Runner {
    return () => settings.change(change());
  }
  function theme(chosen: Theme): Runner {
    return changeSettings(() => ({ theme: chosen }));
  }
  function choose(what: 'files' | 'folder'): Runner {
    return async (window) => {
      const paths = await chooseToOpen(window, what);
      if (paths.length > 0) windows.open(openFilesRequest(paths), window?.webContents);
    };
  }
  const runners: Readonly<Record<MainActionId | WindowlessActionId, readonly [title: string, run: Runner]>> = {
    'new-window': ['No window could be opened', () => windows.openEmpty()],
    'open-files': ['Opening failed', choose('files')],
    'open-folder': ['Opening failed', choose('folder')],
    'open-sample': [
      'Opening failed',
      (window) => {
        windows.open(sample, window?.webContents);
      },
    ],
    'close-window': ['The window could not be closed', (window) => window?.close()],
    quit: ['The app could not be ended', () => app.quit()],
    'interface-zoom-in': ['The size was not changed', (window) => zoom(window, ZOOM_STEP)],
    'interface-zoom-out': ['The size was not changed', (window) => zoom(window, -ZOOM_STEP)],
    'interface-zoom-reset': ['The size was not changed', (window) => window?.webContents.setZoomLevel(0)],
    'theme-system': ['The setting was not saved', theme('system')],
    'theme-light': ['The setting was not saved', theme('light')],
    'theme-dark': ['The setting was not saved', theme('dark')],
    'full-screen': ['Full screen failed', (window) => window?.setFullScreen(!window.isFullScreen())],
    'allow-console-links': [
      'The setting was not saved',
      changeSettings(() => ({ allowConsoleLinks: !settings.get().allowConsoleLinks })),
    ],
    'ask-before-console': [
      'The setting was not saved',
      changeSettings(() => ({ askBeforeConsole: !settings.get().askBeforeConsole })),
    ],
    'open-log-folder': ['The folder cannot be shown', () => showFolder(logFolder)],
    'open-crash-folder': crashReports
      ? ['The folder cannot be shown', () => showFolder(app.getPath('crashDumps'))]
      : ['No crash reports are written', () => Promise.reject(new Error(NO_CRASH_REPORTS))],
    'forget-reviews': ['The reviews were not deleted', (window) => forgetReviews(reviews, window, log)],
    'show-about': ['About', (window) => showAbout(window, about.name, about.text)],
  };
  return (action, window) => {
    const [title, run] = runners[action];
    attempt(log, window, title, Promise.resolve(run(window)));
  };
}

/** Deletes what is kept of reviews, if the user still wants to who was told what that is. */
async function forgetReviews(
  reviews: MainActionServices['reviews'],
  window: BrowserWindow | undefined,
  log: Log,
): Promise<void> {
  const kept = await reviews.size();
  if ((await askBeforeForgetting(window, kept)) === 'cancel') return;
  await reviews.forget();
  log.info('kept reviews deleted', { files: kept.files });
}

function zoom(window: BrowserWindow | undefined, by: number): void {
  if (window === undefined) return;
  const { webContents } = window;
  webContents.setZoomLevel(Math.min(Math.max(webContents.getZoomLevel() + by, -ZOOM_LIMIT), ZOOM_LIMIT));
}

async function showFolder(path: string): Promise<void> {
  const complaint = await openFolder(path);
  if (complaint !== '') throw new Error(`${complaint}\n${path}`);
}
