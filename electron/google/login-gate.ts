import type { AuthProblem } from '../../shared/ipc/connect.ts';
import type { CollectionGate } from './collect/collect-types.ts';

/** Hears what is wrong with the login while the gate is shut, and undefined when it opens. */
export type LoginListener = (problem: AuthProblem | undefined) => void;

/** A gate that the user opens. */
export interface LoginGate extends CollectionGate {
  answer(how: 'resumed' | 'stopped'): void;
}

/** Returns a gate at which a collection waits until the user has logged in again, or gives up. */
export function createLoginGate(tell: LoginListener): LoginGate {
  let answer: ((how: 'resumed' | 'stopped') => void) | undefined;
  return {
    async pause(failure) {
      const answered = new Promise<'resumed' | 'stopped'>((resolve) => {
        answer = resolve;
      });
      tell(failure.status === 'unauthenticated' ? failure.problem : { kind: 'expired' });
      const how = await answered;
      answer = undefined;
      tell(undefined);
      return how;
    },
    answer: (how) => answer?.(how),
  };
}
