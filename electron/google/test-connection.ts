import { AuthFailure } from '../auth/auth-failure.ts';
import type { ConnectionTest } from '../../shared/ipc/collection.ts';
import { customJob } from '../../shared/kinds/custom-job.ts';
import { kindById } from '../../shared/kinds/index.ts';
import type { KindId } from '../../shared/kinds/index.ts';
import { describeFailure, failureOf } from './collect/failure-row.ts';
import type { Connection } from './collector-services.ts';
import type { GoogleTransport } from './transport/transport.ts';

type Check = ConnectionTest['checks'][number];

/** A call that tells whether an API may be used. */
interface Call {
  readonly what: string;
  /** What the API is asked for when collecting, whose role is told where the call is refused. */
  readonly kind: KindId;
  readonly permission: string;
}

/** One call per API, the smallest that tells whether it may be used. `P` is the project. */
const CALLS: readonly (Call & {
  readonly service: string;
  readonly path: string;
  readonly query?: Record<string, string>;
})[] = [
  {
    what: 'Resource Manager: the project',
    kind: 'gcp-cloud-resource-manager-project',
    permission: 'resourcemanager.projects.get',
    service: 'cloudresourcemanager.googleapis.com',
    path: 'v3/projects/P',
  },
  {
    what: 'IAM: service accounts',
    kind: 'gcp-iam-service-account',
    permission: 'iam.serviceAccounts.list',
    service: 'iam.googleapis.com',
    path: 'v1/projects/P/serviceAccounts',
    query: { pageSize: '1' },
  },
  {
    what: 'Cloud Storage: buckets',
    kind: 'gcp-storage-bucket',
    permission: 'storage.buckets.list',
    service: 'storage.googleapis.com',
    path: 'storage/v1/b',
    query: { project: 'P', maxResults: '1' },
  },
  {
    what: 'Cloud KMS: locations',
    kind: 'gcp-cloud-kms-crypto-key',
    permission: 'cloudkms.locations.list',
    service: 'cloudkms.googleapis.com',
    path: 'v1/projects/P/locations',
    query: { pageSize: '1' },
  },
  {
    what: 'Compute Engine: networks',
    kind: 'gcp-compute-network',
    permission: 'compute.networks.list',
    service: 'compute.googleapis.com',
    path: 'compute/v1/projects/P/global/networks',
    query: { maxResults: '1' },
  },
  {
    what: 'Artifact Registry: locations',
    kind: 'gcp-artifact-registry-repository',
    permission: 'artifactregistry.locations.list',
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
  const others = CALLS.map(({ service, path, query = {}, ...call }) =>
    check(call, async () => {
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
  const locations = await check(asked('Vertex AI: locations', 'aiplatform.locations.list'), async () => {
    const found = await transport.listLocations({ project });
    if (!found.includes(region)) region = found[0] ?? region;
    return `${String(found.length)} regions`;
  });
  const jobs = await check(asked(`Vertex AI: custom jobs in ${region}`, 'aiplatform.customJobs.list'), async () => {
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

function asked(what: string, permission: string): Call {
  return { what, kind: customJob.id, permission };
}

async function check({ what, kind, permission }: Call, attempt: () => Promise<string>): Promise<Check> {
  try {
    return { what, ok: true, message: await attempt() };
  } catch (error) {
    const failure = failureOf(error);
    // A login that has ended is no fault of the APIs.
    if (failure.status === 'unauthenticated') throw new AuthFailure(failure.problem);
    const { role } = kindById(kind).permissions;
    return { what, ok: false, message: describeFailure(failure, kind, { permission, role }).error ?? failure.message };
  }
}
