import { describeAuthProblem } from '../../shared/errors/describe-auth-problem.ts';
import type { AuthProblem } from '../../shared/ipc/connect.ts';

/**
 * A problem with credentials on its way to the caller. It has no `cause`: what libraries and processes throw may hold a token.
 */
export class AuthFailure extends Error {
  readonly problem: AuthProblem;

  constructor(problem: AuthProblem) {
    super(describeAuthProblem(problem).message);
    this.name = 'AuthFailure';
    this.problem = problem;
  }
}
