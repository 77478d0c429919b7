import type { WebContents } from 'electron';
import type { WindowActionId } from '../../shared/actions/actions.ts';
import type { EventChannel } from '../../shared/ipc/channels.ts';
import type { CollectionStatus } from '../../shared/ipc/collection.ts';
import type { RecentFile, Settings } from '../../shared/ipc/contract.ts';

interface EventData {
  readonly 'menu:command': WindowActionId;
  readonly 'search:ask': string;
  readonly 'settings:changed': Settings;
  readonly 'recent:changed': readonly RecentFile[];
  readonly 'collection:status': CollectionStatus;
}

/** Sends an event to a window's page; a page that is gone hears nothing. */
export function sendEvent<Channel extends Exclude<EventChannel, 'inventory:stream'>>(
  contents: Pick<WebContents, 'send' | 'isDestroyed'>,
  channel: Channel,
  data: EventData[Channel],
): void {
  if (!contents.isDestroyed()) contents.send(channel, data);
}
