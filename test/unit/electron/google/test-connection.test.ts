import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AuthFailure } from '../../../../electron/auth/auth-failure.ts';
import type { Connection } from '../../../../electron/google/collector-services.ts';
import { connectToGoogle } from '../../../../electron/google/connect.ts';
import { listProjects } from '../../../../electron/google/list-projects.ts';
import { testConnection } from '../../../../electron/google/test-connection.ts';
import { buildEstate } from '../../../doubles/google/build-estate.ts';
import { gcloudEnvironment } from '../../../doubles/google/gcloud-environment.ts';
import { startFakeGoogle, type FakeGoogle } from '../../../doubles/google/start.ts';

let fake: FakeGoogle;
let folder: string;
let connection: Connection;

beforeEach(async () => {
  fake = await startFakeGoogle({
    estate: buildEstate({ projects: 2, locations: ['europe-west4'], jobsPerLocation: 3 }),
    faults: [{ service: 'cloudkms.googleapis.com', fault: { kind: 'disabled' } }],
  });
  folder = await mkdtemp(join(tmpdir(), 'connection-'));
  const tokenFile = join(folder, 'token');
  await writeFile(tokenFile, fake.tokens.issue({ email: 'reviewer@example.com' }, 3600));
  const settings = { configurationFolder: join(folder, 'config'), tokenFile, project: 'ml-project-1' };
  for (const [name, value] of Object.entries(gcloudEnvironment(fake, settings))) vi.stubEnv(name, value);
  connection = await connectToGoogle({ source: 'gcloud' }, { transport: 'rest', notify: () => undefined });
});

afterEach(async () => {
  await connection.close();
  vi.unstubAllEnvs();
  await fake.close();
  await rm(folder, { recursive: true });
});

describe('a connection to Google Cloud', () => {
  it('is tested API by API, and says of each what is wrong', async () => {
    const { source, checks } = await testConnection(connection, 'ml-project-1');
    expect(source.title).toBe('gcloud configuration "default"');
    expect(checks.map(({ what, ok }) => `${ok ? 'can' : 'cannot'} ${what}`)).toStrictEqual([
      'can Vertex AI: locations',
      'can Vertex AI: custom jobs in europe-west4',
      'can Resource Manager: the project',
      'can IAM: service accounts',
      'can Cloud Storage: buckets',
      'cannot Cloud KMS: locations',
      'can Compute Engine: networks',
      'can Artifact Registry: locations',
    ]);
    expect(checks.find(({ ok }) => !ok)?.message).toMatch(
      /^cloudkms\.googleapis\.com is not enabled\. Enable it at https:\S+, or ask for it\.$/,
    );
  });

  it('is tested with the role that would help where it is refused', async () => {
    fake.faults.add({ service: 'storage.googleapis.com', fault: { kind: 'denied' } });
    const { checks } = await testConnection(connection, 'ml-project-1');
    expect(checks.find(({ what }) => what === 'Cloud Storage: buckets')?.message).toContain(
      'It takes storage.buckets.list, which roles/storage.bucketViewer gives',
    );
  });

  it('is tested without a project for its credentials alone', async () => {
    expect((await testConnection(connection, undefined)).checks).toStrictEqual([]);
  });

  it('is not blamed on every API where the login has ended', async () => {
    fake.faults.add({ fault: { kind: 'unauthenticated' } });
    await expect(testConnection(connection, 'ml-project-1')).rejects.toThrow(AuthFailure);
  });

  it('offers the projects the caller may see', async () => {
    expect(await listProjects(connection.transport)).toStrictEqual([
      { id: 'ml-project-1', name: 'ml-project-1' },
      { id: 'ml-project-2', name: 'ml-project-2' },
    ]);
  });

  it('is refused when a certificate file cannot be read', async () => {
    vi.stubEnv('NODE_EXTRA_CA_CERTS', join(folder, 'gone.pem'));
    await expect(
      connectToGoogle({ source: 'gcloud' }, { transport: 'rest', notify: () => undefined }),
    ).rejects.toStrictEqual(
      new AuthFailure({
        kind: 'credentials-invalid',
        file: join(folder, 'gone.pem'),
        reason: 'There is no such file or folder.',
      }),
    );
  });
});
