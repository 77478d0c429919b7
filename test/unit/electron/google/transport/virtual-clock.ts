import { setImmediate as turn } from 'node:timers/promises';
import type { TransportClock } from '../../../../../electron/google/transport/transport.ts';

interface Waiter {
  readonly due: number;
  readonly resolve: () => void;
}

/** A clock whose time passes only when a test says so. */
export interface VirtualClock extends TransportClock {
  /** Lets time pass until nothing waits, or the promise has settled; returns what became of it. */
  settle<Value>(promise: Promise<Value>): Promise<PromiseSettledResult<Value>>;
  /** Lets so many milliseconds pass. */
  pass(milliseconds: number): Promise<void>;
}

/** Makes a clock that stands at 1,000,000 ms. */
export function createVirtualClock(): VirtualClock {
  let now = 1_000_000;
  let waiters: readonly Waiter[] = [];

  async function jumpTo(time: number): Promise<void> {
    now = time;
    const due = waiters.filter((waiter) => waiter.due <= now);
    waiters = waiters.filter((waiter) => waiter.due > now);
    for (const { resolve } of due) {
      resolve();
    }
    await turn();
  }

  function next(): number | undefined {
    return waiters.length === 0 ? undefined : Math.min(...waiters.map(({ due }) => due));
  }

  return {
    now: () => now,
    wait(milliseconds, signal) {
      return new Promise((resolve) => {
        const waiter = { due: now + milliseconds, resolve };
        waiters = [...waiters, waiter];
        signal.addEventListener('abort', () => {
          waiters = waiters.filter((each) => each !== waiter);
          resolve();
        });
        if (signal.aborted) {
          waiters = waiters.filter((each) => each !== waiter);
          resolve();
        }
      });
    },
    async settle(promise) {
      const state = { isSettled: false };
      const result = Promise.allSettled([promise]).then(([each]) => {
        state.isSettled = true;
        return each;
      });
      await turn();
      for (let due = next(); !state.isSettled && due !== undefined; due = next()) {
        await jumpTo(due);
      }
      return await result;
    },
    async pass(milliseconds) {
      const end = now + milliseconds;
      await turn();
      for (let due = next(); due !== undefined && due <= end; due = next()) {
        await jumpTo(due);
      }
      await jumpTo(end);
    },
  };
}
