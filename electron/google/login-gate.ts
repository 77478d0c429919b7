import type { AuthProblem } from '../../shared/ipc/connect.ts';
import { AuthFailure } from '../auth/auth-failure.ts';
import type { Credentials } from '../auth/credentials.ts';
import type { CollectionGate } from './collect/collect-types.ts';

/** Hears what is wrong with the login while the gate is shut, and undefined when it opens. */
export type LoginListener = (problem: AuthProblem | undefined) => void;

/** A gate that the user opens. */
export interface LoginGate extends CollectionGate {
  answer(how: 'resumed' | 'stopped'): void;
}

/** Waits for a new login; what is wrong with the present one is asked of the credentials, which know the command that helps. */
export function createLoginGate(credentials: Pick<Credentials, 'refresh'>, tell: LoginListener): LoginGate {
  let answer: ((how: 'resumed' | 'stopped') => void) | undefined;
  return {
    async pause() {
      const problem = await loginProblem(credentials);
      const answered = new Promise<'resumed' | 'stopped'>((resolve) => {
        answer = resolve;
      });
      tell(problem);
      const how = await answered;
      answer = undefined;
      tell(undefined);
      return how;
    },
    answer: (how) => answer?.(how),
  };
}

async function loginProblem(credentials: Pick<Credentials, 'refresh'>): Promise<AuthProblem> {
  try {
    await credentials.refresh();
  } catch (error) {
    if (error instanceof AuthFailure) return error.problem;
  }
  return { kind: 'expired' };
}
