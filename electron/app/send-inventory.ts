import { MessageChannelMain, type MessagePortMain, type WebContents } from 'electron';
import type { InventoryPortMessage } from '../../shared/ipc/inventory-port.ts';
import { feedPort } from '../files/feed-port.ts';
import { readFiles } from '../files/read-files.ts';
import { withDisplayNames } from './display-names.ts';
import type { OpenRequest } from './inventory-windows.ts';
import type { Log } from './log.ts';

/** Hands the page one end of a channel for an inventory and returns the other. */
export function connectPage(
  contents: WebContents,
  { title, source, into, compare }: Omit<InventoryPortMessage, 'type'>,
): MessagePortMain {
  const { port1, port2 } = new MessageChannelMain();
  contents.postMessage('inventory:stream', { title, source, into, compare }, [port2]);
  return port1;
}

/** Sends the page the contents of files; main keeps none of them. */
export function sendFiles(
  contents: WebContents,
  { title, source, paths }: Extract<OpenRequest, { source: 'files' | 'sample' }>,
  stop: AbortController,
  log: Log,
): void {
  const port = connectPage(contents, { title, source, into: 'new', compare: false });
  feedPort(port, (signal) => withDisplayNames(paths, readFiles(paths, { signal })), stop).then(
    (outcome) => {
      if (typeof outcome === 'string') log.info('files read', { outcome });
      else log.error('files not read', { reason: outcome.failed });
    },
    (error: unknown) => log.error('files not sent', { reason: String(error) }),
  );
}
