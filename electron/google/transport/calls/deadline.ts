import type { TransportClock } from '../transport.ts';
import { orAborted } from './abort.ts';

/** The time is over. */
export class DeadlineExceeded extends Error {
  constructor(milliseconds: number) {
    super(`Not done within ${milliseconds / 1000} seconds.`);
    this.name = 'DeadlineExceeded';
  }
}

/**
 * Runs with a signal that is aborted when the outer one is and when the time is over. Rejects at once then, with a
 * `DeadlineExceeded` or the outer signal's reason, whatever the work makes of its signal.
 */
export async function withDeadline<Value>(
  run: (signal: AbortSignal) => Promise<Value>,
  outer: AbortSignal,
  milliseconds: number,
  clock: Pick<TransportClock, 'wait'>,
): Promise<Value> {
  outer.throwIfAborted();
  const inner = new AbortController();
  const finished = new AbortController();
  const stop = (): void => inner.abort(outer.reason);
  outer.addEventListener('abort', stop, { once: true });
  const timer = clock.wait(milliseconds, finished.signal).then(() => inner.abort(new DeadlineExceeded(milliseconds)));
  try {
    return await orAborted(run(inner.signal), inner.signal);
  } finally {
    outer.removeEventListener('abort', stop);
    finished.abort();
    await timer;
  }
}
