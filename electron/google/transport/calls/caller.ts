import { setMaxListeners } from 'node:events';
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
  /** Ends all calls. */
  readonly closed: AbortSignal;
}): Caller {
  const { credentials, clock, random, limits, closed } = parts;
  const limiters = new Map<string, Limiter>();
  /** Counts how often the token was fetched anew. */
  let tokenEra = 0;
  let refreshing = Promise.resolve();

  function limiterOf(service: string): Limiter {
    const limiter = limiters.get(service) ?? createLimiter(limits.parallelPerService, clock);
    limiters.set(service, limiter);
    return limiter;
  }

  /** A token fetched by one call serves all whose token was refused before. */
  async function refreshToken(era: number, signal: AbortSignal): Promise<void> {
    if (era === tokenEra) {
      tokenEra += 1;
      refreshing = credentials.refresh();
    }
    await withDeadline(() => refreshing, signal, limits.attempt, clock);
  }

  /** One attempt in turn; `begin` is called when its turn has come. */
  async function attemptInTurn<Value>(
    limiter: Limiter,
    attempt: (attempt: Attempt) => Promise<Value>,
    signal: AbortSignal,
    begin: () => void,
  ): Promise<Value> {
    const run = async (inner: AbortSignal): Promise<Value> => {
      const headers = await credentials.headers();
      return await attempt({ signal: inner, headers, milliseconds: limits.attempt });
    };
    return await limiter.run(() => {
      begin();
      return withDeadline(run, signal, limits.attempt, clock);
    }, signal);
  }

  async function withRetries<Value>(
    service: string,
    attempt: (attempt: Attempt) => Promise<Value>,
    signal: AbortSignal,
  ): Promise<Value> {
    const limiter = limiterOf(service);
    let begun: number | undefined;
    let isRefreshed = false;
    for (let retries = 0; ;) {
      const era = tokenEra;
      try {
        return await attemptInTurn(limiter, attempt, signal, () => {
          begun ??= clock.now();
        });
      } catch (error) {
        const failure = failureFrom(service, error, signal, limits.attempt);
        if (failure.status === 'unauthenticated' && !isRefreshed) {
          isRefreshed = true;
          await refreshToken(era, signal);
          continue;
        }
        if (failure.status === 'quota') {
          limiter.slowDown((failure.retryAfterSeconds ?? 0) * 1000);
        }
        const pause = waitBefore(failure, retries, random);
        const spent = clock.now() - (begun ?? clock.now());
        if (pause === undefined || retries >= limits.retries || spent + pause > limits.total) {
          throw error;
        }
        retries += 1;
        await clock.wait(pause, signal);
      }
    }
  }

  return async (service, attempt, signal) => {
    const own = new AbortController();
    const stop = (): void => own.abort();
    const sources = signal === undefined ? [closed] : [closed, signal];
    // Any number of calls may share a signal. Not AbortSignal.any, which leaks (https://github.com/nodejs/node/issues/54614).
    setMaxListeners(0, ...sources);
    for (const source of sources) {
      source.addEventListener('abort', stop, { once: true });
    }
    if (sources.some(({ aborted }) => aborted)) {
      stop();
    }
    try {
      return await withRetries(service, attempt, own.signal);
    } catch (error) {
      const failure = failureFrom(service, error, own.signal, limits.attempt);
      throw new ApiFailure({ ...failure, message: credentials.redact(failure.message) });
    } finally {
      for (const source of sources) {
        source.removeEventListener('abort', stop);
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
