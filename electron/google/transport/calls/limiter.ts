import pLimit from 'p-limit';
import type { TransportClock } from '../transport.ts';
import { orAborted } from './abort.ts';

/** Lets a limited number of calls of one API be under way at once. */
export interface Limiter {
  /** Makes a call when its turn comes; rejects at once when the signal is aborted. */
  run<Value>(call: () => Promise<Value>, signal: AbortSignal): Promise<Value>;
  /** To be called by a call that the API refused as one too many: none begins within so many milliseconds. */
  slowDown(milliseconds: number): void;
  /** Calls that may be under way now. */
  readonly limit: number;
}

/**
 * Makes a limiter. Additive increase, multiplicative decrease: the limit is halved when the API says that it is too many, once
 * for all calls that were then under way, and grows by one after as many answers as the limit is.
 */
export function createLimiter(most: number, clock: Pick<TransportClock, 'now' | 'wait'>): Limiter {
  const queue = pLimit(most);
  let answers = 0;
  let closedUntil = 0;
  /** Calls that began before the limit was last halved. */
  let older = 0;

  async function inTurn<Value>(call: () => Promise<Value>, signal: AbortSignal): Promise<Value> {
    signal.throwIfAborted();
    for (let closed = closedUntil - clock.now(); closed > 0; closed = closedUntil - clock.now()) {
      await clock.wait(closed, signal);
      signal.throwIfAborted();
    }
    const value = await call();
    answers += 1;
    if (answers >= queue.concurrency && queue.concurrency < most) {
      queue.concurrency += 1;
      answers = 0;
    }
    return value;
  }

  return {
    get limit() {
      return queue.concurrency;
    },
    run(call, signal) {
      const result = queue(async () => {
        try {
          return await inTurn(call, signal);
        } finally {
          older = Math.max(0, older - 1);
        }
      });
      return orAborted(result, signal);
    },
    slowDown(milliseconds) {
      closedUntil = Math.max(closedUntil, clock.now() + milliseconds);
      if (older === 0) {
        older = queue.activeCount;
        queue.concurrency = Math.max(1, Math.floor(queue.concurrency / 2));
        answers = 0;
      }
    },
  };
}
