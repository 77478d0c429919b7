import { describe, expect, it, vi } from 'vitest';
import { AuthFailure } from '../../../../electron/auth/auth-failure.ts';
import type { FeedPort } from '../../../../electron/files/feed-port.ts';
import type { Journal } from '../../../../electron/files/journal.ts';
import type { Collect, CollectOptions, CollectionProgress } from '../../../../electron/google/collect/collect-types.ts';
import { createCollectorService } from '../../../../electron/google/collector-service.ts';
import type { CollectorServices, Connection } from '../../../../electron/google/collector-services.ts';
import type { CollectionRecord } from '../../../../shared/inventory/collection/collection-record.ts';
import type { CollectorReply } from '../../../../shared/ipc/collector-messages.ts';
import type { CollectionRequest } from '../../../../shared/ipc/connect.ts';
import type { StreamMessage } from '../../../../shared/ipc/stream.ts';

const REQUEST: CollectionRequest = { projects: ['northwind'], depth: 1, assets: 'off', transport: 'rest' };
const ADC = { source: 'adc' } as const;

const START: CollectionRecord = {
  type: 'collection',
  format: 'vertex-lineage-collection',
  formatVersion: 1,
  createdTime: '2026-11-23T10:00:00Z',
  toolVersion: '0.1.0',
  request: REQUEST,
};

const TIE: CollectionRecord = {
  type: 'project',
  tie: { projectId: 'northwind', projectNumber: '418820347715', source: 'projects.get' },
};

const PROGRESS: CollectionProgress = {
  type: 'progress',
  places: [],
  linked: { found: 2, done: 1, failed: 0 },
  documents: 5,
  rate: 2.5,
  notices: [{ type: 'assets-unused', scope: 'projects/northwind', reason: 'denied', isWalked: true }],
};

interface PortDouble extends FeedPort {
  readonly posted: StreamMessage[];
  readonly reply: (data: unknown) => void;
}

function portDouble(): PortDouble {
  const listeners: ((event: { readonly data: unknown }) => void)[] = [];
  const posted: StreamMessage[] = [];
  return {
    posted,
    on: (event: 'message' | 'close', listener: never) => (event === 'message' ? listeners.push(listener) : 0),
    start: () => undefined,
    postMessage: (message) => posted.push(message),
    reply: (data) => {
      for (const listener of listeners) listener({ data });
    },
  };
}

/** The lines a window got. */
function linesOf({ posted }: PortDouble): readonly string[] {
  const text = posted
    .map((message) => (message.type === 'chunk' ? new TextDecoder().decode(message.data) : ''))
    .join('');
  return text.split('\n').filter((line) => line !== '');
}

function typesOf(port: PortDouble): readonly unknown[] {
  return linesOf(port).map((line) => (JSON.parse(line) as { readonly type: unknown }).type);
}

function setUp(collect: Collect, connect?: CollectorServices['connect']) {
  const replies: CollectorReply[] = [];
  const journalled: CollectionRecord[] = [];
  const events: string[] = [];
  const journal: Journal = {
    id: 'one',
    append: (record) => {
      journalled.push(record);
      return Promise.resolve();
    },
    flush: () => Promise.resolve(),
    close: () => {
      events.push('journal closed');
      return Promise.resolve();
    },
  };
  const connection = {
    credentials: {
      describe: () => ({ choice: ADC, title: 'ADC', type: 'authorized_user', principal: 'ada@northwind.example' }),
    },
    transport: {
      listLocations: () => Promise.resolve(['europe-west4']),
    },
    close: () => {
      events.push('connection closed');
      return Promise.resolve();
    },
  } as unknown as Connection;
  const service = createCollectorService({
    listSources: () => Promise.resolve([]),
    connect: connect ?? (() => Promise.resolve(connection)),
    testConnection: () => Promise.reject(new Error('not used')),
    listProjects: () => Promise.resolve([{ id: 'northwind' }]),
    collect,
    find: () => collect(REQUEST, {} as CollectOptions),
    journals: {
      create: () => Promise.resolve(journal),
      open: (_id, note) => {
        for (const record of [START, TIE]) note(record);
        return Promise.resolve({ journal, request: REQUEST });
      },
      list: () => Promise.resolve([]),
      remove: () => {
        events.push('journal removed');
        return Promise.resolve();
      },
      fileOf: () => '',
    },
    toolVersion: '0.1.0',
    now: () => 0,
    post: (reply) => replies.push(reply),
  });
  function phases(): readonly string[] {
    return replies.flatMap((reply) => (reply.type === 'status' ? [reply.status.phase] : []));
  }
  return { service, replies, journalled, events, phases };
}

/** Collects these records, then waits if it is told to, until it is stopped. */
function collecting(records: readonly (CollectionRecord | CollectionProgress)[], seen: CollectOptions[] = []): Collect {
  return async function* collect(_request, options) {
    seen.push(options);
    yield* records;
    await Promise.resolve();
  };
}

const COLLECT = {
  type: 'task',
  collection: 'one',
  resend: true,
  task: { type: 'collect', credentials: ADC, request: REQUEST },
} as const;

describe('the collecting process', () => {
  it('streams a collection to its window, keeps it in a journal and tells how far it is', async () => {
    const { service, replies, journalled, phases } = setUp(
      collecting([START, TIE, PROGRESS, { type: 'end', complete: true }]),
    );
    const port = portDouble();
    service.handle(COLLECT, port);
    await vi.waitFor(() => expect(phases()).toStrictEqual(['starting', 'running', 'complete']));
    expect(port.posted.map(({ type }) => type)).toStrictEqual(['start', 'file', 'chunk', 'file-end', 'end']);
    expect(typesOf(port)).toStrictEqual(['collection', 'project', 'end']);
    expect(journalled.map(({ type }) => type)).toStrictEqual(['collection', 'project', 'end']);
    expect(replies.at(-1)).toStrictEqual({
      type: 'status',
      collection: 'one',
      status: {
        task: 'collect',
        phase: 'complete',
        places: [],
        linked: { found: 2, done: 1, failed: 0 },
        documents: 5,
        rate: 2.5,
        principal: 'ada@northwind.example',
        remaining: 0,
        notices: ['Cloud Asset Inventory is not used for northwind (denied); each location is read instead.'],
      },
    });
  });

  it('ends the stream with what was left out when the window cancels', async () => {
    const { service, phases } = setUp(async function* collect(_request, { signal }) {
      yield START;
      yield PROGRESS;
      await new Promise((resolve) => {
        signal.addEventListener('abort', resolve);
      });
      yield { type: 'end', complete: false };
    });
    const port = portDouble();
    service.handle(COLLECT, port);
    await vi.waitFor(() => expect(phases()).toContain('running'));
    port.reply({ type: 'cancel' });
    await vi.waitFor(() => expect(phases().at(-1)).toBe('cancelled'));
    expect(typesOf(port)).toStrictEqual(['collection', 'end']);
    expect(port.posted.at(-1)).toStrictEqual({ type: 'end' });
  });

  it('waits for a new login, says what helps, and goes on', async () => {
    const { service, replies, phases } = setUp(async function* collect(_request, { gate }) {
      yield START;
      await gate.pause({
        status: 'unauthenticated',
        problem: { kind: 'expired', command: 'gcloud auth login' },
        service: 'aiplatform.googleapis.com',
        message: 'expired',
      });
      yield { type: 'end', complete: true };
    });
    service.handle(COLLECT, portDouble());
    await vi.waitFor(() => expect(phases().at(-1)).toBe('paused'));
    expect(replies.at(-1)).toMatchObject({ status: { problem: { kind: 'expired', command: 'gcloud auth login' } } });
    service.handle({ type: 'continue', collection: 'one' }, undefined);
    await vi.waitFor(() => expect(phases().at(-1)).toBe('complete'));
    expect(replies.at(-1)).not.toHaveProperty('status.problem');
  });

  it('is stopped, and can go on later, where the user does not log in again', async () => {
    const { service, phases } = setUp(async function* collect(_request, { gate }) {
      yield START;
      await gate.pause({
        status: 'unauthenticated',
        problem: { kind: 'expired' },
        service: 'aiplatform.googleapis.com',
        message: 'expired',
      });
      yield { type: 'end', complete: false };
    });
    const port = portDouble();
    service.handle(COLLECT, port);
    await vi.waitFor(() => expect(phases().at(-1)).toBe('paused'));
    service.handle({ type: 'give-up', collection: 'one' }, undefined);
    await vi.waitFor(() => expect(phases().at(-1)).toBe('cancelled'));
    expect(typesOf(port)).toStrictEqual(['collection', 'end']);
  });

  it('is stopped at once although the window, which is busy, has not said so itself', async () => {
    const { service, phases } = setUp(async function* collect(_request, { signal }) {
      yield START;
      yield PROGRESS;
      await new Promise((resolve) => {
        signal.addEventListener('abort', resolve);
      });
      yield { type: 'end', complete: false };
    });
    const port = portDouble();
    service.handle(COLLECT, port);
    await vi.waitFor(() => expect(phases()).toContain('running'));
    service.handle({ type: 'give-up', collection: 'one' }, undefined);
    await vi.waitFor(() => expect(phases().at(-1)).toBe('cancelled'));
    expect(typesOf(port)).toStrictEqual(['collection', 'end']);
  });

  it('says why it could not begin, and ends the stream that the window waits for', async () => {
    const { service, replies } = setUp(collecting([]), () =>
      Promise.reject(new AuthFailure({ kind: 'not-logged-in', source: 'gcloud' })),
    );
    const port = portDouble();
    service.handle(COLLECT, port);
    await vi.waitFor(() => expect(port.posted).toStrictEqual([{ type: 'end' }]));
    expect(replies.at(-1)).toMatchObject({
      status: { phase: 'failed', problem: { kind: 'not-logged-in', source: 'gcloud' } },
    });
  });

  it('goes on from a journal: what it holds goes to the window first, and is not journalled twice', async () => {
    const seen: CollectOptions[] = [];
    const { service, journalled, phases } = setUp(collecting([{ type: 'end', complete: false }], seen));
    const port = portDouble();
    service.handle({ type: 'task', collection: 'one', resend: true, task: { type: 'resume', credentials: ADC } }, port);
    await vi.waitFor(() => expect(phases().at(-1)).toBe('partial'));
    expect(typesOf(port)).toStrictEqual(['collection', 'project', 'end']);
    expect(journalled.map(({ type }) => type)).toStrictEqual(['end']);
    expect(seen.map(({ mode }) => mode.type)).toStrictEqual(['resume']);
  });

  it('closes a collection with its connection, and removes its journal when nothing is to be kept', async () => {
    const { service, events, phases } = setUp(collecting([START, { type: 'end', complete: true }]));
    service.handle(COLLECT, portDouble());
    await vi.waitFor(() => expect(phases().at(-1)).toBe('complete'));
    service.handle({ type: 'close', collection: 'one', keep: false }, undefined);
    await vi.waitFor(() => expect(events).toStrictEqual(['connection closed', 'journal closed', 'journal removed']));
  });

  it('answers questions, or says why not, and lets no token out', async () => {
    const { service, replies } = setUp(collecting([]), (choice) =>
      choice.source === 'adc'
        ? Promise.reject(new Error('request with Authorization: Bearer ya29.a0AfB_byDsecretsecretsecret failed'))
        : Promise.reject(new AuthFailure({ kind: 'gcloud-missing' })),
    );
    service.handle({ type: 'call', id: 1, call: { type: 'list-sources' } }, undefined);
    service.handle({ type: 'call', id: 2, call: { type: 'list-projects', credentials: ADC } }, undefined);
    service.handle(
      { type: 'call', id: 3, call: { type: 'list-projects', credentials: { source: 'gcloud' } } },
      undefined,
    );
    await vi.waitFor(() => expect(replies).toHaveLength(3));
    expect(JSON.stringify(replies).includes('ya29')).toBe(false);
    expect(replies.map((reply) => reply.type === 'answer' && reply.ok)).toStrictEqual([true, false, false]);
  });
});
