import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildEstate, type EstateSize } from '../doubles/google/build-estate.ts';
import type { CallPattern } from '../doubles/google/calls.ts';
import type { FaultRule } from '../doubles/google/faults.ts';
import { gcloudEnvironment } from '../doubles/google/gcloud-environment.ts';
import { startFakeGoogle, type FakeGoogle } from '../doubles/google/start.ts';

/** A fake Google with somebody who is logged in to it. */
export interface LiveGoogle {
  readonly fake: FakeGoogle;
  /** Environment in which the app finds the login and the fake, and may connect in the stand-in runtime. */
  readonly environment: Readonly<Record<string, string>>;
  /** Every token there was so far. */
  readonly tokens: readonly string[];
  /** Logs in again: a new token is where the app looks for it, and the old one is good for nothing. */
  logIn(): Promise<void>;
  /** The token in use is refused from now on. */
  expire(): void;
  /** Such calls are not answered before the function that is returned is called. */
  hold(pattern: CallPattern): () => void;
  close(): Promise<void>;
}

/** Starts a fake Google of this size; the caller closes it. */
export async function startLiveGoogle(
  size: EstateSize,
  options: { readonly faults?: readonly FaultRule[]; readonly latencyMilliseconds?: number } = {},
): Promise<LiveGoogle> {
  const fake = await startFakeGoogle({ estate: buildEstate(size), ...options });
  const folder = await mkdtemp(join(tmpdir(), 'live-google-'));
  const tokenFile = join(folder, 'token');
  const tokens: string[] = [];
  function expire(): void {
    for (const token of tokens) fake.tokens.expire(token);
  }
  async function logIn(): Promise<void> {
    expire();
    const token = fake.tokens.issue({ email: 'reviewer@example.com' });
    tokens.push(token);
    await writeFile(tokenFile, token, { mode: 0o600 });
  }
  await logIn();
  return {
    fake,
    environment: {
      ...gcloudEnvironment(fake, {
        configurationFolder: join(folder, 'config'),
        tokenFile,
        project: fake.world.projects[0]?.id ?? '',
      }),
      VERTEX_LINEAGE_ALLOW_LIVE: '1',
    },
    tokens,
    logIn,
    expire,
    hold(pattern) {
      let release = (): void => undefined;
      const until = new Promise<void>((resolve) => {
        release = resolve;
      });
      fake.faults.add({ ...pattern, fault: { kind: 'hold', until } });
      return release;
    },
    async close() {
      await fake.close();
      await rm(folder, { recursive: true });
    },
  };
}
