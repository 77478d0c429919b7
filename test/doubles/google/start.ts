import { createCallLog } from './calls.ts';
import type { Calls } from './calls.ts';
import { createCertificates } from './certificates.ts';
import { createEngine } from './engine.ts';
import type { Estate } from './estate.ts';
import { createFaults } from './faults.ts';
import type { FaultRule, Faults } from './faults.ts';
import { createPageTokens } from './paging.ts';
import type { Continuation } from './paging.ts';
import { startGrpcServer, startProxy, startRestServer, startTlsServer } from './servers.ts';
import { createTokens } from './tokens.ts';
import type { Tokens } from './tokens.ts';
import { createWorld } from './world.ts';
import type { World } from './world.ts';

/** A running fake Google. Every server listens on 127.0.0.1 only. */
export interface FakeGoogle {
  /** `http://127.0.0.1:PORT/`: every REST service. */
  readonly rest: string;
  /** Cleartext gRPC for clients with insecure credentials. */
  readonly grpc: { readonly host: '127.0.0.1'; readonly port: number };
  /** gRPC and REST over TLS, to clients that trust `ca` (PEM). */
  readonly tls: { readonly host: 'localhost'; readonly port: number; readonly ca: string };
  /** `http://127.0.0.1:PORT`: a proxy for which Google's own host names are here. */
  readonly proxy: string;
  /** Targets (`HOST:443`) that clients asked the proxy for, refused ones too. */
  readonly proxied: readonly string[];
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
  const certificates = createCertificates(Date.now());
  const proxied: string[] = [];
  const rest = await startRestServer(engine);
  const grpc = await startGrpcServer(engine);
  const tls = await startTlsServer(engine, certificates);
  const proxy = await startProxy(tls.port, (target) => proxied.push(target));
  return {
    rest: `http://127.0.0.1:${rest.port}/`,
    grpc: { host: '127.0.0.1', port: grpc.port },
    tls: { host: 'localhost', port: tls.port, ca: certificates.ca },
    proxy: `http://127.0.0.1:${proxy.port}`,
    proxied,
    accessToken: tokens.issue({ email: 'reviewer@example.com' }),
    tokens,
    world,
    faults,
    calls,
    expirePageTokens: () => pageTokens.expireAll(),
    async close() {
      await Promise.all([rest, grpc, tls, proxy].map((server) => server.close()));
    },
  };
}
