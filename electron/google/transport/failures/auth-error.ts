import { AuthFailure } from '../../../auth/auth-failure.ts';
import type { ApiFailureData } from '../api-failure.ts';

/** Returns what a failure of the credentials means for a call; undefined if the error is none. */
export function failureOfCredentials(service: string, error: unknown): ApiFailureData | undefined {
  if (!(error instanceof AuthFailure)) {
    return undefined;
  }
  const { problem, message } = error;
  switch (problem.kind) {
    case 'unreachable':
      return { service, message, status: 'unavailable', contact: 'none' };
    case 'quota-project-missing':
      return { service, message, status: 'quota-project-required' };
    case 'endpoint-refused':
      return { service, message, status: 'endpoint-refused' };
    default:
      return { service, message, status: 'unauthenticated', problem };
  }
}
