import { STARTING, type CollectionStatus } from '../../shared/ipc/collection.ts';
import type { CollectorCall, CollectorMessage, CollectorTask } from '../../shared/ipc/collector-messages.ts';
import type { CollectionRequest, CredentialChoice } from '../../shared/ipc/connect.ts';
import { describeReadOnlyTokens } from '../../shared/ipc/token-scope.ts';
import { feedPort, type FeedPort } from '../files/feed-port.ts';
import type { Journal } from '../files/journal.ts';
import type { Collect, CollectionProgress } from './collect/collect-types.ts';
import { describeFailure, textOfFailure } from './collector-failure.ts';
import type { CollectorServices, Connection } from './collector-services.ts';
import { describeNotice, describeNotices } from './describe-notice.ts';
import { createKnownRecords, type KnownRecords } from './known-records.ts';
import { liveStream } from './live-stream.ts';
import { endPhase, modeOf, principalOf } from './reading-terms.ts';
import { createLoginGate, type LoginGate } from './login-gate.ts';

/** The part of the collecting process that does the work: takes messages of the main process, sends replies and streams. */
export interface CollectorService {
  handle(message: CollectorMessage, port: FeedPort | undefined): void;
  /** Stops everything and keeps the journals; resolves when they are on the disk. */
  stop(): Promise<void>;
}

/** An inventory that is, or was, collected in one window. */
interface Collection {
  readonly credentials: CredentialChoice;
  readonly request: CollectionRequest;
  readonly known: KnownRecords;
  /** Absent while all of it is in a snapshot. */
  journal: Journal | undefined;
  connection: Connection | undefined;
  /** Of the reading under way. */
  stop: AbortController | undefined;
  gate: LoginGate | undefined;
  status: CollectionStatus;
  /** Resolves when the reading under way has ended. */
  reading: Promise<void>;
}

/** One reading of a collection into its window. */
interface Reading {
  readonly id: string;
  readonly collection: Collection;
  readonly task: CollectorTask;
  readonly port: FeedPort;
  readonly stop: AbortController;
  readonly resend: boolean;
}

/** The window hears of progress at most this often, in milliseconds. */
const STATUS_INTERVAL = 200;

/** Returns the service; it holds tokens in memory only, and says nothing that holds one. */
export function createCollectorService(services: CollectorServices): CollectorService {
  const { post, journals, now } = services;
  const collections = new Map<string, Collection>();

  async function answer(call: CollectorCall): Promise<unknown> {
    switch (call.type) {
      case 'list-sources':
        return services.listSources();
      case 'test-connection':
        return withConnection(call.credentials, (connection) => services.testConnection(connection, call.project));
      case 'list-projects':
        return withConnection(call.credentials, services.listProjects);
      case 'list-locations':
        return withConnection(call.credentials, ({ transport }) => transport.listLocations({ project: call.project }));
    }
  }

  async function withConnection<Value>(
    choice: CredentialChoice,
    ask: (connection: Connection) => Promise<Value>,
  ): Promise<Value> {
    const connection = await services.connect(choice, 'rest', () => undefined);
    try {
      return await ask(connection);
    } finally {
      await connection.close();
    }
  }

  async function begin(id: string, task: CollectorTask): Promise<Collection> {
    const present = collections.get(id);
    if (present !== undefined) return present;
    const known = createKnownRecords();
    let journal: Journal;
    let credentials: CredentialChoice;
    let request: CollectionRequest;
    if (task.type === 'collect') {
      ({ credentials, request } = task);
      journal = await journals.create(id);
    } else if (task.type === 'resume') {
      const resumed = await journals.open(id, known.note);
      ({ journal, request } = resumed);
      ({ credentials } = task);
    } else {
      throw new Error('There is no such collection.');
    }
    const collection: Collection = {
      credentials,
      request,
      known,
      journal,
      connection: undefined,
      stop: undefined,
      gate: undefined,
      status: STARTING,
      reading: Promise.resolve(),
    };
    collections.set(id, collection);
    return collection;
  }

  async function read(
    { collection: id, task, resend }: Extract<CollectorMessage, { type: 'task' }>,
    port: FeedPort,
  ): Promise<void> {
    const collection = await begin(id, task);
    const stop = new AbortController();
    const before = collection.reading;
    collection.stop?.abort();
    collection.stop = stop;
    collection.reading = before.then(() => readInto({ id, collection, task, port, stop, resend }));
    await collection.reading;
  }

  async function readInto({ id, collection, task, port, stop, resend }: Reading): Promise<void> {
    let lastTold = -Infinity;
    const notices: string[] = [];
    function tell(change: Partial<CollectionStatus>, urgent: boolean): void {
      collection.status = { ...collection.status, ...change };
      if (!urgent && now() - lastTold < STATUS_INTERVAL) return;
      lastTold = now();
      post({ type: 'status', collection: id, status: collection.status });
    }
    function progress(event: CollectionProgress): void {
      const { type: _type, paused, notices: told, ...counts } = event;
      const phase = paused === undefined ? 'running' : 'paused';
      tell({ ...counts, phase, notices: [...notices, ...describeNotices(told)] }, phase !== collection.status.phase);
    }

    collection.status = { task: task.type, ...STARTING };
    tell({}, true);
    try {
      collection.connection ??= await services.connect(collection.credentials, collection.request.transport, (notice) =>
        notices.push(describeNotice(notice)),
      );
      const { connection } = collection;
      const credentials = connection.credentials.describe();
      if (credentials.principal !== undefined) tell({ principal: credentials.principal }, false);
      if (credentials.tokens === 'read-only') notices.push(describeReadOnlyTokens());
      const gate = createLoginGate((problem) => {
        const { problem: _solved, ...rest } = collection.status;
        collection.status = rest;
        tell(problem === undefined ? { phase: 'running' } : { phase: 'paused', problem }, true);
      });
      collection.gate = gate;
      let complete = false;
      const isNew = collection.journal === undefined;
      const journal = collection.journal ?? (await journals.create(id));
      collection.journal = journal;
      const records = sourceOf(task, collection, {
        transport: connection.transport,
        now,
        gate,
        signal: stop.signal,
        toolVersion: services.toolVersion,
        mode: modeOf(task, collection.known),
        ...principalOf(credentials),
      });
      const outcome = await feedPort(
        port,
        () =>
          liveStream(
            records,
            {
              record: async (record) => {
                await journal.append(record);
                if (isNew && record.type === 'collection') {
                  for (const known of collection.known.records()) await journal.append(known);
                }
                collection.known.note(record);
                if (record.type === 'end') ({ complete } = record);
              },
              progress,
            },
            { now, before: resend ? collection.known.records() : [] },
          ),
        stop,
        'finish',
      );
      await journal.flush();
      if (typeof outcome !== 'string') throw new Error(outcome.failed);
      tell({ phase: endPhase(outcome, complete), remaining: 0 }, true);
    } catch (error) {
      const described = describeFailure(error);
      tell(
        {
          phase: 'failed',
          ...(described.kind === 'auth' ? { problem: described.problem } : { failure: textOfFailure(described) }),
        },
        true,
      );
      // The window waits for the end of its stream whatever happens.
      endStream(port);
    }
  }

  function sourceOf(
    task: CollectorTask,
    { request }: Collection,
    options: Parameters<Collect>[1],
  ): ReturnType<Collect> {
    return task.type === 'find' ? services.find(task, request, options) : services.collect(request, options);
  }

  return {
    handle(message, port) {
      switch (message.type) {
        case 'call':
          answer(message.call).then(
            (value) => post({ type: 'answer', id: message.id, ok: true, value }),
            (error: unknown) => post({ type: 'answer', id: message.id, ok: false, error: describeFailure(error) }),
          );
          return;
        case 'task':
          if (port === undefined) return;
          read(message, port).catch((error: unknown) => {
            post({
              type: 'status',
              collection: message.collection,
              status: {
                task: message.task.type,
                ...STARTING,
                phase: 'failed',
                failure: textOfFailure(describeFailure(error)),
              },
            });
            endStream(port);
          });
          return;
        case 'continue':
        case 'give-up': {
          const collection = collections.get(message.collection);
          collection?.gate?.answer(message.type === 'continue' ? 'resumed' : 'stopped');
          if (message.type === 'give-up') collection?.stop?.abort();
          return;
        }
        case 'saved':
          forgetJournal(message.collection).catch(() => undefined);
          return;
        case 'close':
          close(message.collection, message.keep).catch(() => undefined);
      }
    },
    async stop() {
      await Promise.all([...collections.keys()].map((id) => close(id, true)));
    },
  };

  /** A later reading begins a new one. */
  async function forgetJournal(id: string): Promise<void> {
    const collection = collections.get(id);
    if (collection === undefined) return;
    await collection.reading;
    const { journal } = collection;
    collection.journal = undefined;
    await journal?.close();
    await journals.remove(id);
  }

  async function close(id: string, keep: boolean): Promise<void> {
    const collection = collections.get(id);
    if (collection === undefined) return;
    collections.delete(id);
    collection.stop?.abort();
    collection.gate?.answer('stopped');
    await collection.reading;
    await collection.connection?.close();
    await collection.journal?.close();
    if (!keep) await journals.remove(id);
  }
}

function endStream(port: FeedPort): void {
  port.start();
  port.postMessage({ type: 'end' });
}
