import { OAuth2Client } from 'google-auth-library';
import { SYSTEM_CLOCK } from '../../../../../electron/google/transport/clock.ts';
import { createTransport } from '../../../../../electron/google/transport/create-transport.ts';
import { createNetworkFetch } from '../../../../../electron/google/transport/rest/network-fetch.ts';
import type {
  GoogleTransport,
  TransportClock,
  TransportCredentials,
  TransportKind,
  TransportLimits,
  TransportNotice,
} from '../../../../../electron/google/transport/transport.ts';
import type { FakeGoogle } from '../../../../doubles/google/start.ts';

export const VERTEX = 'aiplatform.googleapis.com';

const SERVICES = [
  'artifactregistry',
  'cloudasset',
  'cloudkms',
  'cloudresourcemanager',
  'compute',
  'iam',
  'storage',
].map((name) => `${name}.googleapis.com`);

/** Credentials whose token the fake knows; Vertex AI is at its TLS port, everything else at its cleartext one. */
export function credentialsFor(
  fake: FakeGoogle,
  changes: Partial<TransportCredentials> & { readonly vertex?: string } = {},
): TransportCredentials {
  const { vertex = `https://localhost:${fake.tls.port}/`, ...others } = changes;
  return {
    authClient: new OAuth2Client(),
    headers: async () => await Promise.resolve({ authorization: `Bearer ${fake.accessToken}` }),
    refresh: async () => await Promise.reject(new Error('not expected')),
    redact: (text) => text,
    describe: () => ({ project: 'tidewater-ml-prod' }),
    endpointOverrides: new Map([
      ...SERVICES.map((service): [string, URL] => [service, new URL(fake.rest)]),
      [VERTEX, new URL(vertex)],
    ]),
    ...others,
  };
}

/** The computer's clock, but that pauses between attempts are skipped, and noted. */
export function hastyClock(pauses: number[] = []): TransportClock {
  let skipped = 0;
  return {
    now: () => SYSTEM_CLOCK.now() + skipped,
    async wait(milliseconds, signal) {
      // A deadline is whole; pauses have jitter, or are asked for by the fake.
      if (milliseconds === ATTEMPT || milliseconds === ATTEMPT / 3) {
        await SYSTEM_CLOCK.wait(milliseconds, signal);
      } else {
        pauses.push(milliseconds);
        skipped += milliseconds;
      }
    },
  };
}

const ATTEMPT = 6000;

/** A transport to the fake; to be closed. */
export function transportTo(
  fake: FakeGoogle,
  kind: TransportKind,
  changes: {
    readonly credentials?: TransportCredentials;
    readonly limits?: Partial<TransportLimits>;
    readonly clock?: TransportClock;
    readonly onNotice?: (notice: TransportNotice) => void;
    readonly certificates?: readonly string[];
    readonly random?: () => number;
  } = {},
): GoogleTransport {
  const network = { noProxy: [], certificates: changes.certificates ?? [fake.tls.ca] };
  return createTransport(changes.credentials ?? credentialsFor(fake), {
    kind,
    fetch: createNetworkFetch(network).fetch,
    clock: changes.clock ?? hastyClock(),
    random: changes.random ?? (() => 0.5),
    network,
    environment: {},
    limits: { attempt: ATTEMPT, ...changes.limits },
    ...(changes.onNotice === undefined ? {} : { onNotice: changes.onNotice }),
  });
}
