import type { TransportNetwork } from '../transport.ts';

/** Hosts that are never reached through a proxy. */
export const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '::1'];

/** Tells gRPC its proxy in the only way it has, by the environment of the process; these variables come before all others. */
export function setGrpcProxy(
  environment: Record<string, string | undefined>,
  { proxy, noProxy }: Pick<TransportNetwork, 'proxy' | 'noProxy'>,
): void {
  if (proxy !== undefined) {
    environment['grpc_proxy'] = proxy.href;
    environment['no_grpc_proxy'] = [...noProxy, ...LOOPBACK].join(',');
  }
}
