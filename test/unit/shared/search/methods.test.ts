import { describe, expect, it } from 'vitest';
import { deriveGraph } from '../../../../shared/graph/derive-graph.ts';
import { createInventoryReader } from '../../../../shared/inventory/reader.ts';
import { parseInstant } from '../../../../shared/search/instant.ts';
import { getResources, listResources, searchResources } from '../../../../shared/search/methods.ts';
import { GET_FORMS, SEARCH_FORMS } from '../../../../shared/search/query-error.ts';
import { buildSearchIndex } from '../../../../shared/search/search-index.ts';

interface JobInShort {
  readonly id: string;
  readonly location: string;
  readonly displayName: string;
  readonly state?: string;
  readonly createTime?: string;
  readonly bucket?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

function job({
  id,
  location,
  displayName,
  state = 'SUCCEEDED',
  createTime,
  bucket = 'northwind-models',
  labels,
}: JobInShort) {
  return {
    name: `projects/418820347715/locations/${location}/customJobs/${id}`,
    displayName,
    state: `JOB_STATE_${state}`,
    createTime: createTime ?? '2025-11-01T00:00:00Z',
    ...(labels === undefined ? {} : { labels }),
    jobSpec: {
      workerPoolSpecs: [
        {
          machineSpec: { machineType: 'n1-standard-8' },
          replicaCount: '1',
          containerSpec: {
            imageUri: 'europe-west4-docker.pkg.dev/northwind-ml/training/team/trainer:2025-11',
            args: ['--flavour=vanilla-custard'],
          },
        },
      ],
      network: 'projects/northwind-ml/global/networks/ml-vpc',
      serviceAccount: 'trainer@northwind-ml.iam.gserviceaccount.com',
      baseOutputDirectory: { outputUriPrefix: `gs://${bucket}/runs` },
    },
    encryptionSpec: { kmsKeyName: `projects/northwind-ml/locations/${location}/keyRings/ml/cryptoKeys/training` },
  };
}

const ESTATE = [
  { projectId: 'northwind-ml', projectNumber: '418820347715', lifecycleState: 'ACTIVE', name: 'Northwind ML' },
  job({ id: '111', location: 'europe-west4', displayName: 'train-fraud-1', labels: { team: 'risk' } }),
  job({ id: '111', location: 'us-central1', displayName: 'train-fraud-2', state: 'FAILED', bucket: 'northwind-us' }),
  job({
    id: '222',
    location: 'europe-west4',
    displayName: 'score-churn',
    createTime: '2025-11-02T01:00:00.5+01:00',
    labels: { team: 'sales' },
  }),
];

function open() {
  const reader = createInventoryReader();
  reader.beginFile('estate.json');
  reader.push(new TextEncoder().encode(JSON.stringify(ESTATE)));
  reader.endFile();
  const graph = deriveGraph(reader.finish());
  return { graph, index: buildSearchIndex(graph) };
}

const { graph, index } = open();

const JOBS = {
  fraudEurope: '//aiplatform.googleapis.com/projects/northwind-ml/locations/europe-west4/customJobs/111',
  fraudUs: '//aiplatform.googleapis.com/projects/northwind-ml/locations/us-central1/customJobs/111',
  churn: '//aiplatform.googleapis.com/projects/northwind-ml/locations/europe-west4/customJobs/222',
} as const;

type Outcome = ReturnType<typeof getResources>;

/** Ids of what was found, or the error. */
function outcome(result: Outcome) {
  return result.ok ? result.nodes.map(({ id }) => id as string) : result.error;
}

function get(query: string, kind?: Parameters<typeof getResources>[2]) {
  return outcome(getResources(graph, query, kind));
}

function search(query: string) {
  return outcome(searchResources(graph, index, query));
}

function searchJobs(query: string) {
  const found = search(query);
  return Array.isArray(found) ? found.filter((id) => id.includes('/customJobs/')).toSorted() : found;
}

describe('GET', () => {
  it('reports every resource of an id, in whatever location', () => {
    expect(get('111')).toStrictEqual([JOBS.fraudEurope, JOBS.fraudUs]);
    expect(get('222')).toStrictEqual([JOBS.churn]);
  });

  it.each([
    ['LOCATION|ID', 'us-central1|111'],
    ['the relative name with the project id', 'projects/northwind-ml/locations/us-central1/customJobs/111'],
    ['the relative name with the project number', 'projects/418820347715/locations/us-central1/customJobs/111'],
    ['the full name', JOBS.fraudUs],
    ['the full name with the number', JOBS.fraudUs.replace('northwind-ml', '418820347715')],
    ['a trailing slash', `${JOBS.fraudUs}/`],
    [
      'a console page',
      'https://console.cloud.google.com/vertex-ai/locations/us-central1/training/111?project=northwind-ml',
    ],
  ])('finds one by %s', (_form, query) => {
    expect(get(query)).toStrictEqual([JOBS.fraudUs]);
  });

  const BUCKET = '//storage.googleapis.com/northwind-us';
  const IMAGE =
    '//artifactregistry.googleapis.com/projects/northwind-ml/locations/europe-west4/repositories/training/dockerImages/team%2Ftrainer:2025-11';
  const ACCOUNT =
    '//iam.googleapis.com/projects/northwind-ml/serviceAccounts/trainer@northwind-ml.iam.gserviceaccount.com';
  const KEY = '//cloudkms.googleapis.com/projects/northwind-ml/locations/us-central1/keyRings/ml/cryptoKeys/training';
  const NETWORK = '//compute.googleapis.com/projects/northwind-ml/global/networks/ml-vpc';

  it.each([
    [BUCKET, 'northwind-us'],
    [BUCKET, 'gs://northwind-us/any/object'],
    [BUCKET, '/gcs/northwind-us/any/object'],
    [IMAGE, 'europe-west4-docker.pkg.dev/northwind-ml/training/team/trainer:2025-11'],
    [IMAGE, 'europe-west4|training|team/trainer:2025-11'],
    [ACCOUNT, 'trainer@northwind-ml.iam.gserviceaccount.com'],
    [ACCOUNT, 'serviceAccount:trainer@northwind-ml.iam.gserviceaccount.com'],
    [KEY, 'us-central1|training'],
    [KEY, 'us-central1|ml|training'],
    [KEY, 'projects/northwind-ml/locations/us-central1/keyRings/ml/cryptoKeys/training/cryptoKeyVersions/3'],
    [NETWORK, 'ml-vpc'],
    [NETWORK, 'global|ml-vpc'],
    [NETWORK, 'https://www.googleapis.com/compute/v1/projects/northwind-ml/global/networks/ml-vpc'],
  ])('finds %s by %s', (id, query) => {
    expect(get(query)).toStrictEqual([id]);
  });

  it('looks for one kind only when one is asked for', () => {
    expect(get('northwind-us', 'gcp-ai-platform-custom-job')).toStrictEqual([]);
    expect(get('northwind-us', 'gcp-storage-bucket')).toStrictEqual([BUCKET]);
  });

  it.each(['333', 'us-east1|111', 'projects/other/locations/us-central1/customJobs/111', 'gs://no-such-bucket'])(
    'finds nothing by %s, which is no error',
    (query) => {
      expect(get(query)).toStrictEqual([]);
    },
  );

  it.each([
    ['', 'The query is empty.'],
    ['two words', '"two words" is no name or id.'],
    ['nowhere-at-all|111', '"nowhere-at-all|111" is not LOCATION|ID.'],
    ['us-central1|', '"us-central1|" is not LOCATION|ID.'],
    ['https://example.com/customJobs/111?x=1', '"https://example.com/customJobs/111?x=1" is no name of a resource.'],
  ])('refuses %j and lists the forms', (query, message) => {
    expect(get(query)).toStrictEqual({ message, forms: GET_FORMS });
  });
});

describe('LIST', () => {
  const ids = (...conditions: Parameters<typeof listResources> extends [unknown, ...infer Rest] ? Rest : never) =>
    listResources(graph, ...conditions).map(({ id }) => id as string);
  const kind = 'gcp-ai-platform-custom-job';

  it('gives every item of a kind over all projects and locations', () => {
    expect(ids({ kind })).toStrictEqual(
      [JOBS.fraudEurope, JOBS.fraudUs, JOBS.churn].toSorted(
        (a, b) => ids({ kind }).indexOf(a) - ids({ kind }).indexOf(b),
      ),
    );
    expect(ids({ kind: 'gcp-storage-bucket' }).toSorted()).toStrictEqual([
      '//storage.googleapis.com/northwind-models',
      '//storage.googleapis.com/northwind-us',
    ]);
  });

  it.each(['JOB_STATE_FAILED', 'FAILED', 'failed'])('filters by the state %s', (state) => {
    expect(ids({ kind, states: [state] })).toStrictEqual([JOBS.fraudUs]);
  });

  it('filters by whether a document was collected', () => {
    expect(ids({ kind, states: ['referenced'] })).toStrictEqual([]);
    expect(ids({ states: ['present'], kind: 'gcp-storage-bucket' })).toStrictEqual([]);
  });

  it('wants all labels', () => {
    expect(ids({ kind, labels: [['team', 'risk']] })).toStrictEqual([JOBS.fraudEurope]);
    expect(
      ids({
        kind,
        labels: [
          ['team', 'risk'],
          ['stage', 'prod'],
        ],
      }),
    ).toStrictEqual([]);
  });

  it('compares times as instants, the end excluded', () => {
    const midnight = parseInstant('2025-11-02T00:00:00Z');
    expect(ids({ kind, createdFrom: midnight ?? 0n })).toStrictEqual([JOBS.churn]);
    expect(ids({ kind, createdBefore: midnight ?? 0n }).toSorted()).toStrictEqual([JOBS.fraudEurope, JOBS.fraudUs]);
    expect(ids({ kind, createdBefore: parseInstant('2025-11-02T00:00:00.5Z') ?? 0n }).length).toBe(2);
  });
});

describe('SEARCH', () => {
  it.each([
    ['a location', 'us-central1', [JOBS.fraudUs]],
    ['a location and text', 'europe-west4|fraud', [JOBS.fraudEurope]],
    ['a full name', JOBS.churn, [JOBS.churn]],
    ['a relative name', 'projects/418820347715/locations/europe-west4/customJobs/222', [JOBS.churn]],
    ['a name prefix filter', 'displayName:"train-*"', [JOBS.fraudEurope, JOBS.fraudUs]],
    ['a name filter', 'displayName="score-churn"', [JOBS.churn]],
    ['a state filter', 'state=JOB_STATE_FAILED', [JOBS.fraudUs]],
    ['a label filter', 'labels.team=risk', [JOBS.fraudEurope]],
    ['a time filter in another zone', 'createTime>"2025-11-02T00:00:00.4Z"', [JOBS.churn]],
    ['a time filter with the same instant', 'createTime>"2025-11-02T02:00:00.5+02:00"', []],
    ['filters joined by AND', 'displayName:"train-*" AND state="JOB_STATE_SUCCEEDED"', [JOBS.fraudEurope]],
    ['a filter negated by NOT', 'displayName:"train-*" AND NOT state=JOB_STATE_FAILED', [JOBS.fraudEurope]],
    ['a filter negated by -', 'displayName:"train-*" AND -labels.team=risk', [JOBS.fraudUs]],
    ['a bucket', 'bucket:northwind-us', [JOBS.fraudUs]],
    ['a bucket as an address', 'bucket:gs://northwind-us/runs', [JOBS.fraudUs]],
    ['an image without its tag', 'image:team/trainer', [JOBS.fraudEurope, JOBS.churn, JOBS.fraudUs]],
    ['an account', 'sa:trainer@northwind-ml.iam.gserviceaccount.com', [JOBS.fraudEurope, JOBS.churn, JOBS.fraudUs]],
    ['a key', 'kms:projects/northwind-ml/locations/us-central1/keyRings/ml/cryptoKeys/training', [JOBS.fraudUs]],
    ['a network', 'network:ml-vpc', [JOBS.fraudEurope, JOBS.churn, JOBS.fraudUs]],
    ['free text', 'churn', [JOBS.churn]],
    ['text of any field', 'vanilla-custard', [JOBS.fraudEurope, JOBS.churn, JOBS.fraudUs]],
    ['a name that nothing has', 'projects/p/locations/us-central1/customJobs/9', []],
    ['a bucket that nothing uses', 'bucket:northwind-nothing', []],
  ] as const)('understands %s: %s', (_form, query, expected) => {
    expect(searchJobs(query)).toStrictEqual([...expected]);
  });

  it.each([
    ['', 'The query is empty.'],
    ['bucket:', '"bucket:" lacks the name after the colon.'],
    ['nowhere-at-all|fraud', '"nowhere-at-all" is no location.'],
    ['state>JOB_STATE_FAILED', 'state cannot be compared by >.'],
    ['createTime>"yesterday"', '"yesterday" is no RFC 3339 time such as 2025-11-01T00:00:00Z.'],
    [
      'state=JOB_STATE_FAILED OR state=JOB_STATE_CANCELLED',
      'Conditions are joined by AND; this is not: OR state=JOB_STATE_CANCELLED',
    ],
    ['state=JOB_STATE_FAILED AND colour=blue', 'This part of the filter is not understood: colour=blue'],
  ])('refuses %j and lists the forms', (query, message) => {
    expect(search(query)).toStrictEqual({ message, forms: SEARCH_FORMS });
  });
});
