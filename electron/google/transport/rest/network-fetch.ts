import { createSecureContext, rootCertificates } from 'node:tls';
import { Agent, EnvHttpProxyAgent, fetch } from 'undici';
import type { Dispatcher } from 'undici';
import type { TransportNetwork } from '../transport.ts';
import { LOOPBACK } from '../vertex/grpc-proxy.ts';

/** A fetch with connections of its own. */
export interface NetworkFetch {
  readonly fetch: typeof globalThis.fetch;
  /** Ends every connection. */
  close(): Promise<void>;
}

/** Connections to one host at once: as many as any API gets calls at once. */
const CONNECTIONS = 32;

/**
 * Makes a fetch that goes through the proxy and trusts the certificates it is given. Node's own fetch does neither by setting
 * (the proxy only from Node 24 on); this one is the same code as a package.
 */
export function createNetworkFetch(network: TransportNetwork): NetworkFetch {
  // One context for all connections: to read the authorities takes longer than the connection does.
  const { certificates } = network;
  const secureContext = createSecureContext(
    certificates.length === 0 ? {} : { ca: [...rootCertificates, ...certificates] },
  );
  const connect = { secureContext };
  const dispatcher: Dispatcher =
    network.proxy === undefined
      ? new Agent({ connect, connections: CONNECTIONS })
      : new EnvHttpProxyAgent({
          httpsProxy: network.proxy.href,
          httpProxy: network.proxy.href,
          noProxy: [...network.noProxy, ...LOOPBACK].join(','),
          connect,
          requestTls: connect,
          proxyTls: connect,
          connections: CONNECTIONS,
        });
  return {
    // Node's fetch has the types of the same code, in another version.
    fetch: ((input: Parameters<typeof fetch>[0], init: Parameters<typeof fetch>[1]) =>
      fetch(input, { ...init, dispatcher })) as unknown as typeof globalThis.fetch,
    close: () => dispatcher.destroy(),
  };
}
