import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCallLog } from './calls.ts';
import type { Calls } from './calls.ts';
import { createEngine } from './engine.ts';
import type { Estate } from './estate.ts';
import { createFaults } from './faults.ts';
import type { FaultRule, Faults } from './faults.ts';
import { createPageTokens } from './paging.ts';
import type { Continuation } from './paging.ts';
import { createRestListener } from './rest-server.ts';
import { createTokens } from './tokens.ts';
import type { Tokens } from './tokens.ts';
import { createWorld } from './world.ts';
import type { World } from './world.ts';

/** A running fake Google. Every server listens on 127.0.0.1 only. */
export interface FakeGoogle {
  /** `http://127.0.0.1:PORT/`: every REST service. */
  readonly rest: string;
  /** A token of `reviewer@example.com`, good for an hour. */
  readonly accessToken: string;
  readonly tokens: Tokens;
  readonly world: World;
  readonly faults: Pick<Faults, 'add' | 'clear'>;
  readonly calls: Calls;
  /** Every page token given out so far is refused from now on. */
  expirePageTokens(): void;
  close(): Promise<void>;
}

/** Starts a fake Google; the caller closes it. */
export async function startFakeGoogle(options: {
  readonly estate: Estate;
  readonly faults?: readonly FaultRule[];
  /** Every answer comes this much later. */
  readonly latencyMilliseconds?: number;
  /** How a page finds its place in a list that changed since the last; `cursor` if not given. */
  readonly continuation?: Continuation;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}): Promise<FakeGoogle> {
  const now = options.clock ?? Date.now;
  const world = createWorld(options.estate);
  const pageTokens = createPageTokens();
  const tokens = createTokens(now);
  const calls = createCallLog();
  const faults = createFaults(options.faults ?? []);
  const engine = createEngine({
    context: { world, pageTokens, tokens, continuation: options.continuation ?? 'cursor', now },
    calls,
    faults,
    latencyMilliseconds: options.latencyMilliseconds ?? 0,
  });
  const rest = createServer(createRestListener(engine));
  const restPort = await listen(rest);
  return {
    rest: `http://127.0.0.1:${restPort}/`,
    accessToken: tokens.issue({ email: 'reviewer@example.com' }),
    tokens,
    world,
    faults,
    calls,
    expirePageTokens: () => pageTokens.expireAll(),
    close: () => stop(rest),
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  return address.port;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}
