import { APP_ORIGIN } from '../app/app-scheme.ts';

/** What is known of the sender of a message, read at once: after a navigation the frame is gone. */
export interface Sender {
  /** Null when the frame has navigated or was closed. */
  readonly frame: { readonly origin: string; readonly isTop: boolean } | null;
  /** Whether the web-contents belongs to a window of ours. */
  readonly knownWindow: boolean;
}

/**
 * Returns why a sender is not to be believed, or undefined for the top frame of our own page in one of our windows
 * (Electron security checklist, item 17). The web-contents alone proves nothing: a foreign sub-frame has the same one.
 */
export function senderRefusal(sender: Sender): string | undefined {
  if (sender.frame === null) return 'The sender is gone.';
  if (sender.frame.origin !== APP_ORIGIN) return 'The sender is not a page of this app.';
  if (!sender.frame.isTop) return 'The sender is a frame inside a page.';
  if (!sender.knownWindow) return 'The sender is not a window of this app.';
  return undefined;
}
