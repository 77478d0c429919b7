import { clipboard } from 'electron';
import type { AppInfo, Licence } from '../../../shared/ipc/contract.ts';
import type { Application } from '../../app/application.ts';
import { askBeforeBrowser, chooseConfiguration, chooseToOpen, chooseToSave } from '../../app/dialogs.ts';
import type { Log } from '../../app/log.ts';
import { openInBrowser } from '../../app/open-external.ts';
import type { Handlers } from '../register.ts';
import { appHandlers } from './app.ts';
import { connectHandlers } from './connect.ts';
import { fileHandlers } from './files.ts';
import { reviewHandlers } from './review.ts';
import { settingsHandlers } from './settings.ts';
import { shellHandlers } from './shell.ts';
import { windowHandlers } from './window.ts';

/** Returns the handlers of all channels for the running application. */
export function createHandlers(
  { windows, settings, recent, sample, host, collections, journals, keeper, interrupted, runMainAction }: Application,
  info: AppInfo,
  readLicences: () => Promise<Licence[]>,
  log: Log,
): Handlers {
  return {
    ...appHandlers(info, readLicences),
    ...fileHandlers({
      windows,
      recent,
      sample,
      saved: (contents) => collections.saved(contents),
      dialogs: {
        chooseToOpen: (what, contents) => chooseToOpen(windows.find(contents)?.window, what),
        chooseConfiguration: (contents) => chooseConfiguration(windows.find(contents)?.window),
        chooseToSave: (kind, suggestedName, contents) =>
          chooseToSave(windows.find(contents)?.window, kind, suggestedName),
      },
    }),
    'clipboard:write-text': async ({ text }) => {
      await clipboard.writeText(text);
      return undefined;
    },
    ...connectHandlers({ host, collections, windows, journals, allowed: info.liveAllowed }),
    ...settingsHandlers(settings),
    ...reviewHandlers({ keeper, interrupted, windows }),
    ...shellHandlers({
      settings,
      openInBrowser,
      ask: (address, contents) => askBeforeBrowser(windows.find(contents)?.window, address),
    }),
    ...windowHandlers(windows, runMainAction, log),
  };
}
