import { describe, expect, it } from 'vitest';
import type { ResourceDocument } from '../../../../shared/resource/document.ts';
import { readContents, readPaths } from '../../../tools/read-inventory.ts';

const FILES = 'test/fixtures/files';
const NUMBER = '418820347715';
const JOB = `//aiplatform.googleapis.com/projects/${NUMBER}/locations/us-central1/customJobs/2125568986268521181`;
const FAILED_JOB = `//aiplatform.googleapis.com/projects/${NUMBER}/locations/us-central1/customJobs/77`;
const BUCKET = '//storage.googleapis.com/tidal-training-data';
const DIGEST = `sha256:${'9f'.repeat(32)}`;
const IMAGE = `//artifactregistry.googleapis.com/projects/tidal-ml/locations/us-central1/repositories/training/dockerImages/churn@${DIGEST}`;
const ACCOUNT = '//iam.googleapis.com/projects/tidal-ml/serviceAccounts/trainer@tidal-ml.iam.gserviceaccount.com';

/** `form name` of every document. */
async function documentsOf(path: string): Promise<readonly string[]> {
  const { documents, problems } = await readPaths(`${FILES}/${path}`);
  expect(problems).toStrictEqual([]);
  return documents.map(({ form, name }) => `${form} ${name}`);
}

async function onlyDocument(path: string): Promise<ResourceDocument> {
  const { documents, problems } = await readPaths(`${FILES}/${path}`);
  expect([problems, documents.length]).toStrictEqual([[], 1]);
  return documents[0] as ResourceDocument;
}

describe('files made by gcloud', () => {
  it.each([
    ['gcloud/custom-jobs.list.json', [`full ${JOB}`, `full ${FAILED_JOB}`]],
    ['gcloud/custom-jobs.list.yaml', [`full ${JOB}`, `full ${FAILED_JOB}`]],
    ['gcloud/custom-jobs.describe.yaml', [`full ${JOB}`]],
    [
      'gcloud/models.list.json',
      [`full //aiplatform.googleapis.com/projects/${NUMBER}/locations/us-central1/models/4417`],
    ],
    ['gcloud/buckets.list.json', [`full ${BUCKET}`]],
    ['gcloud/buckets.describe.yaml', [`full ${BUCKET}`]],
    ['gcloud/buckets.raw.json', [`full ${BUCKET}`]],
    ['gcloud/docker-images.json', [`full ${IMAGE}`]],
    ['gcloud/docker-images.tags.json', [`full ${IMAGE}`]],
    ['gcloud/docker-images.path.json', [`full ${IMAGE}`]],
    ['gcloud/docker-tags.json', [`summary ${IMAGE}`]],
    [
      'gcloud/keys.json',
      ['full //cloudkms.googleapis.com/projects/tidal-ml/locations/us-central1/keyRings/ml/cryptoKeys/training'],
    ],
    ['gcloud/networks.list.json', ['full //compute.googleapis.com/projects/tidal-ml/global/networks/ml-vpc']],
    ['gcloud/firewalls.list.yaml', ['full //compute.googleapis.com/projects/tidal-ml/global/firewalls/allow-ssh']],
    ['gcloud/service-accounts.json', [`full ${ACCOUNT}`]],
    ['gcloud/project.yaml', ['full //cloudresourcemanager.googleapis.com/projects/tidal-ml']],
    ['gcloud/bucket-policy.json', [`policy ${BUCKET}`]],
    ['gcloud/assets.list.json', [`full ${JOB}`, 'summary //storage.googleapis.com/tidal-models']],
    ['gcloud/assets.policy.yaml', [`policy ${BUCKET}`]],
    ['gcloud/search-resources.json', ['summary //compute.googleapis.com/projects/tidal-ml/global/networks/ml-vpc']],
    ['gcloud/search-policies.json', ['policy //storage.googleapis.com/tidal-models']],
  ])('reads %s', async (path, expected) => {
    expect(await documentsOf(path)).toStrictEqual(expected);
  });

  it('reads the same document from JSON and from YAML', async () => {
    const fromJson = await readPaths(`${FILES}/gcloud/custom-jobs.list.json`);
    const fromYaml = await readPaths(`${FILES}/gcloud/custom-jobs.list.yaml`);
    expect(fromYaml.documents.map(({ data }) => data)).toStrictEqual(fromJson.documents.map(({ data }) => data));
  });

  it.each(['json', 'yaml'])('passes over the messages of gcloud in front of %s and says so', async (format) => {
    const { documents, problems } = await readPaths(`${FILES}/gcloud/custom-jobs.with-messages.${format}`);
    expect(documents[0]?.name).toBe(JOB);
    expect(problems).toStrictEqual([
      {
        code: 'syntax',
        severity: 'note',
        file: `${FILES}/gcloud/custom-jobs.with-messages.${format}`,
        line: 1,
        reason: '1 line before the data is not part of it (messages of the command?) and was passed over.',
      },
    ]);
  });

  it('brings the buckets of gcloud to the form of the API', async () => {
    expect(await onlyDocument('gcloud/buckets.list.json')).toStrictEqual({
      kind: 'gcp-storage-bucket',
      name: BUCKET,
      form: 'full',
      origin: { file: `${FILES}/gcloud/buckets.list.json`, path: '[0]' },
      data: {
        name: 'tidal-training-data',
        acl: [{ entity: `project-owners-${NUMBER}`, role: 'OWNER' }],
        timeCreated: '2025-03-04T10:11:12Z',
        encryption: { defaultKmsKeyName: 'projects/tidal-ml/locations/europe/keyRings/data/cryptoKeys/buckets' },
        storageClass: 'STANDARD',
        labels: { team: 'growth' },
        lifecycle: { rule: [{ action: { type: 'Delete' }, condition: { age: 90 } }] },
        location: 'EU',
        locationType: 'multi-region',
        logging: { logBucket: 'tidal-logs', logObjectPrefix: 'training' },
        metageneration: '4',
        iamConfiguration: { publicAccessPrevention: 'enforced', uniformBucketLevelAccess: { enabled: true } },
        billing: { requesterPays: false },
        softDeletePolicy: { effectiveTime: '2025-03-04T10:11:12.345000+00:00', retentionDurationSeconds: '604800' },
        updated: '2026-01-02T03:04:05Z',
        versioning: { enabled: true },
      },
    });
  });

  it('brings the images of gcloud to the form of the API', async () => {
    const image = await onlyDocument('gcloud/docker-images.tags.json');
    expect(image.data).toStrictEqual({
      name: `projects/tidal-ml/locations/us-central1/repositories/training/dockerImages/churn@${DIGEST}`,
      tags: ['v7', 'latest'],
      uploadTime: '2026-11-01T08:00:00.123456Z',
      updateTime: '2026-11-01T08:00:00.123456Z',
      imageSizeBytes: '3145728000',
      mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
      buildTime: '2026-11-01T07:55:00Z',
      uri: `us-central1-docker.pkg.dev/tidal-ml/training/churn@${DIGEST}`,
    });
    expect((await onlyDocument('gcloud/docker-images.json')).data).not.toHaveProperty('tags');
    expect((await onlyDocument('gcloud/docker-tags.json')).data).toStrictEqual({
      tags: ['v7'],
      uri: `us-central1-docker.pkg.dev/tidal-ml/training/churn@${DIGEST}`,
    });
  });

  it('reads tags with commas between them, as older versions of gcloud write them', () => {
    const listed = [{ package: 'gcr.io/tidal-ml/base', version: DIGEST, tags: 'v1,latest', createTime: '2024-01-01' }];
    const { documents } = readContents({ 'images.json': JSON.stringify(listed) });
    expect(documents.map(({ name, data }) => [name, data['tags']])).toStrictEqual([
      [
        `//artifactregistry.googleapis.com/projects/tidal-ml/locations/us/repositories/gcr.io/dockerImages/base@${DIGEST}`,
        ['v1', 'latest'],
      ],
    ]);
  });

  it('takes the policy of a project for that of the project its service agents belong to, and says so', async () => {
    const { documents, problems } = await readPaths(`${FILES}/gcloud/project-policy.json`);
    expect(documents.map(({ form, name }) => [form, name])).toStrictEqual([
      ['policy', `//cloudresourcemanager.googleapis.com/projects/${NUMBER}`],
    ]);
    expect(problems.map(({ code, severity }) => [code, severity])).toStrictEqual([['unattached-policy', 'note']]);
  });

  it.each([
    ['of two projects', ['111111111111', '222222222222']],
    ['of none', []],
  ])('keeps a policy with service agents %s apart and says what to do', (_what, numbers) => {
    const members = numbers.map(
      (number) => `serviceAccount:service-${number}@gcp-sa-aiplatform.iam.gserviceaccount.com`,
    );
    const policy = { etag: 'x', bindings: [{ role: 'roles/aiplatform.serviceAgent', members }] };
    const { documents, problems, unattachedPolicies } = readContents({ 'policy.json': JSON.stringify(policy) });
    expect([documents, unattachedPolicies]).toStrictEqual([[], [{ policy, origin: { file: 'policy.json' } }]]);
    expect(problems.map(({ code, severity }) => [code, severity])).toStrictEqual([['unattached-policy', 'warning']]);
  });

  it('learns from a search result which number is which project', async () => {
    const file = `${FILES}/gcloud/search-resources.json`;
    const { projects, documents } = await readPaths(file);
    expect(projects).toStrictEqual([
      { projectId: 'tidal-ml', projectNumber: NUMBER, source: `${file} [0]: project and parent` },
    ]);
    expect(documents[0]?.ancestors).toStrictEqual([`projects/${NUMBER}`, 'folders/12', 'organizations/99']);
  });
});

describe('pages and single objects of the REST API', () => {
  it.each([
    ['rest/custom-job.json', [`full ${JOB}`]],
    ['rest/buckets.page.json', [`full ${BUCKET}`]],
    ['rest/service-accounts.page.json', [`full ${ACCOUNT}`]],
    ['rest/assets.page.json', [`full ${JOB}`, 'summary //storage.googleapis.com/tidal-models']],
    ['rest/search.page.json', ['summary //compute.googleapis.com/projects/tidal-ml/global/networks/ml-vpc']],
    [
      'rest/subnetworks.aggregated.json',
      ['full //compute.googleapis.com/projects/tidal-ml/regions/us-central1/subnetworks/ml'],
    ],
  ])('reads %s', async (path, expected) => {
    expect(await documentsOf(path)).toStrictEqual(expected);
  });

  it('says where in the page a record stands and that there are more pages', async () => {
    const file = `${FILES}/rest/custom-jobs.page.json`;
    const { documents, problems } = await readPaths(file);
    expect(documents.map(({ origin }) => origin)).toStrictEqual([
      { file, path: 'customJobs[0]' },
      { file, path: 'customJobs[1]' },
    ]);
    expect(problems.map(({ code, severity }) => [code, severity])).toStrictEqual([['incomplete-list', 'warning']]);
  });

  it('does not take an error answer for an empty list', async () => {
    const { problems } = await readPaths(`${FILES}/rest/error.json`);
    expect(problems).toStrictEqual([
      {
        code: 'unrecognised',
        severity: 'error',
        file: `${FILES}/rest/error.json`,
        reason:
          'This is an error answer of an API (PERMISSION_DENIED), not a resource: what it was asked for is not here.',
      },
    ]);
  });

  it.each([
    '{}',
    '[]',
    '{"kind":"storage#buckets"}',
    '{"customJobs":[]}',
    '{"assets":[],"readTime":"2026-01-01T00:00:00Z"}',
  ])('takes %s for a list without resources', (text) => {
    expect(readContents({ 'a.json': text }).problems.map(({ code, severity }) => [code, severity])).toStrictEqual(
      text === '[]' ? [['file-empty', 'note']] : [],
    );
  });

  it('counts resources of unknown kinds by type', () => {
    const page = {
      kind: 'compute#instanceAggregatedList',
      items: { 'zones/a': { instances: [{ kind: 'compute#instance', name: 'vm', selfLink: 'https://x/y' }] } },
    };
    const runtimes = [
      { name: 'projects/p/locations/l/notebookRuntimes/1' },
      { name: 'projects/p/locations/l/notebookRuntimes/2' },
    ];
    const files = { 'vm.json': JSON.stringify(page), 'runtimes.json': JSON.stringify(runtimes) };
    expect(readContents(files).skipped).toStrictEqual([
      { type: 'compute#instance', count: 1, file: 'vm.json' },
      { type: 'notebookRuntimes', count: 2, file: 'runtimes.json' },
    ]);
  });

  it('does not take a resource with a list of links for a page', () => {
    const network = {
      name: 'projects/p/global/networks/n',
      subnetworks: ['projects/p/regions/r/subnetworks/s'],
      routingConfig: {},
    };
    expect(readContents({ 'n.json': JSON.stringify(network) }).documents.map(({ name }) => name)).toStrictEqual([
      '//compute.googleapis.com/projects/p/global/networks/n',
    ]);
  });
});

describe('exports of Cloud Asset Inventory', () => {
  it('reads every sound line and counts assets of other types', async () => {
    const file = `${FILES}/assets/export.ndjson`;
    const { documents, problems, skipped } = await readPaths(file);
    expect(documents.map(({ form, name, origin }) => [origin.line, form, name])).toStrictEqual([
      [1, 'full', JOB],
      [3, 'policy', BUCKET],
      [5, 'full', ACCOUNT],
    ]);
    expect(problems).toStrictEqual([
      {
        code: 'syntax',
        severity: 'error',
        file,
        line: 2,
        reason: 'Not valid JSON at line 2, column 115: a string is not closed.',
      },
    ]);
    expect(skipped).toStrictEqual([{ type: 'compute.googleapis.com/Instance', count: 1, file }]);
  });

  it('keeps what the envelope says', async () => {
    const { documents } = await readPaths(`${FILES}/assets/export.ndjson`);
    const account = documents[2];
    expect(account).toStrictEqual({
      kind: 'gcp-iam-service-account',
      name: ACCOUNT,
      form: 'full',
      data: {
        name: 'projects/tidal-ml/serviceAccounts/trainer@tidal-ml.iam.gserviceaccount.com',
        email: 'trainer@tidal-ml.iam.gserviceaccount.com',
        uniqueId: '104857600000000000001',
        projectId: 'tidal-ml',
      },
      ancestors: [`projects/${NUMBER}`],
      aliases: ['//iam.googleapis.com/projects/tidal-ml/serviceAccounts/104857600000000000001'],
      updateTime: '2026-11-20T00:00:00Z',
      origin: { file: `${FILES}/assets/export.ndjson`, line: 5 },
    });
  });

  it('reads lines with only a name and a type', async () => {
    const { documents, skipped } = await readPaths(`${FILES}/assets/names.ndjson`);
    expect(documents.map(({ form, name, data }) => [form, name, data])).toStrictEqual([
      ['summary', '//storage.googleapis.com/tidal-models', {}],
      ['summary', `//aiplatform.googleapis.com/projects/${NUMBER}/locations/us-central1/customJobs/9`, {}],
    ]);
    expect(skipped.map(({ type, count }) => [type, count])).toStrictEqual([['pubsub.googleapis.com/Topic', 1]]);
  });

  it('is content with a file that holds only assets of other types', () => {
    const line = '{"name":"//compute.googleapis.com/x","asset_type":"compute.googleapis.com/Disk"}\n';
    const { problems, skipped } = readContents({ 'a.ndjson': line.repeat(3) });
    expect([problems, skipped]).toStrictEqual([
      [],
      [{ type: 'compute.googleapis.com/Disk', count: 3, file: 'a.ndjson' }],
    ]);
  });

  it.each([
    ['a text of JSON, as BigQuery hands it over', { resource: { data: '{"name":"b1","storageClass":"STANDARD"}' } }],
    [
      'a version of a search result',
      { versionedResources: [{ version: 'v1', resource: { name: 'b1', storageClass: 'STANDARD' } }] },
    ],
  ])('finds the document in %s', (_where, envelope) => {
    const asset = { name: '//storage.googleapis.com/b1', assetType: 'storage.googleapis.com/Bucket', ...envelope };
    const { documents } = readContents({ a: JSON.stringify(asset) });
    expect(documents.map(({ form, data }) => [form, data])).toStrictEqual([
      ['full', { name: 'b1', storageClass: 'STANDARD' }],
    ]);
  });

  it('reports an asset whose name does not fit its type', () => {
    const line = '{"name":"//storage.googleapis.com/b","asset_type":"aiplatform.googleapis.com/CustomJob"}';
    expect(readContents({ 'a.ndjson': line }).problems).toStrictEqual([
      {
        code: 'bad-name',
        severity: 'error',
        file: 'a.ndjson',
        path: 'name',
        reason: 'The name of this asset does not fit its type, aiplatform.googleapis.com/CustomJob.',
      },
    ]);
  });
});

describe('job specifications', () => {
  it('reads a bare specification as an unsubmitted job named by its content and titled by its file', async () => {
    const job = await onlyDocument('specs/bare.yaml');
    expect([job.form, job.name, job.data['displayName']]).toStrictEqual([
      'unsubmitted',
      expect.stringMatching(
        /^\/\/aiplatform\.googleapis\.com\/projects\/-\/locations\/-\/customJobs\/unsubmitted-[0-9a-f]{12}$/,
      ),
      'bare',
    ]);
    expect(job.data['jobSpec']).toMatchObject({
      workerPoolSpecs: [{ pythonPackageSpec: { args: ['--lr', '1e-4', '--out=/gcs/tidal-models/next'] } }],
    });
  });

  it('brings snake_case to the form of the API', async () => {
    const job = await onlyDocument('specs/snake-case.yaml');
    expect(job.data).toStrictEqual({
      displayName: 'snake-case',
      jobSpec: {
        workerPoolSpecs: [
          {
            machineSpec: { machineType: 'n1-standard-4' },
            replicaCount: 1,
            containerSpec: {
              imageUri: 'gcr.io/tidal-ml/trainer',
              command: ['sh', '-c', 'python -m trainer \\\n  --data gs://tidal-training-data/a\n'],
            },
          },
        ],
        baseOutputDirectory: { outputUriPrefix: 'gs://tidal-models/snake' },
      },
    });
  });

  it('reads the body of a create request with its own title, labels as they are', async () => {
    const job = await onlyDocument('specs/create-request.json');
    expect([job.form, job.data['displayName'], job.data['labels']]).toStrictEqual([
      'unsubmitted',
      'from a request',
      { team_name: 'growth' },
    ]);
  });

  it('gives equal specifications the same name whatever their spelling and file', () => {
    const camel = '{"workerPoolSpecs":[{"replicaCount":1}],"serviceAccount":"a@p.iam.gserviceaccount.com"}';
    const snake = 'service_account: a@p.iam.gserviceaccount.com\nworker_pool_specs:\n- replica_count: 1\n';
    const { documents } = readContents({ 'a.json': camel, 'b.yaml': snake });
    expect(documents[0]?.name).toBe(documents[1]?.name);
  });
});
