import { describeAuthProblem } from '../../shared/errors/describe-auth-problem.ts';
import { redactCredentials } from '../../shared/errors/redact-credentials.ts';
import type { CollectorError } from '../../shared/ipc/collector-messages.ts';
import { AuthFailure } from '../auth/auth-failure.ts';
import { ApiFailure } from './transport/api-failure.ts';

/** Returns why something was not done, as data without a token. */
export function describeFailure(error: unknown): CollectorError {
  if (error instanceof AuthFailure) return { kind: 'auth', problem: error.problem };
  if (error instanceof ApiFailure) return { kind: 'api', message: redactCredentials(error.message) };
  return { kind: 'internal', reason: redactCredentials(error instanceof Error ? error.message : String(error)) };
}

/** Returns the reason in one sentence. */
export function textOfFailure(error: CollectorError): string {
  switch (error.kind) {
    case 'auth':
      return describeAuthProblem(error.problem).message;
    case 'api':
      return error.message;
    case 'internal':
      return error.reason;
  }
}
