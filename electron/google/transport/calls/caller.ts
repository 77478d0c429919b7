import { ApiFailure } from '../api-failure.ts';
import type { ApiFailureData } from '../api-failure.ts';
import { failureOfCredentials } from '../failures/auth-error.ts';
import type { TransportClock, TransportCredentials, TransportLimits } from '../transport.ts';
import { DeadlineExceeded, withDeadline } from './deadline.ts';
import { createLimiter } from './limiter.ts';
import type { Limiter } from './limiter.ts';

/** One attempt of a call. */
export interface Attempt {
  /** Aborted when the caller cancels and when the time of the attempt is over. */
  readonly signal: AbortSignal;
  /** With the token of the moment. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds the attempt may take. */
  readonly milliseconds: number;
}

/** Makes calls: in turn, with deadlines, again where that may help. Rejects with an `ApiFailure` and nothing else. */
export type Caller = <Value>(
  service: string,
  attempt: (attempt: Attempt) => Promise<Value>,
  signal: AbortSignal | undefined,
) => Promise<Value>;

const FIRST_WAIT = 500;
const LONGEST_WAIT = 32_000;

/** Makes the caller; each API has a limit of its own for calls at once. */
export function createCaller(parts: {
  readonly credentials: TransportCredentials;
  readonly clock: TransportClock;
  readonly random: () => number;
  readonly limits: TransportLimits;
}): Caller {
  const { credentials, clock, random, limits } = parts;
  const limiters = new Map<string, Limiter>();
  /** Counts how often the token was fetched anew. */
  let tokenEra = 0;

  function limiterOf(service: string): Limiter {
    const limiter = limiters.get(service) ?? createLimiter(limits.parallelPerService, clock);
    limiters.set(service, limiter);
    return limiter;
  }

  function failed(failure: ApiFailureData): ApiFailure {
    return new ApiFailure({ ...failure, message: credentials.redact(failure.message) });
  }

  /** A token fetched by one call serves all whose token was refused before. */
  async function refreshToken(service: string, era: number, signal: AbortSignal): Promise<void> {
    if (era !== tokenEra) {
      return;
    }
    tokenEra += 1;
    try {
      await withDeadline(() => credentials.refresh(), signal, limits.attempt, clock);
    } catch (error) {
      throw failed(failureFrom(service, error, signal, limits.attempt));
    }
  }

  return async (service, attempt, signal = new AbortController().signal) => {
    const limiter = limiterOf(service);
    const begun = clock.now();
    let refreshed = false;
    for (let retries = 0; ; retries += 1) {
      const era = tokenEra;
      try {
        return await limiter.run(
          () =>
            withDeadline(
              async (inner) => {
                const headers = await credentials.headers();
                return await attempt({ signal: inner, headers, milliseconds: limits.attempt });
              },
              signal,
              limits.attempt,
              clock,
            ),
          signal,
        );
      } catch (error) {
        const failure = failureFrom(service, error, signal, limits.attempt);
        if (failure.status === 'unauthenticated' && !refreshed) {
          refreshed = true;
          await refreshToken(service, era, signal);
          retries -= 1;
          continue;
        }
        const pause = waitBefore(failure, retries, random);
        if (failure.status === 'quota') {
          limiter.slowDown((failure.retryAfterSeconds ?? 0) * 1000);
        }
        if (pause === undefined || retries >= limits.retries || clock.now() + pause - begun > limits.total) {
          throw failed(failure);
        }
        await clock.wait(pause, signal);
      }
    }
  };
}

/** Milliseconds to wait before the next attempt, with full jitter; undefined if another one would not help. */
function waitBefore(failure: ApiFailureData, retries: number, random: () => number): number | undefined {
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
function failureFrom(service: string, error: unknown, signal: AbortSignal, milliseconds: number): ApiFailureData {
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
