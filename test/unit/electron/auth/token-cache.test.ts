import { expect, it } from 'vitest';
import { createTokenCache } from '../../../../electron/auth/token-cache.ts';
import type { TokenCache } from '../../../../electron/auth/token-cache.ts';
import type { AccessToken } from '../../../../electron/auth/token-source.ts';

interface Counted {
  readonly cache: TokenCache;
  /** What was asked of the source, in order. */
  readonly asked: boolean[];
  advance(milliseconds: number): void;
}

/** A cache over a source that counts its tokens; each ends after `lifetime` milliseconds. */
function counted(lifetime?: number): Counted {
  const asked: boolean[] = [];
  let now = 0;
  const cache = createTokenCache(
    async ({ renew }) => {
      asked.push(renew);
      const token: AccessToken = { token: `token-${asked.length}` };
      return await Promise.resolve(lifetime === undefined ? token : { ...token, expires: now + lifetime });
    },
    () => now,
  );
  return {
    cache,
    asked,
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}

it('fetches one token for all who ask at once, and keeps it until five minutes before its end', async () => {
  const { cache, asked, advance } = counted(3_600_000);
  await Promise.all([cache.current(), cache.current()]);
  advance(3_299_999);
  expect((await cache.current()).token).toBe('token-1');
  advance(1);
  expect([(await cache.current()).token, asked]).toStrictEqual(['token-2', [false, false]]);
});

it('asks again after a minute where the end of the token is not known', async () => {
  const { cache, advance } = counted();
  await cache.current();
  advance(59_999);
  expect((await cache.current()).token).toBe('token-1');
  advance(1);
  expect((await cache.current()).token).toBe('token-2');
});

it('renews once for all whose calls were refused with the same token, and again when that is refused later', async () => {
  const { cache, asked, advance } = counted(3_600_000);
  await cache.current();
  await Promise.all([cache.renew(), cache.renew()]);
  expect((await cache.renew()).token).toBe('token-2');
  advance(10_000);
  expect([(await cache.renew()).token, asked]).toStrictEqual(['token-3', [false, true, true]]);
});

it('tells when the token ends, and takes the tokens it gave out of texts', async () => {
  const { cache } = counted(3_600_000);
  expect(cache.expires()).toBeUndefined();
  await cache.current();
  await cache.renew();
  expect([cache.expires(), cache.redact('token-1, token-2 and token-3')]).toStrictEqual([
    3_600_000,
    '***, *** and token-3',
  ]);
});

it('asks the source again after it failed', async () => {
  let fails = true;
  const cache = createTokenCache(
    async () => await (fails ? Promise.reject(new Error('away')) : Promise.resolve({ token: 't' })),
    () => 0,
  );
  await expect(cache.current()).rejects.toThrow('away');
  fails = false;
  expect(await cache.current()).toStrictEqual({ token: 't' });
});
