import { readFile } from 'node:fs/promises';
import { AuthFailure } from '../auth/auth-failure.ts';
import type { AuthHost } from '../auth/auth-host.ts';
import { readNetworkSettings } from '../auth/network-settings.ts';
import { nodeAuthHost } from '../auth/node-auth-host.ts';
import { openCredentials } from '../auth/open-credentials.ts';
import { describeSystemError } from '../files/describe-system-error.ts';
import type { CredentialChoice } from '../../shared/ipc/connect.ts';
import type { Connection } from './collector-services.ts';
import { SYSTEM_CLOCK } from './transport/clock.ts';
import { createTransport } from './transport/create-transport.ts';
import { createNetworkFetch } from './transport/rest/network-fetch.ts';
import type { TransportKind, TransportNetwork, TransportNotice } from './transport/transport.ts';

/** How to connect. */
export interface ConnectOptions {
  readonly transport: TransportKind;
  readonly notify: (notice: TransportNotice) => void;
}

/** Returns the host of this computer before it is known how the internet is reached: enough to read settings and sources. */
export function localAuthHost(): AuthHost {
  return nodeAuthHost({ fetch: globalThis.fetch });
}

/**
 * Opens credentials and what reads Google's APIs by them, the way this computer is set up (proxy, certificates, endpoints). Rejects
 * with an `AuthFailure`.
 */
export async function connectToGoogle(choice: CredentialChoice, options: ConnectOptions): Promise<Connection> {
  const local = localAuthHost();
  const { caFiles, ...settings } = await readNetworkSettings(choice, local);
  const network: TransportNetwork = { ...settings, certificates: await Promise.all(caFiles.map(readCertificate)) };
  const connections = createNetworkFetch(network);
  try {
    const credentials = await openCredentials(choice, { ...local, fetch: connections.fetch });
    const transport = createTransport(credentials, {
      kind: options.transport,
      fetch: connections.fetch,
      clock: SYSTEM_CLOCK,
      random: Math.random,
      network,
      environment: process.env,
      onNotice: options.notify,
    });
    return {
      credentials,
      transport,
      close: async () => {
        await transport.close();
        await connections.close();
      },
    };
  } catch (error) {
    await connections.close();
    throw error;
  }
}

async function readCertificate(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new AuthFailure({ kind: 'credentials-invalid', file, reason: describeSystemError(error) });
  }
}
