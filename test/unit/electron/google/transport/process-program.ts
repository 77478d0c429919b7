import { dropRiskyVariables } from '../../../../../electron/auth/environment.ts';
import { ApiFailure } from '../../../../../electron/google/transport/api-failure.ts';
import { SYSTEM_CLOCK } from '../../../../../electron/google/transport/clock.ts';
import { createTransport } from '../../../../../electron/google/transport/create-transport.ts';
import { createNetworkFetch } from '../../../../../electron/google/transport/rest/network-fetch.ts';
import type {
  TransportCredentials,
  TransportKind,
  TransportNetwork,
} from '../../../../../electron/google/transport/transport.ts';
import type { JsonValue } from '../../../../../shared/json.ts';

/*
 * Runs in a process of its own, as the collecting process does, because a rejection that nobody handles ends a process, and the
 * environment is the process's: reads over each transport what every fault of the fake is planted in, and prints what came of
 * it as JSON. Whatever a library prints stands in the output, too.
 */

/** The program's only argument, as JSON. */
export interface ProgramInput {
  /** Google's own host names are reached through this proxy. */
  readonly proxy: string;
  readonly certificate: string;
  readonly token: string;
  readonly project: string;
  /** A location for each thing to read. */
  readonly locations: readonly string[];
}

/** By transport, what came of each location: how many jobs, or why none. */
export type ProgramOutput = Readonly<Record<string, Readonly<Record<string, JsonValue>>>>;

const input: ProgramInput = JSON.parse(process.argv[2] ?? '{}');
const proxied: TransportNetwork = {
  proxy: new URL(input.proxy),
  noProxy: ['metadata.google.internal'],
  certificates: [input.certificate],
};
dropRiskyVariables(process.env);
const { OAuth2Client } = await import('google-auth-library');

/** Nothing may come of this token: the client asks nobody for another one. */
const credentials: TransportCredentials = {
  authClient: new OAuth2Client(),
  headers: async () => await Promise.resolve({ authorization: `Bearer ${input.token}` }),
  refresh: async () => await Promise.resolve(),
  redact: (text) => text,
  describe: () => ({}),
  endpointOverrides: new Map(),
};

async function readAll(
  kind: TransportKind,
  locations: readonly string[],
  network: TransportNetwork,
): Promise<Readonly<Record<string, JsonValue>>> {
  const connections = createNetworkFetch(network);
  const transport = createTransport(credentials, {
    kind,
    fetch: connections.fetch,
    clock: SYSTEM_CLOCK,
    random: () => 0,
    limits: { attempt: 6000, retries: 0 },
    network,
    environment: process.env,
  });
  const results: Record<string, JsonValue> = {};
  await Promise.all(
    locations.map(async (location) => {
      try {
        const parent = `projects/${input.project}/locations/${location}`;
        const { items } = await transport.listPage({ kind: 'gcp-ai-platform-custom-job', parent });
        results[location] = items.length;
      } catch (error) {
        results[location] = error instanceof ApiFailure ? error.failure.status : 'not an ApiFailure';
      }
    }),
  );
  const late = transport.listLocations({ project: input.project }).catch((error: unknown) => error);
  await transport.close();
  await connections.close();
  const closed = await late;
  results['closed'] = closed instanceof ApiFailure ? closed.failure.status : 'not an ApiFailure';
  return results;
}

// Loading Google's client takes seconds on a busy machine, which is not what the deadline is about.
const { JobServiceClient } = await import('@google-cloud/aiplatform/build/src/v1/job_service_client.js');
await new JobServiceClient({ authClient: credentials.authClient, projectId: 'unused' }).close();

const nobody = { ...proxied, proxy: new URL('http://127.0.0.1:9') };
const [first = ''] = input.locations;
// Both at once: most of the time is waiting for an answer that never comes. gRPC has one network for the whole process.
const [grpc, rest] = await Promise.all([
  readAll('grpc', input.locations, proxied),
  readAll('rest', input.locations, proxied),
]);
const [withoutGrpc, withoutRest] = await Promise.all([
  readAll('grpc', [first], nobody),
  readAll('rest', [first], nobody),
]);
const output: ProgramOutput = {
  grpc,
  rest,
  'no proxy for grpc': withoutGrpc,
  'no proxy for rest': withoutRest,
};
// What is left to happen happens before the process ends by itself: a handle left open would keep it.
process.stdout.write(JSON.stringify(output));
