import type { MessagePortMain, WebContents } from 'electron';
import { hasEnded, STARTING, type CollectionStatus } from '../../shared/ipc/collection.ts';
import type { CollectorTask } from '../../shared/ipc/collector-messages.ts';
import type { CollectionRequest, CredentialChoice } from '../../shared/ipc/connect.ts';
import type { InventoryPortMessage } from '../../shared/ipc/inventory-port.ts';
import type { CollectorHost } from './collector-host.ts';
import type { OpenRequest } from './inventory-windows.ts';
import { estateOf, estateOfJournal } from './review-keeper.ts';

/** What the collections need of the rest of the app. */
export interface CollectionsOptions {
  readonly host: Pick<CollectorHost, 'task' | 'tell'>;
  /** Makes a channel, hands one end to the page and returns the other. */
  readonly connect: (
    contents: WebContents,
    message: Pick<InventoryPortMessage, 'title' | 'into' | 'compare'>,
  ) => MessagePortMain;
  /** Tells the page and the taskbar how far the collection of its window is. */
  readonly show: (contents: WebContents, status: CollectionStatus) => void;
  readonly newId: () => string;
}

/** The collections under way or done, one per window. */
export interface Collections {
  /** Prepares a collection; it begins when its window takes it (`attach`). */
  prepare(request: CollectionRequest, credentials: CredentialChoice): OpenRequest;
  /** Prepares to go on with what a journal holds. */
  prepareResume(id: string, title: string, credentials: CredentialChoice): OpenRequest;
  /** The page of a window takes the collection; `stop` is aborted when the window shows it no more. */
  attach(contents: WebContents, request: Extract<OpenRequest, { source: 'live' }>, stop: AbortController): void;
  /** Reads more into the inventory of a window; false where that was not collected. */
  update(contents: WebContents, task: Extract<CollectorTask, { type: 'refresh' | 'retry' | 'find' }>): boolean;
  /** Whether a window shows this collection, or did and a snapshot has all of it: its journal is not to be offered. */
  isUnderWay(id: string): boolean;
  /** Answers the question for a new login; `give-up` also ends a reading that waits for none. What was read is kept. */
  answerLogin(contents: WebContents, how: 'continue' | 'give-up'): void;
  /** All a window has of its collection is in a snapshot: nothing needs to be kept besides. */
  saved(contents: WebContents): void;
  status(id: string, status: CollectionStatus): void;
  /** The collecting process ended. */
  lost(): void;
}

interface Collection {
  readonly title: string;
  readonly credentials: CredentialChoice;
  /** How it was begun; absent where a journal was gone on with. */
  readonly start: Extract<CollectorTask, { type: 'collect' }> | undefined;
  /** What its window gets first. */
  first: CollectorTask;
  contents: WebContents | undefined;
  /** How often a page took it. */
  attached: number;
  status: CollectionStatus;
  /** Whether the collecting process knows it. */
  known: boolean;
  saved: boolean;
}

/** Returns the collections of the app; there are none yet. */
export function createCollections({ host, connect, show, newId }: CollectionsOptions): Collections {
  const collections = new Map<string, Collection>();
  /** Collections whose journal the collecting process removes, which takes it a while. */
  const doneWith = new Set<string>();

  function of(contents: WebContents): readonly [string, Collection] | undefined {
    return [...collections].find(([, collection]) => collection.contents === contents);
  }

  function add(
    id: string,
    { title, estate }: { readonly title: string; readonly estate: string },
    credentials: CredentialChoice,
    first: CollectorTask,
  ): OpenRequest {
    collections.set(id, {
      title,
      credentials,
      start: first.type === 'collect' ? first : undefined,
      first,
      contents: undefined,
      attached: 0,
      status: STARTING,
      known: false,
      saved: false,
    });
    return { source: 'live', title, collection: id, estate };
  }

  function setStatus(collection: Collection, status: CollectionStatus): void {
    collection.status = status;
    if (collection.contents !== undefined) show(collection.contents, status);
  }

  return {
    prepare: (request, credentials) =>
      add(newId(), { title: titleOf(request), estate: estateOf(request.projects, request.scope) }, credentials, {
        type: 'collect',
        credentials,
        request,
      }),
    prepareResume: (id, title, credentials) =>
      add(id, { title, estate: estateOfJournal(title) }, credentials, { type: 'resume', credentials }),
    attach(contents, { collection: id }, stop) {
      const collection = collections.get(id);
      if (collection === undefined) return;
      collection.contents = contents;
      collection.attached += 1;
      const mine = collection.attached;
      stop.signal.addEventListener('abort', () => {
        queueMicrotask(() => {
          // A page that was loaded again takes its collection at once; then this is not its end.
          if (collection.attached !== mine) return;
          collections.delete(id);
          if (collection.saved) doneWith.add(id);
          host.tell({ type: 'close', collection: id, keep: !collection.saved });
        });
      });
      const port = connect(contents, { title: collection.title, into: 'new', compare: false });
      host.task(id, collection.first, port, true);
      collection.known = true;
      // Were the page loaded again, what was read would come from the journal.
      collection.first = { type: 'resume', credentials: collection.credentials };
    },
    update(contents, task) {
      const found = of(contents);
      if (found === undefined) return false;
      const [id, collection] = found;
      const port = connect(contents, {
        title: collection.title,
        into: 'open',
        compare: task.type === 'refresh',
      });
      // What was written down and had not reached the window yet when the process ended comes from the journal.
      host.task(id, collection.known ? task : again(collection), port, !collection.known);
      collection.known = true;
      collection.saved = false;
      return true;
    },
    isUnderWay: (id) => collections.has(id) || doneWith.has(id),
    answerLogin(contents, how) {
      const found = of(contents);
      if (found !== undefined) host.tell({ type: how, collection: found[0] });
    },
    saved(contents) {
      const found = of(contents);
      if (found === undefined || !hasEnded(found[1].status)) return;
      const [id, collection] = found;
      collection.saved = true;
      // Without its journal it can only be begun anew, were its process to end; that takes to know how.
      if (collection.start !== undefined) host.tell({ type: 'saved', collection: id });
    },
    status(id, status) {
      const collection = collections.get(id);
      if (collection !== undefined) setStatus(collection, status);
    },
    lost() {
      for (const collection of collections.values()) {
        collection.known = false;
        if (collection.contents !== undefined && !hasEnded(collection.status)) {
          setStatus(collection, { ...collection.status, phase: 'lost' });
        }
      }
    },
  };
}

/** How to go on with a collection of which the collecting process knows nothing any more. */
function again({ saved, start, credentials }: Collection): CollectorTask {
  return saved && start !== undefined ? start : { type: 'resume', credentials };
}

/** What a collection is called: its projects, or the folder or organisation it is of. */
export function titleOf({ projects, scope }: Pick<CollectionRequest, 'projects' | 'scope'>): string {
  const [first = scope ?? 'Google Cloud', ...more] = projects;
  return more.length === 0 ? first : `${first} and ${String(more.length)} more`;
}
