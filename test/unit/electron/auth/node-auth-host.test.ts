import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { listCredentialSources } from '../../../../electron/auth/list-sources.ts';
import { nodeAuthHost } from '../../../../electron/auth/node-auth-host.ts';
import { openCredentials } from '../../../../electron/auth/open-credentials.ts';
import { buildEstate } from '../../../doubles/google/build-estate.ts';
import { gcloudEnvironment } from '../../../doubles/google/gcloud-environment.ts';
import { startFakeGoogle } from '../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../doubles/google/start.ts';

const isInstalled =
  process.platform !== 'win32' && spawnSync('gcloud', ['--version'], { timeout: 30_000 }).status === 0;
const reason = isInstalled ? '' : ' (skipped: gcloud is not installed here)';
const TRAINER = 'trainer@ml-project-1.iam.gserviceaccount.com';

let fake: FakeGoogle;
let folder: string;

beforeAll(async () => {
  fake = await startFakeGoogle({
    estate: buildEstate({ projects: 1, locations: ['us-central1'], jobsPerLocation: 1 }),
  });
  folder = await mkdtemp(join(tmpdir(), 'auth-host-'));
  await writeFile(join(folder, 'token'), fake.accessToken, { mode: 0o600 });
});

afterEach(() => vi.unstubAllEnvs());

afterAll(async () => {
  await fake.close();
  await rm(folder, { recursive: true, force: true });
});

/** Has this process's environment be the one in which gcloud uses the fake. */
function useFake(configurationFolder: string): void {
  const environment = gcloudEnvironment(fake, {
    configurationFolder,
    tokenFile: join(folder, 'token'),
    project: 'ml-project-1',
  });
  for (const [name, value] of Object.entries(environment)) {
    vi.stubEnv(name, value);
  }
}

/** Whose token the fake sees. */
async function callerWith(headers: Readonly<Record<string, string>>): Promise<string | undefined> {
  await fetch(`${fake.rest}_region/us-central1/v1/projects/ml-project-1/locations/us-central1/customJobs`, { headers });
  return fake.calls.all({ method: 'ListCustomJobs' }).at(-1)?.principal;
}

describe('this computer', () => {
  it('runs programs without a shell and says how they ended', async () => {
    const { runProcess } = nodeAuthHost({ fetch });
    const program = 'process.stdout.write(process.argv[1]); process.stderr.write(process.env.WORD); process.exit(3)';
    expect(await runProcess(process.execPath, ['-e', program, '$(id) & "x"'], { WORD: 'why' })).toStrictEqual({
      status: 3,
      stdout: '$(id) & "x"',
      stderr: 'why',
    });
    await expect(runProcess(join(folder, 'nothing'), [], {})).rejects.toThrow('The program could not be run');
  });

  it('does not read a file that no credential file can be', async () => {
    const file = join(folder, 'large');
    await writeFile(file, 'x'.repeat(1024 * 1024 + 1));
    const host = nodeAuthHost({ fetch });
    await expect(host.readFile(file)).rejects.toThrow('The file is too large');
    expect([await host.readFile(join(folder, 'token')), host.homeFolder]).toStrictEqual([fake.accessToken, homedir()]);
  });

  it('forgets the variables that give tokens away before Google’s libraries see them', () => {
    vi.stubEnv('GOOGLE_SDK_NODE_LOGGING', '*');
    vi.stubEnv('GOOGLE_API_USE_CLIENT_CERTIFICATE', 'true');
    vi.stubEnv('METADATA_SERVER_DETECTION', undefined);
    const { environment } = nodeAuthHost({ fetch });
    expect([
      process.env['GOOGLE_SDK_NODE_LOGGING'],
      process.env['GOOGLE_API_USE_CLIENT_CERTIFICATE'],
      process.env['METADATA_SERVER_DETECTION'],
      environment['GOOGLE_SDK_NODE_LOGGING'],
    ]).toStrictEqual([undefined, undefined, 'none', undefined]);
  });

  it('with a gcloud access token file connects, also by impersonation at the endpoint that is set', async () => {
    useFake(join(folder, 'no-settings-yet'));
    const host = nodeAuthHost({ fetch });
    expect((await listCredentialSources(host)).at(-1)).toMatchObject({
      choice: { source: 'gcloud', configuration: 'default' },
      type: 'access_token_file',
      project: 'ml-project-1',
    });
    const credentials = await openCredentials({ source: 'gcloud', configuration: 'default' }, host);
    expect(await callerWith(await credentials.headers())).toBe('reviewer@example.com');
    const impersonating = await openCredentials({ source: 'gcloud', impersonate: TRAINER }, host);
    expect(await callerWith(await impersonating.headers())).toBe(TRAINER);
  });
});

describe.skipIf(!isInstalled)(`the real gcloud${reason}`, { timeout: 120_000 }, () => {
  it('gives the token that the app would have read itself, and writes no log', async () => {
    const settings = join(folder, 'settings');
    useFake(settings);
    vi.stubEnv('CLOUDSDK_AUTH_ACCESS_TOKEN_FILE', undefined);
    vi.stubEnv('CLOUDSDK_AUTH_ACCESS_TOKEN', fake.accessToken);
    vi.stubEnv('CLOUDSDK_CORE_DISABLE_FILE_LOGGING', undefined);
    const credentials = await openCredentials({ source: 'gcloud', configuration: 'default' }, nodeAuthHost({ fetch }));
    expect(credentials.describe().type).toBe('gcloud');
    expect(await callerWith(await credentials.headers())).toBe('reviewer@example.com');
    await credentials.refresh();
    expect(await callerWith(await credentials.headers())).toBe('reviewer@example.com');
    expect(await readdir(settings)).not.toContain('logs');
  });

  it('that is not logged in says so', async () => {
    useFake(join(folder, 'empty'));
    vi.stubEnv('CLOUDSDK_AUTH_ACCESS_TOKEN_FILE', undefined);
    await expect(
      openCredentials({ source: 'gcloud', configuration: 'default' }, nodeAuthHost({ fetch })),
    ).rejects.toMatchObject({ problem: { kind: 'not-logged-in', source: 'gcloud', configuration: 'default' } });
  });
});
