import type { WebContents } from 'electron';
import { AppFailure } from '../../app/app-failure.ts';
import type { CollectorHost } from '../../app/collector-host.ts';
import type { Collections } from '../../app/collections.ts';
import { openFilesRequest, type InventoryWindows } from '../../app/inventory-windows.ts';
import { estateOfJournal } from '../../app/review-keeper.ts';
import type { JournalStore } from '../../files/journal.ts';
import type { UnfinishedCollection } from '../../../shared/ipc/collection.ts';
import type { Handlers } from '../register.ts';

type ConnectChannel = Extract<keyof Handlers, `connect:${string}` | `collection:${string}`>;

/** What the handlers need of the rest of the app. */
export interface ConnectServices {
  readonly host: Pick<CollectorHost, 'call'>;
  readonly collections: Collections;
  readonly windows: Pick<InventoryWindows, 'open'>;
  /** Whether this runtime may connect at all. */
  readonly allowed: boolean;
  readonly journals: Pick<JournalStore, 'list' | 'remove' | 'fileOf'>;
}

/** Returns the handlers by which a window connects to Google Cloud. */
export function connectHandlers(services: ConnectServices): Pick<Handlers, ConnectChannel> {
  const { host, collections, windows, allowed, journals } = services;

  function requireAllowed(): void {
    if (!allowed) throw new AppFailure({ kind: 'credentials', problem: { kind: 'live-not-allowed' } });
  }

  function update(contents: WebContents, task: Parameters<Collections['update']>[1]): undefined {
    requireAllowed();
    if (!collections.update(contents, task)) {
      throw new AppFailure({ kind: 'refused', reason: 'This inventory was not collected from Google Cloud.' });
    }
    return undefined;
  }

  return {
    'connect:list-sources': async () =>
      allowed ? { allowed, sources: await host.call({ type: 'list-sources' }) } : { allowed, sources: [] },
    'connect:test': ({ credentials, project }) => {
      requireAllowed();
      return host.call({ type: 'test-connection', credentials, project });
    },
    'connect:list-projects': ({ credentials }) => {
      requireAllowed();
      return host.call({ type: 'list-projects', credentials });
    },
    'connect:list-locations': ({ credentials, project }) => {
      requireAllowed();
      return host.call({ type: 'list-locations', credentials, project });
    },
    'collection:start': ({ credentials, request }, contents) => {
      requireAllowed();
      return { outcome: windows.open(collections.prepare(request, credentials), contents) };
    },
    'collection:list-unfinished': listUnfinished,
    'collection:resume': async ({ id, credentials }, contents) => {
      requireAllowed();
      const { title } = await unfinished(id);
      return { outcome: windows.open(collections.prepareResume(id, title, credentials), contents) };
    },
    'collection:open-unfinished': async ({ id }, contents) => {
      const { title } = await unfinished(id);
      const request = { ...openFilesRequest([journals.fileOf(id)]), estate: estateOfJournal(title) };
      return { outcome: windows.open(request, contents) };
    },
    'collection:discard': async ({ id }) => {
      if (!collections.isUnderWay(id)) await journals.remove(id);
      return undefined;
    },
    'collection:continue': (_request, contents) => {
      collections.answerLogin(contents, 'continue');
      return undefined;
    },
    'collection:stop': (_request, contents) => {
      collections.answerLogin(contents, 'give-up');
      return undefined;
    },
    'collection:refresh': (_request, contents) => update(contents, { type: 'refresh' }),
    'collection:retry': ({ keys }, contents) => update(contents, { type: 'retry', keys }),
    'collection:find': ({ method, query }, contents) => update(contents, { type: 'find', method, query }),
  };

  async function listUnfinished(): Promise<UnfinishedCollection[]> {
    return (await journals.list()).filter(({ id }) => !collections.isUnderWay(id));
  }

  async function unfinished(id: string): Promise<{ readonly title: string }> {
    const found = (await listUnfinished()).find((each) => each.id === id);
    if (found === undefined) throw new AppFailure({ kind: 'file-not-found', file: 'The unfinished collection' });
    return found;
  }
}
