import type { WebContents } from 'electron';
import { AppFailure } from '../../app/app-failure.ts';
import { allowedAddress } from '../../app/open-external.ts';
import type { SettingsService } from '../../app/settings-service.ts';
import type { Handlers } from '../register.ts';

/** What opening a console page needs of the rest of the app. */
export interface ShellServices {
  readonly settings: SettingsService;
  /** Asks the user; `always` means "and do not ask again". */
  readonly ask: (address: string, contents: WebContents) => Promise<'open' | 'always' | 'cancel'>;
  readonly openInBrowser: (address: string) => Promise<void>;
}

/** Returns the handler that opens a page of the Google Cloud console in the user's browser. */
export function shellHandlers({ settings, ask, openInBrowser }: ShellServices): Pick<Handlers, 'shell:open-console'> {
  return {
    'shell:open-console': async ({ url }, contents) => {
      if (!settings.get().allowConsoleLinks) throw new AppFailure({ kind: 'console-links-off' });
      const address = allowedAddress(url);
      if (address === undefined) throw new AppFailure({ kind: 'address-refused', address: url.slice(0, 200) });
      if (settings.get().askBeforeConsole) {
        const answer = await ask(address, contents);
        if (answer === 'cancel') return { outcome: 'cancelled' };
        if (answer === 'always') await settings.change({ askBeforeConsole: false });
      }
      await openInBrowser(address);
      return { outcome: 'opened' };
    },
  };
}
