import { ApiFailure } from '../api-failure.ts';
import type { ApiFailureData } from '../api-failure.ts';
import { failureOfCredentials } from '../failures/auth-error.ts';
import { DeadlineExceeded } from './deadline.ts';

const FIRST_WAIT = 500;
const LONGEST_WAIT = 32_000;

/** Whether nothing was heard: no connection, one that broke (a firewall may end each at once), or no answer in time. */
export function isSilence(failure: ApiFailureData): boolean {
  return failure.status === 'timeout' || (failure.status === 'unavailable' && failure.contact !== 'answered');
}

/** Whether something of Google's, or on the way to it, answered. */
export function isAnswer(failure: ApiFailureData): boolean {
  const { status } = failure;
  return status === 'unavailable'
    ? failure.contact === 'answered'
    : !['timeout', 'cancelled', 'unauthenticated', 'endpoint-refused'].includes(status);
}

/** Milliseconds to wait before the next attempt, with full jitter; undefined if another one would not help. */
export function waitBefore(failure: ApiFailureData, retries: number, random: () => number): number | undefined {
  switch (failure.status) {
    case 'quota':
    case 'timeout':
    case 'unavailable':
      break;
    case 'malformed':
      if (failure.reason === 'truncated' || failure.reason === 'empty') {
        break;
      }
      return undefined;
    default:
      return undefined;
  }
  const asked = failure.status === 'quota' ? (failure.retryAfterSeconds ?? 0) * 1000 : 0;
  return asked + random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** retries);
}

/** What an error means for the caller. The error itself goes no further: it may hold what was sent. */
export function failureFrom(
  service: string,
  error: unknown,
  signal: AbortSignal,
  milliseconds: number,
): ApiFailureData {
  if (signal.aborted) {
    return { service, message: 'The call was cancelled.', status: 'cancelled' };
  }
  if (error instanceof DeadlineExceeded) {
    const message = `${service} gave no answer within ${milliseconds / 1000} seconds.`;
    return { service, message, status: 'timeout', milliseconds };
  }
  if (error instanceof ApiFailure) {
    return error.failure;
  }
  const data = failureOfCredentials(service, error);
  if (data !== undefined) {
    return data;
  }
  // An answer of a form that nothing here expects; its text is left out, since it may repeat what the answer holds.
  const told = error instanceof Error ? error.name : typeof error;
  const message = `The answer of ${service} could not be read (${told}).`;
  return { service, message, status: 'malformed', reason: 'wrong-shape' };
}
