import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openCredentials } from '../../../../electron/auth/open-credentials.ts';
import type { Credentials } from '../../../../electron/auth/credentials.ts';
import { buildEstate } from '../../../doubles/google/build-estate.ts';
import { startFakeGoogle } from '../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../doubles/google/start.ts';
import { createHostDouble, fetchAt } from './host-double.ts';
import type { HostDouble } from './host-double.ts';

const FILE = '/home/ada/.config/gcloud/application_default_credentials.json';
const TRAINER = 'trainer@ml-project-1.iam.gserviceaccount.com';
const IMPERSONATION = `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${TRAINER}:generateAccessToken`;

let fake: FakeGoogle;
let folder: string;

beforeAll(async () => {
  fake = await startFakeGoogle({
    estate: buildEstate({ projects: 1, locations: ['us-central1'], jobsPerLocation: 1 }),
  });
  folder = await mkdtemp(join(tmpdir(), 'adc-'));
});

afterEach(() => fake.faults.clear());

afterAll(async () => {
  await fake.close();
  await rm(folder, { recursive: true, force: true });
});

function hostWith(json: object, environment: Readonly<Record<string, string>> = {}): HostDouble {
  return createHostDouble({
    files: { [FILE]: JSON.stringify(json) },
    environment,
    now: Date.now,
    fetch: fetchAt(fake.rest),
  });
}

function person(): { readonly type: string; readonly refresh_token: string } & Record<string, string> {
  return {
    type: 'authorized_user',
    client_id: '764086051850-x.apps.googleusercontent.com',
    client_secret: 'GOCSPX-abcdefghijklmnop',
    refresh_token: fake.tokens.issueRefreshToken({ email: 'ada@example.com' }),
    account: 'ada@example.com',
  };
}

/** Whose token the fake sees in a call with these credentials. */
async function callerOf(credentials: Credentials): Promise<string | undefined> {
  const path = 'v1/projects/ml-project-1/locations/us-central1/customJobs';
  await fetch(`${fake.rest}_region/us-central1/${path}`, { headers: await credentials.headers() });
  return fake.calls.all({ method: 'ListCustomJobs' }).at(-1)?.principal;
}

describe('Application Default Credentials', () => {
  it('of a person are used as that person', async () => {
    const credentials = await openCredentials({ source: 'adc' }, hostWith(person()));
    expect(await callerOf(credentials)).toBe('ada@example.com');
  });
});
