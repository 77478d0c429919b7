import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildEstate } from '../../doubles/google/build-estate.ts';
import { gcloudEnvironment } from '../../doubles/google/gcloud-environment.ts';
import { startFakeGoogle } from '../../doubles/google/start.ts';
import type { FakeGoogle } from '../../doubles/google/start.ts';
import type { BenchOptions, Figure } from '../figure.ts';
import type { Listing, ListingResult } from '../live/listing.ts';
import { percentile } from '../timing.ts';

const run = promisify(execFile);
const JOBS = 10_000;
const PROJECT = 'ml-project-1';
const LOCATION = 'us-central1';
/** Milliseconds to a far region and back. */
const LATENCY = 150;
/** Each is run so often, in turns, and the median counts. */
const RUNS = 3;

/** How long 10,000 jobs take to list from a fake Google on this machine, next to other clients. */
export async function measureLive({ full }: BenchOptions): Promise<Figure[]> {
  const near = await listInTurns(0, [
    ['pages', 'grpc'],
    ['pages', 'rest'],
    ['collection', 'grpc'],
    ['collection', 'rest'],
    ['client', 'grpc'],
    ['fetch', 'rest'],
  ]);
  const far = await listInTurns(LATENCY, [
    ['collection', 'grpc'],
    ['collection', 'rest'],
    ['client', 'grpc'],
    ['fetch', 'rest'],
  ]);
  const client = { name: 'the bare official client', value: near('client', 'grpc').milliseconds };
  const plain = { name: 'plain fetch', value: near('fetch', 'rest').milliseconds };
  const farClient = { name: 'the bare official client', value: far('client', 'grpc').milliseconds };
  const farPlain = { name: 'plain fetch', value: far('fetch', 'rest').milliseconds };
  const gcloud = full ? await listWithGcloud() : undefined;
  const collected = near('collection', 'grpc');
  return [
    time('10,000 jobs listed over gRPC', near('pages', 'grpc'), client, 1.3),
    time('10,000 jobs listed over REST', near('pages', 'rest'), plain, 2),
    time('10,000 jobs collected over gRPC', collected, client, 1.3),
    time('10,000 jobs collected over REST', near('collection', 'rest'), plain, 2),
    time(`… over gRPC, ${LATENCY} ms away`, far('collection', 'grpc'), farClient, 0.35),
    time(`… over REST, ${LATENCY} ms away`, far('collection', 'rest'), farPlain, 0.35),
    ...(gcloud === undefined ? [] : [time('… over gRPC', collected, { name: 'gcloud', value: gcloud }, 0.1)]),
    {
      name: 'collecting over gRPC: peak memory',
      value: collected.memory,
      unit: 'MB',
      floor: { name: 'the bare official client', value: near('client', 'grpc').memory },
      target: { kind: 'ratio', most: 1.3 },
    },
    {
      name: 'collecting over gRPC: longest block of its own process',
      value: collected.longestBlock,
      unit: 'ms',
      floor: { name: 'the bare official client', value: near('client', 'grpc').longestBlock },
      target: { kind: 'ratio', most: 1 },
    },
  ];
}

function time(
  name: string,
  { milliseconds }: ListingResult,
  floor: NonNullable<Figure['floor']>,
  most: number,
): Figure {
  return { name, value: milliseconds, unit: 'ms', floor, target: { kind: 'ratio', most } };
}

type Way = readonly [way: Listing['way'], transport: Listing['transport']];
type Results = (...way: Way) => ListingResult;

/** Runs each way several times, one after the other, so that a busy machine is as bad for all; returns the medians. */
async function listInTurns(latencyMilliseconds: number, ways: readonly Way[]): Promise<Results> {
  const fake = await startFake(latencyMilliseconds);
  const results = new Map<string, ListingResult[]>();
  try {
    for (let turn = 0; turn < RUNS; turn += 1) {
      for (const way of ways) {
        const found = results.get(way.join(' ')) ?? [];
        results.set(way.join(' '), [...found, await listApart(fake, way)]);
      }
    }
  } finally {
    await fake.close();
  }
  return (...way) => medianOf(results.get(way.join(' ')) ?? []);
}

function medianOf(results: readonly ListingResult[]): ListingResult {
  const median = (pick: (result: ListingResult) => number): number => percentile(results.map(pick), 0.5);
  return {
    jobs: median(({ jobs }) => jobs),
    milliseconds: median(({ milliseconds }) => milliseconds),
    memory: median(({ memory }) => memory),
    longestBlock: median(({ longestBlock }) => longestBlock),
  };
}

async function startFake(latencyMilliseconds: number): Promise<FakeGoogle> {
  const estate = buildEstate({ projects: 1, locations: [LOCATION], jobsPerLocation: JOBS });
  return await startFakeGoogle({ estate, latencyMilliseconds });
}

/** Lists in a process of its own; the script is bundled beside this one. */
async function listApart(fake: FakeGoogle, [way, transport]: Way): Promise<ListingResult> {
  const listing: Listing = {
    way,
    transport,
    restAddress: fake.rest,
    tlsPort: fake.tls.port,
    certificate: fake.tls.ca,
    token: fake.accessToken,
    project: PROJECT,
    location: LOCATION,
  };
  const script = join(import.meta.dirname, 'lister.mjs');
  const { stdout } = await run(process.execPath, [script, JSON.stringify(listing)]);
  // Of our own program.
  const result = JSON.parse(stdout) as ListingResult;
  if (result.jobs !== JOBS) throw new Error(`${way} over ${transport} listed ${result.jobs} jobs`);
  return result;
}

/** Milliseconds that gcloud takes; undefined where it is not installed. */
async function listWithGcloud(): Promise<number | undefined> {
  const isInstalled = (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, 'gcloud')));
  if (!isInstalled) return undefined;
  const fake = await startFake(0);
  const folder = await mkdtemp(join(tmpdir(), 'vertex-lineage-bench-'));
  try {
    const tokenFile = join(folder, 'token');
    await writeFile(tokenFile, fake.accessToken);
    const environment = gcloudEnvironment(fake, { configurationFolder: folder, tokenFile, project: PROJECT });
    const words = ['ai', 'custom-jobs', 'list', `--region=${LOCATION}`, '--format=json'];
    const begun = performance.now();
    await run('gcloud', words, { env: { ...process.env, ...environment }, maxBuffer: 2 ** 30 });
    return performance.now() - begun;
  } finally {
    await fake.close();
    await rm(folder, { recursive: true });
  }
}
