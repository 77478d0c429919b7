import type { ApiFailureData } from '../transport/api-failure.ts';
import type { CollectionGate } from './collect-types.ts';

/** A gate that somebody else opens: who shows the user what to do. */
export interface LoginGate extends CollectionGate {
  /** The user has logged in. */
  resume(): void;
  /** The user gives up. */
  stop(): void;
  /** Why it is closed, if it is. */
  readonly reason: ApiFailureData | undefined;
}

/** Makes an open gate; `onPause` is told when it closes. */
export function createLoginGate(onPause: (failure: ApiFailureData) => void): LoginGate {
  let reason: ApiFailureData | undefined;
  let waiting: ((outcome: 'resumed' | 'stopped') => void)[] = [];
  function open(outcome: 'resumed' | 'stopped'): void {
    reason = undefined;
    const all = waiting;
    waiting = [];
    for (const go of all) {
      go(outcome);
    }
  }
  return {
    async pause(failure) {
      if (reason === undefined) {
        reason = failure;
        onPause(failure);
      }
      return new Promise((resolve) => {
        waiting.push(resolve);
      });
    },
    resume: () => open('resumed'),
    stop: () => open('stopped'),
    get reason() {
      return reason;
    },
  };
}
