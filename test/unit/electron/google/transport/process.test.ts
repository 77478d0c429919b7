import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { buildEstate } from '../../../../doubles/google/build-estate.ts';
import type { Fault } from '../../../../doubles/google/faults.ts';
import { startFakeGoogle } from '../../../../doubles/google/start.ts';
import { TRAINING_REGIONS } from '../../../../doubles/google/training-regions.ts';
import type { ProgramInput, ProgramOutput } from './process-program.ts';

const PROGRAM = fileURLToPath(new URL('process-program.ts', import.meta.url));

/** A fault for each region, and what is to come of it over gRPC and REST. */
const PLANTED: readonly (readonly [fault: Fault | undefined, grpc: string | number, rest: string | number])[] = [
  [undefined, 2, 2],
  [{ kind: 'disabled' }, 'api-disabled', 'api-disabled'],
  [{ kind: 'denied' }, 'denied', 'denied'],
  [{ kind: 'quota' }, 'quota', 'quota'],
  [{ kind: 'quota-project' }, 'quota-project-required', 'quota-project-required'],
  [{ kind: 'unauthenticated' }, 'unauthenticated', 'unauthenticated'],
  [{ kind: 'error', status: 'INTERNAL' }, 'unavailable', 'unavailable'],
  [{ kind: 'hang' }, 'timeout', 'timeout'],
  [{ kind: 'reset' }, 'unavailable', 'unavailable'],
  [{ kind: 'truncated' }, 'unavailable', 'malformed'],
  [{ kind: 'html' }, 'unavailable', 'unavailable'],
  [{ kind: 'empty' }, 'malformed', 'malformed'],
  [{ kind: 'delay', milliseconds: 20 }, 2, 2],
];

it('survives every fault, through a proxy, and prints nothing', async () => {
  const locations = TRAINING_REGIONS.slice(0, PLANTED.length);
  const fake = await startFakeGoogle({
    estate: buildEstate({ projects: 1, locations, jobsPerLocation: 2 }),
    faults: PLANTED.flatMap(([fault], index) => {
      const location = locations[index];
      return fault === undefined || location === undefined ? [] : [{ location, fault }];
    }),
  });
  const input: ProgramInput = {
    proxy: fake.proxy,
    certificate: fake.tls.ca,
    token: fake.accessToken,
    project: 'ml-project-1',
    locations,
  };
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', PROGRAM, JSON.stringify(input)],
    {
      timeout: 60_000,
      env: {
        PATH: process.env['PATH'],
        // None of these may have an effect.
        GOOGLE_SDK_NODE_LOGGING: '*',
        GRPC_TRACE: 'all',
        GRPC_VERBOSITY: 'DEBUG',
        GOOGLE_API_USE_CLIENT_CERTIFICATE: 'true',
        GOOGLE_CLOUD_UNIVERSE_DOMAIN: 'example.com',
        http_proxy: 'http://127.0.0.1:9',
        no_proxy: '*',
      },
    },
  );
  const expected = (index: 1 | 2) => ({
    ...Object.fromEntries(locations.map((location, place) => [location, PLANTED[place]?.[index]])),
    closed: 'cancelled',
  });
  const output: ProgramOutput = JSON.parse(stdout);
  const unreached = { [locations[0] ?? '']: 'unavailable', closed: 'cancelled' };
  expect(output).toStrictEqual({
    grpc: expected(1),
    rest: expected(2),
    'no proxy for grpc': unreached,
    'no proxy for rest': unreached,
  });
  expect(stderr).toBe('');
  // Every region was asked over both transports, each by its own host, and the proxy saw every connection.
  const hosts = new Set(fake.calls.all().map(({ host, transport }) => `${transport} ${host}`));
  expect(hosts.size).toBe(PLANTED.length * 2);
  expect(new Set(fake.proxied)).toStrictEqual(
    new Set(locations.map((location) => `${location}-aiplatform.googleapis.com:443`)),
  );
  await fake.close();
}, 90_000);
