import type { TransportNetwork } from '../transport.ts';

/**
 * Variables that the official client and gRPC must not see: they would print whole jobs or tokens, run a command, or send
 * calls elsewhere.
 */
const DROPPED = [
  'GOOGLE_SDK_NODE_LOGGING',
  'GOOGLE_SDK_NODE_ENABLE_TRACING',
  'GRPC_TRACE',
  'GRPC_VERBOSITY',
  'GRPC_NODE_TRACE',
  'GRPC_NODE_VERBOSITY',
  'GOOGLE_API_USE_CLIENT_CERTIFICATE',
  'GOOGLE_API_USE_MTLS_ENDPOINT',
  'GOOGLE_CLOUD_UNIVERSE_DOMAIN',
];

/** Where gRPC looks for a proxy, in this order. */
const PROXIES = ['grpc_proxy', 'https_proxy', 'http_proxy'];

/** Brings a process's environment to what the official client may see. To be done before the client is loaded. */
export function prepareEnvironment(
  environment: Record<string, string | undefined>,
  network: Pick<TransportNetwork, 'proxy' | 'noProxy'>,
): void {
  for (const name of [...DROPPED, ...PROXIES, 'no_grpc_proxy']) {
    delete environment[name];
  }
  if (network.proxy !== undefined) {
    environment['grpc_proxy'] = network.proxy.href;
    environment['no_grpc_proxy'] = [...network.noProxy, ...LOOPBACK].join(',');
  }
}

/** Never reached through a proxy. */
export const LOOPBACK = ['localhost', '127.0.0.1', '::1'];
