import { ApiFailure } from '../api-failure.ts';
import type { Attempt } from '../calls/caller.ts';
import { DeadlineExceeded, withDeadline } from '../calls/deadline.ts';
import type { TransportClock, TransportNotice } from '../transport.ts';
import type { VertexReader } from './reader.ts';

/** How long gRPC may take to answer for the first time; some networks do not refuse it but let it wait. */
const FIRST_CONTACT = 10_000;

/**
 * Makes a reader that uses gRPC, or REST if gRPC never gets an answer and REST does. Once either has been answered, it stays.
 */
export function chooseVertex(parts: {
  readonly grpc: VertexReader;
  readonly rest: VertexReader;
  readonly clock: Pick<TransportClock, 'wait'>;
  readonly onNotice: (notice: TransportNotice) => void;
}): VertexReader {
  const { grpc, rest, clock, onNotice } = parts;
  let chosen: VertexReader | undefined;

  async function attemptOn<Value>(
    read: (reader: VertexReader, attempt: Attempt) => Promise<Value>,
    attempt: Attempt,
  ): Promise<Value> {
    if (chosen !== undefined) {
      return await read(chosen, attempt);
    }
    const first = await firstContact((limited) => read(grpc, limited), attempt, clock);
    // Another call may have found out meanwhile.
    if (first.type === 'value') {
      chosen ??= grpc;
      return first.value;
    }
    if (first.type === 'answered') {
      chosen ??= grpc;
      throw first.error;
    }
    return await insteadByRest(read, attempt, first.reason);
  }

  async function insteadByRest<Value>(
    read: (reader: VertexReader, attempt: Attempt) => Promise<Value>,
    attempt: Attempt,
    reason: string,
  ): Promise<Value> {
    const chooseRest = (): void => {
      if (chosen === undefined) {
        chosen = rest;
        onNotice({ type: 'grpc-unreachable', reason });
      }
    };
    try {
      const value = await read(rest, attempt);
      chooseRest();
      return value;
    } catch (error) {
      if (isAnswer(error)) {
        chooseRest();
      }
      throw error;
    }
  }

  return {
    listPage: (call, attempt) => attemptOn((reader, limited) => reader.listPage(call, limited), attempt),
    get: (call, attempt) => attemptOn((reader, limited) => reader.get(call, limited), attempt),
    listLocations: (call, attempt) => attemptOn((reader, limited) => reader.listLocations(call, limited), attempt),
  };
}

type Contact<Value> =
  | { readonly type: 'value'; readonly value: Value }
  /** An error of the API, or one that has nothing to do with the connection. */
  | { readonly type: 'answered'; readonly error: unknown }
  | { readonly type: 'none'; readonly reason: string };

async function firstContact<Value>(
  read: (attempt: Attempt) => Promise<Value>,
  attempt: Attempt,
  clock: Pick<TransportClock, 'wait'>,
): Promise<Contact<Value>> {
  const milliseconds = Math.min(FIRST_CONTACT, attempt.milliseconds / 3);
  try {
    const value = await withDeadline(
      (signal) => read({ ...attempt, milliseconds, signal }),
      attempt.signal,
      milliseconds,
      clock,
    );
    return { type: 'value', value };
  } catch (error) {
    attempt.signal.throwIfAborted();
    return isAnswer(error) ? { type: 'answered', error } : { type: 'none', reason: reasonOf(error) };
  }
}

/** Whether an error shows that the API was reached. */
function isAnswer(error: unknown): boolean {
  if (!(error instanceof ApiFailure)) {
    return false;
  }
  const { failure } = error;
  return failure.status === 'unavailable' ? failure.contact === 'answered' : failure.status !== 'malformed';
}

function reasonOf(error: unknown): string {
  return error instanceof ApiFailure || error instanceof DeadlineExceeded ? error.message : 'The client did not start.';
}
