import { setTimeout as sleep } from 'node:timers/promises';
import type { TransportClock } from './transport.ts';

/** The time of this computer. */
export const SYSTEM_CLOCK: TransportClock = {
  now: () => Date.now(),
  async wait(milliseconds, signal) {
    try {
      await sleep(milliseconds, undefined, { signal });
    } catch {
      // Only the signal ends it early.
    }
  },
};
