import { monitorEventLoopDelay } from 'node:perf_hooks';
import { OAuth2Client } from 'google-auth-library';
import type { TransportCredentials } from '../../../electron/google/transport/transport.ts';
import type { CollectionRequest } from '../../../shared/ipc/connect.ts';
import { peakMemory } from '../timing.ts';
import type { Listing, ListingResult } from './listing.ts';

/** A process that lists custom jobs in one of several ways and prints what it took, as JSON. */
const listing = JSON.parse(process.argv[2] ?? '{}') as Listing;
const JOBS = 'gcp-ai-platform-custom-job';
const parent = `projects/${listing.project}/locations/${listing.location}`;
const headers = { authorization: `Bearer ${listing.token}` };

// Whoever lists has a token: what signing in takes is not measured, nor is its library.
const delays = monitorEventLoopDelay({ resolution: 2 });
delays.enable();
const begun = performance.now();
const jobs = await ways()[listing.way]();
const result: ListingResult = {
  jobs,
  milliseconds: performance.now() - begun,
  memory: peakMemory(),
  longestBlock: delays.max / 1e6,
};
process.stdout.write(JSON.stringify(result), () => process.exit(0));

function ways(): Readonly<Record<Listing['way'], () => Promise<number>>> {
  return { pages: listPages, collection: collectAll, client: listWithClient, fetch: listWithFetch };
}

async function connect() {
  const { SYSTEM_CLOCK } = await import('../../../electron/google/transport/clock.ts');
  const { createTransport } = await import('../../../electron/google/transport/create-transport.ts');
  const { createNetworkFetch } = await import('../../../electron/google/transport/rest/network-fetch.ts');
  // Without TLS none is needed, as plain fetch has none.
  const network = { noProxy: [], certificates: listing.transport === 'grpc' ? [listing.certificate] : [] };
  const vertex = listing.transport === 'grpc' ? `https://localhost:${listing.tlsPort}/` : listing.restAddress;
  const credentials: TransportCredentials = {
    authClient: new OAuth2Client(),
    headers: async () => await Promise.resolve(headers),
    refresh: async () => await Promise.resolve(),
    redact: (text) => text,
    describe: () => ({}),
    endpointOverrides: new Map([['aiplatform.googleapis.com', new URL(vertex)]]),
  };
  return createTransport(credentials, {
    kind: listing.transport,
    fetch: createNetworkFetch(network).fetch,
    clock: SYSTEM_CLOCK,
    random: Math.random,
    network,
    environment: process.env,
  });
}

async function listPages(): Promise<number> {
  const transport = await connect();
  let count = 0;
  let token: { readonly pageToken?: string } | undefined = {};
  while (token !== undefined) {
    const { items, nextPageToken }: { items: readonly object[]; nextPageToken?: string } = await transport.listPage({
      kind: JOBS,
      parent,
      ...token,
    });
    count += items.length;
    token = nextPageToken === undefined ? undefined : { pageToken: nextPageToken };
  }
  return count;
}

async function collectAll(): Promise<number> {
  const { collect } = await import('../../../electron/google/collect/collect.ts');
  const { recordLine } = await import('../../../shared/inventory/collection/write-record.ts');
  const request: CollectionRequest = {
    projects: [listing.project],
    locations: [listing.location],
    kinds: [JOBS],
    depth: 0,
    assets: 'off',
    transport: listing.transport,
  };
  const stream = collect(request, {
    transport: await connect(),
    now: Date.now,
    gate: { pause: async () => await Promise.resolve('stopped') },
    signal: new AbortController().signal,
    toolVersion: '0',
    mode: { type: 'fresh' },
  });
  let count = 0;
  for await (const record of stream) {
    if (record.type === 'document') {
      // As it goes to the window and to the disk.
      count += recordLine(record).length > 0 ? 1 : 0;
    }
  }
  return count;
}

async function listWithClient(): Promise<number> {
  const { credentials } = await import('@grpc/grpc-js');
  const { JobServiceClient } = await import('@google-cloud/aiplatform/build/src/v1/job_service_client.js');
  const client = new JobServiceClient({
    apiEndpoint: 'localhost',
    port: listing.tlsPort,
    authClient: new OAuth2Client(),
    projectId: listing.project,
    sslCreds: credentials.createSsl(Buffer.from(listing.certificate)),
  });
  let count = 0;
  let request: object | null = { parent, pageSize: 100 };
  while (request !== null) {
    const options = { autoPaginate: false, otherArgs: { headers: { ...headers } } };
    const [rows, next]: readonly [readonly object[], object | null, unknown] = await client.listCustomJobs(
      request,
      options,
    );
    count += rows.length;
    request = next;
  }
  return count;
}

async function listWithFetch(): Promise<number> {
  let count = 0;
  let pageToken: string | undefined = '';
  while (pageToken !== undefined) {
    const address: string = `${listing.restAddress}v1/${parent}/customJobs?pageSize=100&pageToken=${encodeURIComponent(pageToken)}`;
    const response = await fetch(address, { headers });
    const page = (await response.json()) as { customJobs?: readonly object[]; nextPageToken?: string };
    count += page.customJobs?.length ?? 0;
    pageToken = page.nextPageToken;
  }
  return count;
}
