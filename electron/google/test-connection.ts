import { AuthFailure } from '../auth/auth-failure.ts';
import type { ConnectionTest } from '../../shared/ipc/collection.ts';
import { customJob } from '../../shared/kinds/custom-job.ts';
import { failureOf, wordsOf } from './collect/failure-row.ts';
import type { Connection } from './collector-services.ts';
import type { GoogleTransport } from './transport/transport.ts';

type Check = ConnectionTest['checks'][number];

/** One call per API, the smallest that tells whether it may be used. `P` is the project. */
const CALLS: readonly {
  readonly what: string;
  readonly service: string;
  readonly path: string;
  readonly query?: Record<string, string>;
}[] = [
  { what: 'Resource Manager: the project', service: 'cloudresourcemanager.googleapis.com', path: 'v3/projects/P' },
  {
    what: 'IAM: service accounts',
    service: 'iam.googleapis.com',
    path: 'v1/projects/P/serviceAccounts',
    query: { pageSize: '1' },
  },
  {
    what: 'Cloud Storage: buckets',
    service: 'storage.googleapis.com',
    path: 'storage/v1/b',
    query: { project: 'P', maxResults: '1' },
  },
  {
    what: 'Cloud KMS: locations',
    service: 'cloudkms.googleapis.com',
    path: 'v1/projects/P/locations',
    query: { pageSize: '1' },
  },
  {
    what: 'Compute Engine: networks',
    service: 'compute.googleapis.com',
    path: 'compute/v1/projects/P/global/networks',
    query: { maxResults: '1' },
  },
  {
    what: 'Artifact Registry: locations',
    service: 'artifactregistry.googleapis.com',
    path: 'v1/projects/P/locations',
    query: { pageSize: '1' },
  },
];

/** Tries the smallest call of each API for a project; without a project only the credentials are tried. Rejects with an `AuthFailure`. */
export async function testConnection(
  { credentials, transport }: Connection,
  project: string | undefined,
): Promise<ConnectionTest> {
  await credentials.headers();
  const checks = project === undefined ? [] : await checkProject(transport, project);
  return { source: credentials.describe(), checks };
}

async function checkProject(transport: GoogleTransport, project: string): Promise<Check[]> {
  const others = CALLS.map(({ what, service, path, query = {} }) =>
    check(what, async () => {
      const filled = Object.fromEntries(
        Object.entries(query).map(([name, value]) => [name, value === 'P' ? project : value]),
      );
      await transport.get({ service, path: path.replace('/P', `/${encodeURIComponent(project)}`), query: filled });
      return 'can be read';
    }),
  );
  const [vertex, more] = await Promise.all([checkVertex(transport, project), Promise.all(others)]);
  return [...vertex, ...more];
}

async function checkVertex(transport: GoogleTransport, project: string): Promise<readonly Check[]> {
  let region = 'us-central1';
  const locations = await check('Vertex AI: locations', async () => {
    const found = await transport.listLocations({ project });
    if (!found.includes(region)) region = found[0] ?? region;
    return `${String(found.length)} regions`;
  });
  const jobs = await check(`Vertex AI: custom jobs in ${region}`, async () => {
    const { items, nextPageToken } = await transport.listPage({
      kind: customJob.id,
      parent: `projects/${project}/locations/${region}`,
      pageSize: 1,
    });
    return items.length === 0
      ? 'can be read; there are none'
      : nextPageToken === undefined
        ? 'can be read: one'
        : 'can be read';
  });
  return [locations, jobs];
}

async function check(what: string, attempt: () => Promise<string>): Promise<Check> {
  try {
    return { what, ok: true, message: await attempt() };
  } catch (error) {
    const failure = failureOf(error);
    // A login that has ended is no fault of the APIs.
    if (failure.status === 'unauthenticated') throw new AuthFailure(failure.problem);
    return { what, ok: false, message: wordsOf(failure) };
  }
}
