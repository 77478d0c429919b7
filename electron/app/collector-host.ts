import type { MessagePortMain } from 'electron';
import {
  callAnswers,
  collectorReplySchema,
  type CallAnswer,
  type CollectorCall,
  type CollectorError,
  type CollectorMessage,
  type CollectorTask,
} from '../../shared/ipc/collector-messages.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { CollectionStatus } from '../../shared/ipc/collection.ts';
import { AppFailure } from './app-failure.ts';
import type { Log } from './log.ts';

/** The part of Electron's `UtilityProcess` that is used; tests pass a double. */
export interface CollectorProcess {
  postMessage(message: CollectorMessage, transfer?: MessagePortMain[]): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

/** What a host needs. */
export interface CollectorHostOptions {
  readonly fork: () => CollectorProcess;
  readonly status: (collection: string, status: CollectionStatus) => void;
  /** The process ended by itself: whatever it was reading stopped. */
  readonly lost: () => void;
  readonly log: Log;
}

/** The process that holds credentials and reads from Google Cloud, as the main process sees it: it is started by the first use. */
export interface CollectorHost {
  /** Asks something that is answered once; rejects with an `AppFailure`. */
  call<Type extends CollectorCall['type']>(
    call: Extract<CollectorCall, { readonly type: Type }>,
  ): Promise<CallAnswer<Type>>;
  /** Starts to read; the stream goes over the port. `resend`: the window has nothing of it yet. */
  task(collection: string, task: CollectorTask, port: MessagePortMain, resend: boolean): void;
  /** Tells something that has no answer; nothing if the process does not run. */
  tell(message: Extract<CollectorMessage, { type: 'continue' | 'give-up' | 'saved' | 'close' }>): void;
  /** Ends the process; what it read is on the disk. */
  stop(): void;
}

interface Waiting {
  readonly type: CollectorCall['type'];
  readonly resolve: (value: never) => void;
  readonly reject: (error: AppFailure) => void;
}

/** Returns the host; the process does not run yet. */
export function createCollectorHost({ fork, status, lost, log }: CollectorHostOptions): CollectorHost {
  const waiting = new Map<number, Waiting>();
  let child: CollectorProcess | undefined;
  let lastId = 0;

  function running(): CollectorProcess {
    if (child !== undefined) return child;
    const started = fork();
    child = started;
    started.on('message', (message) => receive(message));
    started.on('exit', (code) => {
      if (child !== started) return;
      child = undefined;
      log.error('collecting process ended', { code });
      for (const call of takeWaiting()) call.reject(new AppFailure({ kind: 'collector-lost' }));
      lost();
    });
    return started;
  }

  function takeWaiting(): readonly Waiting[] {
    const calls = [...waiting.values()];
    waiting.clear();
    return calls;
  }

  function receive(message: unknown): void {
    const reply = collectorReplySchema.safeParse(message);
    if (!reply.success) {
      log.error('message of the collecting process refused', { reason: reply.error.message });
      return;
    }
    if (reply.data.type === 'status') {
      status(reply.data.collection, reply.data.status);
      return;
    }
    const call = waiting.get(reply.data.id);
    if (call === undefined) return;
    waiting.delete(reply.data.id);
    if (!reply.data.ok) {
      call.reject(new AppFailure(appErrorOf(reply.data.error)));
      return;
    }
    // Only what the schema names goes on: an answer has no place for a token.
    const value = callAnswers[call.type].safeParse(reply.data.value);
    if (value.success) call.resolve(value.data as never);
    else call.reject(new AppFailure({ kind: 'internal', reason: 'The collecting process gave an unexpected answer.' }));
  }

  return {
    call: (call) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { type: call.type, resolve, reject });
        running().postMessage({ type: 'call', id: lastId, call });
      }),
    task: (collection, task, port, resend) => {
      running().postMessage({ type: 'task', collection, task, resend }, [port]);
    },
    tell: (message) => child?.postMessage(message),
    stop: () => {
      const ending = child;
      child = undefined;
      for (const call of takeWaiting()) call.reject(new AppFailure({ kind: 'collector-lost' }));
      ending?.kill();
    },
  };
}

function appErrorOf(error: CollectorError): AppError {
  switch (error.kind) {
    case 'auth':
      return { kind: 'credentials', problem: error.problem };
    case 'api':
      return { kind: 'google-api', reason: error.message };
    case 'internal':
      return { kind: 'internal', reason: error.reason };
  }
}
