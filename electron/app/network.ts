import type { CommandLine, Session } from 'electron';
import { isAppAddress } from './app-scheme.ts';

/**
 * Switches off what Chromium does on its own account; must run before Electron is ready. No name is ever resolved for a
 * page, so that not even a prefetch leaves the machine.
 */
export function silenceChromium(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('no-pings');
}

/** Whether a request of the window may be made. DevTools load their own pages by a scheme of Chromium's. */
export function isAllowedRequest(address: string, devTools: boolean): boolean {
  if (isAppAddress(address)) return true;
  return devTools && URL.canParse(address) && new URL(address).protocol === 'devtools:';
}

/** Refuses every request of a session but those for our own page. */
export async function refuseNetwork(
  session: Pick<Session, 'webRequest' | 'setProxy' | 'setSpellCheckerEnabled' | 'setSpellCheckerDictionaryDownloadURL'>,
  devTools: boolean,
): Promise<void> {
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isAllowedRequest(details.url, devTools) }));
  session.setSpellCheckerEnabled(false);
  // Chromium would fetch dictionaries from Google's servers; this address serves none.
  session.setSpellCheckerDictionaryDownloadURL('app://vertex-lineage/dictionaries/');
  // No search for a proxy configuration (WPAD) on the local network.
  await session.setProxy({ mode: 'direct' });
}
