import { rootCertificates } from 'node:tls';
import type { ChannelCredentials } from '@grpc/grpc-js';
import type { AuthClient } from 'google-auth-library';
import type { TransportNetwork } from '../transport.ts';
import { CLIENT_LOADERS } from './client-loaders.ts';
import type { ClientSource, VertexClients } from './collections.ts';
import { shareProtocol } from './shared-gax.ts';
import type { ClientOptions, GaxModule } from './shared-gax.ts';

/** Where a client's calls go. */
export interface ClientTarget {
  readonly host: string;
  readonly port: number;
}

/** The official clients, one for each service and region, made when they are first needed. */
export interface ClientPool {
  /** The clients of one region. */
  at(target: ClientTarget): ClientSource;
  /** Closes every client; the pool is of no use after that. */
  close(): Promise<void>;
}

/** A connection that has had no call for so long is closed; the next call opens another one. */
const IDLE_MILLISECONDS = 30_000;

/** Silence of a call after which the connection is tried. */
const KEEPALIVE_MILLISECONDS = 15_000;

type AnyClient = VertexClients[keyof VertexClients];

/** Makes a pool; the official package is loaded with the first client, and reads the environment then. */
export function createClientPool(parts: {
  readonly authClient: AuthClient;
  readonly network: Pick<TransportNetwork, 'certificates' | 'proxy'>;
  /** The most an answer may hold. */
  readonly answerBytes: number;
}): ClientPool {
  const clients = new Map<string, Promise<AnyClient>>();
  let runtime: Promise<{ readonly gax: GaxModule; readonly channel: ChannelCredentials }> | undefined;

  async function load(): Promise<{ readonly gax: GaxModule; readonly channel: ChannelCredentials }> {
    const gax = await import('google-gax');
    // It prints what fails, which every caller is told anyway.
    gax.grpc.setLogVerbosity(gax.grpc.logVerbosity.NONE);
    const { certificates } = parts.network;
    const roots = certificates.length === 0 ? null : Buffer.from([...rootCertificates, ...certificates].join('\n'));
    // One object for all clients: those of one region then share a connection.
    return { gax: shareProtocol(gax), channel: gax.grpc.credentials.createSsl(roots) };
  }

  async function create<Name extends keyof VertexClients>(
    name: Name,
    { host, port }: ClientTarget,
  ): Promise<VertexClients[Name]> {
    const { gax, channel } = await (runtime ??= load());
    const options: ClientOptions = {
      apiEndpoint: host,
      port,
      // Given, so that the client looks for no credentials of its own; the token is in the headers of each call.
      authClient: parts.authClient,
      sslCreds: channel,
      projectId: 'unused',
      enableTelemetryLogging: false,
      'grpc.client_idle_timeout_ms': IDLE_MILLISECONDS,
      // A connection that a changed network left dead is found before the attempt is over, and the next makes another one.
      'grpc.keepalive_time_ms': KEEPALIVE_MILLISECONDS,
      'grpc.keepalive_timeout_ms': KEEPALIVE_MILLISECONDS / 2,
      'grpc.max_receive_message_length': parts.answerBytes,
      // Else it would take what the environment says for plain http.
      'grpc.enable_http_proxy': parts.network.proxy === undefined ? 0 : 1,
    };
    const client = await CLIENT_LOADERS[name](options, gax);
    await client.initialize();
    return client;
  }

  return {
    at(target) {
      return async <Name extends keyof VertexClients>(name: Name) => {
        const key = `${name} ${target.host}:${target.port}`;
        const known = clients.get(key);
        if (known !== undefined) {
          // The key has the name, so the client is of that service.
          return (await known) as VertexClients[Name];
        }
        const client = create(name, target);
        clients.set(key, client);
        try {
          return await client;
        } catch (error) {
          clients.delete(key);
          throw error;
        }
      };
    },
    async close() {
      const made = await Promise.allSettled(clients.values());
      clients.clear();
      await Promise.allSettled(
        made.map(async (each) => {
          if (each.status === 'fulfilled') {
            await each.value.close();
          }
        }),
      );
    },
  };
}
