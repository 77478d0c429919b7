import { createViewUnpacker } from './worker/protocol/packed-view.ts';
import type {
  Expanded,
  FailureCode,
  InventoryAnswer,
  InventoryCalls,
  InventoryRequest,
  InventoryUpdate,
  OpenProgress,
} from './worker/protocol/protocol.ts';
import type { LaidOutView } from './worker/protocol/packed-view.ts';

/** Why a call to the inventory worker did not succeed; `message` is for the user. */
export class InventoryError extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string) {
    super(message);
    this.name = 'InventoryError';
    this.code = code;
  }
}

/** The part of `Worker` the client needs; tests pass a double. */
export interface InventoryWorker {
  postMessage(message: InventoryRequest, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: InventoryAnswer }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}

/** The calls of the worker as promises; each rejects with an `InventoryError` only. */
export type InventoryClientCalls = {
  readonly [Name in Exclude<keyof InventoryCalls, 'view' | 'expand'>]: (
    ...args: Parameters<InventoryCalls[Name]>
  ) => Promise<ReturnType<InventoryCalls[Name]>>;
} & {
  view(...args: Parameters<InventoryCalls['view']>): Promise<LaidOutView>;
  expand(...args: Parameters<InventoryCalls['expand']>): Promise<Expanded<LaidOutView>>;
};

export interface InventoryClient extends InventoryClientCalls {
  /** Starts the worker ahead of the first call, which need not wait for its code then. */
  warmUp(): void;
  /** Calls `listener` while an inventory is being opened; returns what stops it. */
  onProgress(listener: (progress: OpenProgress) => void): () => void;
  /** Calls `listener` each time a live inventory was derived anew; returns what stops it. */
  onUpdated(listener: (update: InventoryUpdate) => void): () => void;
  /** Calls `listener` when the worker died; the inventory is gone and must be opened again. Returns what stops it. */
  onLost(listener: (error: InventoryError) => void): () => void;
  /** Ends the worker; calls under way reject with `lost`. */
  dispose(): void;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: InventoryError) => void;
}

/**
 * Returns a client of the inventory worker. The worker is started by the first call and, should it die, again by the next one.
 */
export function createInventoryClient(startWorker: () => InventoryWorker): InventoryClient {
  const pending = new Map<number, Pending>();
  const progressListeners = new Set<(progress: OpenProgress) => void>();
  const updateListeners = new Set<(update: InventoryUpdate) => void>();
  const lostListeners = new Set<(error: InventoryError) => void>();
  let worker: InventoryWorker | undefined;
  let lastId = 0;
  const unpackView = createViewUnpacker();

  function receive(answer: InventoryAnswer): void {
    if ('event' in answer) {
      if (answer.event === 'progress') for (const listener of progressListeners) listener(answer.progress);
      else for (const listener of updateListeners) listener(answer.update);
      return;
    }
    const call = pending.get(answer.id);
    if (call === undefined) return;
    pending.delete(answer.id);
    if (answer.ok) call.resolve(answer.value);
    else call.reject(new InventoryError(answer.code, answer.error));
  }

  function stop(error: InventoryError): void {
    worker?.terminate();
    worker = undefined;
    const calls = [...pending.values()];
    pending.clear();
    for (const call of calls) call.reject(error);
  }

  function lose(source: InventoryWorker, message: string | undefined): void {
    // A late event of a worker that was already replaced must not end its successor.
    if (source !== worker) return;
    const cause = message === undefined || message === '' ? '' : `: ${message}`;
    const error = new InventoryError(
      'lost',
      `The inventory was lost because its worker stopped${cause}. Open it again.`,
    );
    stop(error);
    for (const listener of lostListeners) listener(error);
  }

  function running(): InventoryWorker {
    if (worker !== undefined) return worker;
    const started = startWorker();
    worker = started;
    started.addEventListener('message', (event) => receive(event.data));
    started.addEventListener('error', (event) => lose(started, event.message));
    started.addEventListener('messageerror', (event) => lose(started, event.message));
    return started;
  }

  function send<Name extends keyof InventoryCalls>(
    call: Name,
    args: Parameters<InventoryCalls[Name]>,
    transfer: Transferable[] = [],
  ): Promise<ReturnType<InventoryCalls[Name]>> {
    return new Promise((resolve, reject) => {
      lastId += 1;
      const id = lastId;
      // The worker answers each call with that call's own result type (InventoryCalls); the message itself carries `unknown`.
      pending.set(id, { resolve: (value) => resolve(value as ReturnType<InventoryCalls[Name]>), reject });
      try {
        running().postMessage({ id, call, args } as InventoryRequest, transfer);
      } catch (error) {
        pending.delete(id);
        reject(new InventoryError('failed', error instanceof Error ? error.message : String(error)));
      }
    });
  }

  return {
    warmUp: () => void running(),
    open: (port) => send('open', [port], [port]),
    update: (port, compare) => send('update', [port, compare], [port]),
    changes: () => send('changes', []),
    forgetChanges: () => send('forgetChanges', []),
    cancelOpen: () => send('cancelOpen', []),
    facets: () => send('facets', []),
    view: async (spec, previous, canvas) => unpackView(await send('view', [spec, previous, canvas])),
    expand: async (...args) => {
      const expanded = await send('expand', args);
      return { ...expanded, shown: unpackView(expanded.shown) };
    },
    search: (query, limit) => send('search', [query, limit]),
    matches: (query, limit) => send('matches', [query, limit]),
    complete: (query, cursor, limit) => send('complete', [query, cursor, limit]),
    details: (id) => send('details', [id]),
    access: (id, limit) => send('access', [id, limit]),
    reveal: (id) => send('reveal', [id]),
    relations: (id, spec) => send('relations', [id, spec]),
    nodes: (ids) => send('nodes', [ids]),
    links: (id, relation, direction, offset, limit) => send('links', [id, relation, direction, offset, limit]),
    link: (link, spec, offset, limit) => send('link', [link, spec, offset, limit]),
    paths: (question) => send('paths', [question]),
    lineage: (id, options) => send('lineage', [id, options]),
    extent: (id, options) => send('extent', [id, options]),
    compare: (ids) => send('compare', [ids]),
    answers: (id) => send('answers', [id]),
    table: (question, offset, limit) => send('table', [question, offset, limit]),
    tableNodes: (question, part, limit) => send('tableNodes', [question, part, limit]),
    tableCsv: (question, columns) => send('tableCsv', [question, columns]),
    runs: (id, offset, limit) => send('runs', [id, offset, limit]),
    templates: (offset, limit) => send('templates', [offset, limit]),
    timeline: (spec, question) => send('timeline', [spec, question]),
    shownCounts: (spec) => send('shownCounts', [spec]),
    labelKeys: () => send('labelKeys', []),
    hiddenRisks: (spec) => send('hiddenRisks', [spec]),
    cancelView: () => send('cancelView', []),
    coverage: () => send('coverage', []),
    findings: (filter) => send('findings', [filter]),
    findingsOf: (filter, grouping, key, offset, limit) => send('findingsOf', [filter, grouping, key, offset, limit]),
    findingBadges: (spec) => send('findingBadges', [spec]),
    findingsReport: (request) => send('findingsReport', [request]),
    earlierFindings: () => send('earlierFindings', []),
    reviewFindings: (part) => send('reviewFindings', [part]),
    configureFindings: (text) => send('configureFindings', [text]),
    review: (kept) => send('review', [kept]),
    missing: (ids) => send('missing', [ids]),
    snapshot: (options) => send('snapshot', [options]),
    onProgress: (listener) => subscribe(progressListeners, listener),
    onUpdated: (listener) => subscribe(updateListeners, listener),
    onLost: (listener) => subscribe(lostListeners, listener),
    dispose: () => stop(new InventoryError('lost', 'The inventory was closed.')),
  };
}

function subscribe<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
