import { expect, it } from 'vitest';
import { createLimiter } from '../../../../../../electron/google/transport/calls/limiter.ts';
import { createVirtualClock } from '../virtual-clock.ts';

const { signal: NEVER } = new AbortController();

/** Calls that end when they are told to. */
function createCalls() {
  const ends: (() => void)[] = [];
  return {
    begun: () => ends.length,
    call: () => new Promise<void>((resolve) => ends.push(resolve)),
    end: (index: number) => ends[index]?.(),
  };
}

it('lets no more calls be under way than the limit, in the order they came', async () => {
  const clock = createVirtualClock();
  const limiter = createLimiter(2, clock);
  const calls = createCalls();
  const all = Promise.all([1, 2, 3].map(() => limiter.run(calls.call, NEVER)));
  await clock.pass(0);
  expect(calls.begun()).toBe(2);
  calls.end(0);
  await clock.pass(0);
  expect(calls.begun()).toBe(3);
  calls.end(1);
  calls.end(2);
  expect(await all).toHaveLength(3);
});

it('is halved once for all calls that were under way, and grows again by one after as many answers', async () => {
  const clock = createVirtualClock();
  const limiter = createLimiter(8, clock);
  const calls = createCalls();
  const all = Promise.all(Array.from({ length: 8 }, () => limiter.run(calls.call, NEVER)));
  await clock.pass(0);
  limiter.slowDown(0);
  limiter.slowDown(0);
  expect(limiter.limit).toBe(4);
  for (let index = 0; index < 8; index += 1) {
    calls.end(index);
  }
  await all;
  // Eight answers: four for 5, and four of the five for 6.
  expect(limiter.limit).toBe(5);
  for (let count = 0; count < 30; count += 1) {
    await limiter.run(async () => await Promise.resolve(), NEVER);
  }
  expect(limiter.limit).toBe(8);
  for (let count = 0; count < 5; count += 1) {
    limiter.slowDown(0);
  }
  expect(limiter.limit).toBe(1);
});

it('begins nothing before the time the API asked for is over', async () => {
  const clock = createVirtualClock();
  const limiter = createLimiter(2, clock);
  const calls = createCalls();
  limiter.slowDown(3000);
  const result = limiter.run(calls.call, NEVER);
  await clock.pass(2999);
  expect(calls.begun()).toBe(0);
  await clock.pass(1);
  expect(calls.begun()).toBe(1);
  calls.end(0);
  await result;
});

it('lets go of a call that waits for its turn as soon as it is cancelled, and of the turn too', async () => {
  const clock = createVirtualClock();
  const limiter = createLimiter(1, clock);
  const calls = createCalls();
  const stop = new AbortController();
  const first = limiter.run(calls.call, NEVER);
  const second = limiter.run(calls.call, stop.signal);
  const third = limiter.run(calls.call, NEVER);
  await clock.pass(0);
  stop.abort(new Error('enough'));
  await expect(second).rejects.toThrow('enough');
  calls.end(0);
  await clock.pass(0);
  expect(calls.begun()).toBe(2);
  calls.end(1);
  await Promise.all([first, third]);
});
