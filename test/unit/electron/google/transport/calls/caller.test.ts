import { OAuth2Client } from 'google-auth-library';
import { describe, expect, it } from 'vitest';
import { AuthFailure } from '../../../../../../electron/auth/auth-failure.ts';
import { ApiFailure } from '../../../../../../electron/google/transport/api-failure.ts';
import type { ApiFailureData } from '../../../../../../electron/google/transport/api-failure.ts';
import { createCaller } from '../../../../../../electron/google/transport/calls/caller.ts';
import type { Attempt, Caller } from '../../../../../../electron/google/transport/calls/caller.ts';
import type { TransportCredentials } from '../../../../../../electron/google/transport/transport.ts';
import { createVirtualClock } from '../virtual-clock.ts';
import type { VirtualClock } from '../virtual-clock.ts';

const SERVICE = 'cloudkms.googleapis.com';
const API = { service: SERVICE };
const LIMITS = { parallelPerService: 4, attempt: 30_000, total: 120_000, retries: 5, answerBytes: 1000 };

const UNREACHED: ApiFailureData = { service: SERVICE, message: 'no network', status: 'unavailable', contact: 'none' };
const UNAVAILABLE: ApiFailureData = { service: SERVICE, message: 'down', status: 'unavailable', contact: 'answered' };
const DENIED: ApiFailureData = { service: SERVICE, message: 'no', status: 'denied' };
const REFUSED: ApiFailureData = {
  service: SERVICE,
  message: 'bad token',
  status: 'unauthenticated',
  problem: { kind: 'refused', reason: 'bad token' },
};

interface Parts {
  readonly clock: VirtualClock;
  readonly caller: Caller;
  readonly closed: AbortController;
  readonly refreshes: () => number;
}

function parts(changes: Partial<TransportCredentials> = {}): Parts {
  const clock = createVirtualClock();
  const closed = new AbortController();
  let refreshes = 0;
  const credentials: TransportCredentials = {
    authClient: new OAuth2Client(),
    headers: async () => await Promise.resolve({ authorization: `Bearer ${refreshes}` }),
    async refresh() {
      await clock.wait(100, closed.signal);
      refreshes += 1;
    },
    redact: (text) => text.replaceAll('secret', '[…]'),
    describe: () => ({}),
    endpointOverrides: new Map(),
    ...changes,
  };
  const caller = createCaller({ credentials, clock, random: () => 0.5, limits: LIMITS, closed: closed.signal });
  return { clock, caller, closed, refreshes: () => refreshes };
}

/** A call that fails as given, one after the other, and then answers; with the times of its attempts. */
function failing(clock: VirtualClock, failures: readonly ApiFailureData[]) {
  const times: number[] = [];
  const begun = clock.now();
  return {
    times,
    attempt: async () => {
      const failure = failures[times.length];
      times.push(clock.now() - begun);
      return await (failure === undefined ? Promise.resolve('answer') : Promise.reject(new ApiFailure(failure)));
    },
  };
}

function failureOf(result: PromiseSettledResult<unknown>): unknown {
  const reason: unknown = result.status === 'rejected' ? result.reason : undefined;
  return reason instanceof ApiFailure ? reason.failure : reason;
}

describe('again', () => {
  it('tries what may pass, after pauses that double on average', async () => {
    const { clock, caller } = parts();
    const { times, attempt } = failing(clock, [UNAVAILABLE, UNAVAILABLE, UNAVAILABLE, UNAVAILABLE, UNAVAILABLE]);
    const result = await clock.settle(caller(API, attempt, undefined));
    expect(result).toStrictEqual({ status: 'fulfilled', value: 'answer' });
    expect(times).toStrictEqual([0, 250, 750, 1750, 3750, 7750]);
  });

  it('gives up after five times', async () => {
    const { clock, caller } = parts();
    const { times, attempt } = failing(
      clock,
      Array.from({ length: 9 }, () => UNAVAILABLE),
    );
    expect(failureOf(await clock.settle(caller(API, attempt, undefined)))).toStrictEqual(UNAVAILABLE);
    expect(times).toHaveLength(6);
  });

  it('does not try what would be refused again', async () => {
    const { clock, caller } = parts();
    const { times, attempt } = failing(clock, [DENIED]);
    expect(failureOf(await clock.settle(caller(API, attempt, undefined)))).toStrictEqual(DENIED);
    expect(times).toStrictEqual([0]);
  });

  it('waits as long as the API asks, and lets no other call of that API begin before', async () => {
    const { clock, caller } = parts();
    const quota: ApiFailureData = { service: SERVICE, message: 'slow', status: 'quota', retryAfterSeconds: 7 };
    const first = failing(clock, [quota]);
    const other = failing(clock, []);
    const elsewhere = failing(clock, []);
    const call = caller(API, first.attempt, undefined);
    await clock.pass(1);
    const calls = [
      caller(API, other.attempt, undefined),
      caller({ service: 'iam.googleapis.com' }, elsewhere.attempt, undefined),
    ];
    await clock.settle(Promise.all([call, ...calls]));
    expect([first.times, other.times, elsewhere.times]).toStrictEqual([[0, 7250], [7000], [1]]);
  });

  it('gives up at once where the API asks for more time than a call may take', async () => {
    const { clock, caller } = parts();
    const quota: ApiFailureData = { service: SERVICE, message: 'slow', status: 'quota', retryAfterSeconds: 600 };
    const { times, attempt } = failing(clock, [quota]);
    expect(failureOf(await clock.settle(caller(API, attempt, undefined)))).toStrictEqual(quota);
    expect(times).toStrictEqual([0]);
  });
});

describe('a deadline', () => {
  it('ends an attempt that is not answered, and after two minutes the call', async () => {
    const { clock, caller } = parts();
    const signals: AbortSignal[] = [];
    const attempt = ({ signal }: Attempt) => {
      signals.push(signal);
      return new Promise<never>(() => undefined);
    };
    const begun = clock.now();
    expect(failureOf(await clock.settle(caller(API, attempt, undefined)))).toStrictEqual({
      service: SERVICE,
      message: `${SERVICE} gave no answer within 30 seconds.`,
      status: 'timeout',
      milliseconds: 30_000,
    });
    expect(clock.now() - begun).toBeLessThanOrEqual(150_000);
    expect(signals.map(({ aborted }) => aborted)).toStrictEqual([true, true, true, true]);
  });

  it('does not count the time a call waits for its turn', async () => {
    const { clock, caller } = parts();
    const slow = () => clock.wait(29_000, new AbortController().signal);
    const before = Array.from({ length: 40 }, () => caller(API, slow, undefined));
    const { attempt } = failing(clock, [UNAVAILABLE]);
    const last = caller(API, attempt, undefined);
    const results = await clock.settle(Promise.all([...before, last]));
    expect(results.status).toBe('fulfilled');
  });
});

describe('a cancelled call', () => {
  const CANCELLED = { service: SERVICE, message: 'The call was cancelled.', status: 'cancelled' };

  it('ends at once: in an attempt, in a pause, in the queue, and before it began', async () => {
    const { clock, caller } = parts();
    const stop = new AbortController();
    const hanging = Array.from({ length: 4 }, () =>
      caller(API, () => new Promise<never>(() => undefined), stop.signal),
    );
    const queued = caller(API, failing(clock, []).attempt, stop.signal);
    const paused = caller({ service: 'iam.googleapis.com' }, failing(clock, [UNAVAILABLE]).attempt, stop.signal);
    await clock.pass(10);
    const begun = clock.now();
    stop.abort();
    const late = caller(API, failing(clock, []).attempt, stop.signal);
    const results = await Promise.allSettled([...hanging, queued, late, paused]);
    expect(results.map(failureOf)).toStrictEqual([
      ...Array.from({ length: 6 }, () => CANCELLED),
      { ...CANCELLED, service: 'iam.googleapis.com' },
    ]);
    expect(clock.now()).toBe(begun);
  });

  it('ends when the transport is closed', async () => {
    const { clock, caller, closed } = parts();
    const call = caller(API, () => new Promise<never>(() => undefined), undefined);
    await clock.pass(10);
    closed.abort();
    expect(failureOf(await clock.settle(call))).toStrictEqual(CANCELLED);
  });
});

describe('a token that is refused', () => {
  it('is fetched anew once, for all calls that had it', async () => {
    const { clock, caller, refreshes } = parts();
    const used: (string | undefined)[] = [];
    const attempt = async ({ headers: { authorization } }: Attempt) => {
      used.push(authorization);
      return await (authorization === 'Bearer 0' ? Promise.reject(new ApiFailure(REFUSED)) : Promise.resolve('answer'));
    };
    const late = async (given: Attempt) => {
      await clock.wait(50, given.signal);
      return await attempt(given);
    };
    const result = await clock.settle(
      Promise.all([caller(API, attempt, undefined), caller(API, attempt, undefined), caller(API, late, undefined)]),
    );
    expect(result.status).toBe('fulfilled');
    expect(used).toStrictEqual(['Bearer 0', 'Bearer 0', 'Bearer 0', 'Bearer 1', 'Bearer 1', 'Bearer 1']);
    expect(refreshes()).toBe(1);
  });

  it('that is refused again is the user’s to deal with', async () => {
    const { clock, caller, refreshes } = parts();
    const { times, attempt } = failing(clock, [REFUSED, REFUSED, REFUSED]);
    expect(failureOf(await clock.settle(caller(API, attempt, undefined)))).toStrictEqual(REFUSED);
    expect([times.length, refreshes()]).toStrictEqual([2, 1]);
  });

  it('that cannot be fetched says what the credentials say', async () => {
    const problem = { kind: 'expired', command: 'gcloud auth login' } as const;
    const { clock, caller } = parts({
      refresh: async () => await Promise.reject(new AuthFailure(problem)),
      headers: async () => await Promise.reject(new AuthFailure(problem)),
    });
    expect(failureOf(await clock.settle(caller(API, failing(clock, []).attempt, undefined)))).toStrictEqual({
      service: SERVICE,
      message: new AuthFailure(problem).message,
      status: 'unauthenticated',
      problem,
    });
  });
});

describe('a network that is gone', () => {
  const REGIONS = Array.from({ length: 30 }, (_item, index) => ({ service: SERVICE, location: `region-${index}` }));

  /** Calls that go through while `isUp`, with the count of their attempts. */
  function network(clock: VirtualClock, failure: ApiFailureData = UNREACHED) {
    const state = { isUp: false, attempts: 0 };
    const attempt = async () => {
      state.attempts += 1;
      await clock.wait(5, new AbortController().signal);
      return await (state.isUp ? Promise.resolve('answer') : Promise.reject(new ApiFailure(failure)));
    };
    return { state, attempt };
  }

  /** Three calls for each region, sixteen at a time. */
  async function collect(caller: Caller, attempt: () => Promise<unknown>): Promise<readonly unknown[]> {
    const waiting = [...REGIONS, ...REGIONS, ...REGIONS];
    const failures: unknown[] = [];
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let region = waiting.shift(); region !== undefined; region = waiting.shift()) {
          const [result] = await Promise.allSettled([caller(region, attempt, undefined)]);
          failures.push(failureOf(result));
        }
      }),
    );
    return failures;
  }

  it.each(['none', 'lost'] as const)('costs all calls together less than a minute (%s)', async (contact) => {
    const { clock, caller } = parts();
    const gone = { ...UNREACHED, contact };
    const { state, attempt } = network(clock, gone);
    const begun = clock.now();
    const result = await clock.settle(collect(caller, attempt));
    const spent = clock.now() - begun;
    expect([spent > 20_000, spent < 60_000, state.attempts < 300]).toStrictEqual([true, true, true]);
    const failures = valueOf(result);
    expect(failures).toHaveLength(90);
    expect(failures.at(-1)).toStrictEqual({
      ...gone,
      message: 'Not called, since nothing has answered since 1970-01-01T00:16:40Z: no network',
    });
  });

  it('is found to be there again by one call every five seconds', async () => {
    const { clock, caller } = parts();
    const { state, attempt } = network(clock);
    await clock.settle(collect(caller, attempt));
    const before = state.attempts;
    await clock.pass(5000);
    await clock.settle(Promise.allSettled(REGIONS.map((region) => caller(region, attempt, undefined))));
    expect(state.attempts).toBe(before + 1);
    state.isUp = true;
    await clock.pass(5000);
    expect(valueOf(await clock.settle(collect(caller, attempt)))).toStrictEqual(Array.from({ length: 90 }));
  });

  it('that is back after five seconds costs no call', async () => {
    const { clock, caller } = parts();
    const { state, attempt } = network(clock);
    const calls = Promise.all(REGIONS.slice(0, 5).map((region) => caller(region, attempt, undefined)));
    await clock.pass(5000);
    state.isUp = true;
    expect(await clock.settle(calls)).toMatchObject({ status: 'fulfilled' });
  });

  it('in one region leaves the others alone, also where it merely does not answer', async () => {
    const { clock, caller } = parts();
    const [silent, other] = [
      { service: SERVICE, location: 'silent' },
      { service: SERVICE, location: 'other' },
    ];
    const hang = () => new Promise<never>(() => undefined);
    const calls = Array.from({ length: 12 }, () => caller(silent, hang, undefined));
    const begun = clock.now();
    const results = await clock.settle(Promise.allSettled(calls));
    // Twelve calls of four attempts would take three minutes.
    expect(clock.now() - begun).toBeLessThan(100_000);
    expect(valueOf(results).map((each) => failureOf(each))).toStrictEqual(
      calls.map((): unknown => expect.objectContaining({ status: 'timeout' })),
    );
    expect(await clock.settle(caller(other, failing(clock, []).attempt, undefined))).toMatchObject({ value: 'answer' });
  });
});

/** The value of a promise that was fulfilled. */
function valueOf<Value>(settled: PromiseSettledResult<Value>): Value {
  if (settled.status === 'rejected') {
    throw new Error('rejected', { cause: settled.reason });
  }
  return settled.value;
}

it('lets no token and no error of a library out', async () => {
  const { clock, caller } = parts();
  const told = { ...DENIED, message: 'no secret here' };
  const first = await clock.settle(caller(API, failing(clock, [told]).attempt, undefined));
  expect(failureOf(first)).toStrictEqual({ ...DENIED, message: 'no […] here' });
  const broken = caller(API, async () => await Promise.reject(new TypeError('secret of a library')), undefined);
  expect(failureOf(await clock.settle(broken))).toStrictEqual({
    service: SERVICE,
    message: `The answer of ${SERVICE} could not be read (TypeError).`,
    status: 'malformed',
    reason: 'wrong-shape',
  });
});
