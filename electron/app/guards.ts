import type { WebContents } from 'electron';
import type { Log } from './log.ts';
import { isAppAddress } from './app-scheme.ts';

/** What the guards need of a web-contents. */
export type GuardedContents = Pick<WebContents, 'on' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'>;

/**
 * Keeps a web-contents on our page (Electron security checklist, items 12 to 14): navigation, in any frame and by redirect,
 * only to app://vertex-lineage; no new windows; no <webview>. Installed on every web-contents there is.
 */
export function guardContents(contents: GuardedContents, log: Log): void {
  function refuseForeign(event: { readonly url: string; preventDefault(): void }): void {
    if (isAppAddress(event.url)) return;
    event.preventDefault();
    log.warn('navigation refused', { url: event.url });
  }
  contents.on('will-navigate', refuseForeign);
  contents.on('will-frame-navigate', refuseForeign);
  contents.on('will-redirect', refuseForeign);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    log.warn('webview refused', {});
  });
  contents.setWindowOpenHandler(({ url }) => {
    log.warn('new window refused', { url });
    return { action: 'deny' };
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
