import { MessageChannelMain, type WebContents } from 'electron';
import { readFiles } from '../files/read-files.ts';
import { withDisplayNames } from './display-names.ts';
import { feedPort } from './feed-port.ts';
import type { OpenRequest } from './inventory-windows.ts';
import type { Log } from './log.ts';

/** Sends the page one end of a channel and, over the other, the contents of the files; main keeps none of them. */
export function sendInventory(contents: WebContents, request: OpenRequest, stop: AbortController, log: Log): void {
  const { port1, port2 } = new MessageChannelMain();
  contents.postMessage('inventory:stream', { title: request.title, source: request.source }, [port2]);
  feedPort(port1, (signal) => withDisplayNames(request.paths, readFiles(request.paths, { signal })), stop).then(
    (outcome) => {
      if (typeof outcome === 'string') log.info('files read', { outcome });
      else log.error('files not read', { reason: outcome.failed });
    },
    (error: unknown) => log.error('files not sent', { reason: String(error) }),
  );
}
