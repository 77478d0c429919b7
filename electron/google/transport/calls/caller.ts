import { setMaxListeners } from 'node:events';
import { ApiFailure } from '../api-failure.ts';
import type { TransportClock, TransportCredentials, TransportLimits } from '../transport.ts';
import { orAborted } from './abort.ts';
import { createBreaker } from './breaker.ts';
import type { Admission, Breaker } from './breaker.ts';
import { withDeadline } from './deadline.ts';
import { failureFrom, isAnswer, isSilence, waitBefore } from './judge-failure.ts';
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

/** What is called. */
export interface CallTarget {
  readonly service: string;
  /** Region, for APIs with regional hosts. */
  readonly location?: string | undefined;
}

/** Makes calls: in turn, with deadlines, again where that may help. Rejects with an `ApiFailure` and nothing else. */
export type Caller = <Value>(
  target: CallTarget,
  attempt: (attempt: Attempt) => Promise<Value>,
  signal: AbortSignal | undefined,
) => Promise<Value>;

/** What all calls of one API share. */
interface Api {
  readonly limiter: Limiter;
  readonly breaker: Breaker;
}

/** A call that was not made, and is not to be tried again. */
class NotCalled extends ApiFailure {}

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
  const apis = new Map<string, Api>();
  let calls = 0;
  /** Counts how often the token was fetched anew. */
  let tokenEra = 0;
  let refreshing = Promise.resolve();

  function apiOf(service: string): Api {
    const api = apis.get(service) ?? {
      limiter: createLimiter(limits.parallelPerService, clock),
      breaker: createBreaker(clock.now),
    };
    apis.set(service, api);
    return api;
  }

  /** A token fetched by one call serves all whose token was refused before. */
  async function refreshToken(era: number, signal: AbortSignal): Promise<void> {
    if (era === tokenEra) {
      tokenEra += 1;
      refreshing = credentials.refresh();
    }
    await withDeadline(() => refreshing, signal, limits.attempt, clock);
  }

  /** One attempt in turn; `begin` is called when its turn has come, and may refuse it. */
  async function attemptInTurn<Value>(
    limiter: Limiter,
    attempt: (attempt: Attempt) => Promise<Value>,
    signal: AbortSignal,
    begin: () => Promise<void>,
  ): Promise<Value> {
    const run = async (inner: AbortSignal): Promise<Value> => {
      const headers = await credentials.headers();
      return await attempt({ signal: inner, headers, milliseconds: limits.attempt });
    };
    return await limiter.run(async () => {
      await orAborted(begin(), signal);
      return await withDeadline(run, signal, limits.attempt, clock);
    }, signal);
  }

  async function withRetries<Value>(
    { service, location = '' }: CallTarget,
    attempt: (attempt: Attempt) => Promise<Value>,
    signal: AbortSignal,
  ): Promise<Value> {
    const { limiter, breaker } = apiOf(service);
    const call = (calls += 1);
    let begun: number | undefined;
    let isRefreshed = false;
    for (let retries = 0; ;) {
      const era = tokenEra;
      let admission: Admission | undefined;
      try {
        const value = await attemptInTurn(limiter, attempt, signal, async () => {
          admission = await admitted(breaker, location, signal);
          begun ??= clock.now();
        });
        breaker.heard(location);
        return value;
      } catch (error) {
        if (error instanceof NotCalled) {
          throw error;
        }
        const failure = failureFrom(service, error, signal, limits.attempt);
        if (isSilence(failure)) {
          breaker.silent(location, call, failure);
        } else if (isAnswer(failure)) {
          breaker.heard(location);
        }
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
        admission?.end();
        await clock.wait(pause, signal);
      } finally {
        admission?.end();
      }
    }
  }

  return async (target, attempt, signal) => {
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
      return await withRetries(target, attempt, own.signal);
    } catch (error) {
      const failure = failureFrom(target.service, error, own.signal, limits.attempt);
      throw new ApiFailure({ ...failure, message: credentials.redact(failure.message) });
    } finally {
      for (const source of sources) {
        source.removeEventListener('abort', stop);
      }
    }
  };
}

/** Waits for what is known of a place; throws a `NotCalled` if a call to it is not worth making. */
async function admitted(breaker: Breaker, location: string, signal: AbortSignal): Promise<Admission> {
  const admission = await breaker.admit(location);
  if (signal.aborted) {
    // Nobody waits for it any more.
    admission.end();
  } else if (admission.refusal !== undefined) {
    throw new NotCalled(admission.refusal);
  }
  return admission;
}
