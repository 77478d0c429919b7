import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { buildEstate } from '../doubles/google/build-estate.ts';
import type { FaultRule } from '../doubles/google/faults.ts';
import { gcloudEnvironment } from '../doubles/google/gcloud-environment.ts';
import { sampleEstate } from '../doubles/google/sample-estate.ts';
import { startFakeGoogle } from '../doubles/google/start.ts';

/** Options of the command; places are `LOCATION`. */
interface Options {
  readonly jobs: number;
  readonly regions: number;
  readonly projects: number;
  readonly sample: boolean;
  readonly latency: number;
  readonly deny: readonly string[];
  readonly slow: readonly string[];
  readonly disable: readonly string[];
}

/*
 * Runs the fake Google by hand until it is interrupted: `npx tsx test/tools/fake-google.ts --jobs 10000 --regions 39
 * --projects 3 --deny us-east1 us-east4 --slow asia-east1 --disable cloudkms.googleapis.com`. Prints the environment in
 * which gcloud and the application use it.
 */
await new Command('fake-google')
  .description('A Google Cloud on 127.0.0.1, with made-up resources')
  .option('--jobs <count>', 'custom jobs, over all projects and regions', toCount, 1000)
  .option('--regions <count>', 'regions with jobs', toCount, 3)
  .option('--projects <count>', 'projects', toCount, 1)
  .option('--sample', 'serve the sample of the test fixtures instead', false)
  .option('--latency <milliseconds>', 'time each answer takes', toCount, 0)
  .option('--deny <location...>', 'locations in which lists are refused', [])
  .option('--slow <location...>', 'locations whose answers take three seconds', [])
  .option('--disable <service...>', 'APIs that are not enabled', [])
  .action(run)
  .parseAsync();

async function run(options: Options): Promise<void> {
  const jobsPerLocation = Math.ceil(options.jobs / Math.max(1, options.regions * options.projects));
  const estate = options.sample
    ? sampleEstate()
    : buildEstate({ projects: options.projects, locations: options.regions, jobsPerLocation });
  const fake = await startFakeGoogle({ estate, latencyMilliseconds: options.latency, faults: faultsOf(options) });
  const folder = await mkdtemp(join(tmpdir(), 'fake-google-'));
  const [tokenFile, trusted] = [join(folder, 'token'), join(folder, 'ca.pem')];
  await writeFile(tokenFile, fake.tokens.issue({ email: 'reviewer@example.com' }, 24 * 3600), { mode: 0o600 });
  await writeFile(trusted, fake.tls.ca);
  const environment = {
    ...gcloudEnvironment(fake, {
      configurationFolder: join(folder, 'config'),
      tokenFile,
      project: estate.projects[0]?.id ?? '',
    }),
    GRPC_DEFAULT_SSL_ROOTS_FILE_PATH: trusted,
    NODE_EXTRA_CA_CERTS: trusted,
  };
  const lines = Object.entries(environment).map(([name, value]) => `export ${name}='${value}'`);
  process.stdout.write(`${lines.join('\n')}\n`);
  process.stderr.write(
    `# ${estate.documents.length} resources in ${estate.projects.map(({ id }) => id).join(', ')}\n` +
      `# REST ${fake.rest}, TLS localhost:${fake.tls.port}, proxy ${fake.proxy}\n# Interrupt (Ctrl+C) to stop.\n`,
  );
  process.once('SIGINT', () => {
    Promise.all([fake.close(), rm(folder, { recursive: true, force: true })]).catch(() => {
      process.exitCode = 1;
    });
  });
}

function faultsOf({ deny, slow, disable }: Options): readonly FaultRule[] {
  return [
    ...deny.map((location): FaultRule => ({ location, fault: { kind: 'denied' } })),
    ...slow.map((location): FaultRule => ({ location, fault: { kind: 'delay', milliseconds: 3000 } })),
    ...disable.map((service): FaultRule => ({ service, fault: { kind: 'disabled' } })),
  ];
}

function toCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0) {
    throw new InvalidArgumentError('It must be a whole number.');
  }
  return count;
}
