import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../../../shared/kinds/index.ts';
import { readBigQueryUri } from '../../../../shared/resource/big-query-uri.ts';
import { readCloudStoragePath, readCloudStorageUri } from '../../../../shared/resource/cloud-storage-uri.ts';
import { readImageReference } from '../../../../shared/resource/image-reference.ts';
import { parseParentName } from '../../../../shared/resource/parent-name.ts';
import {
  buildName,
  formatResourceName,
  parseResourceName,
  unsubmittedName,
  withProject,
} from '../../../../shared/resource/resource-name.ts';
import { readServiceAccount } from '../../../../shared/resource/service-account-reference.ts';
import { findTextReferences } from '../../../../shared/links/parsers/text-references.ts';

/** Values that each variable of a name can have; ids of all kinds must fit. */
const projects = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/),
  fc.stringMatching(/^[1-9][0-9]{5,12}$/),
  fc.stringMatching(/^[a-z]{2,8}\.(com|org):[a-z][a-z0-9-]{4,20}[a-z0-9]$/),
);
const locations = fc.constantFrom('us-central1', 'europe-west4', 'us', 'global', 'us-central1-a');
const ids = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{1,40}[a-z0-9]$/);

const names = fc.constantFrom(...KINDS).chain((kind) =>
  fc.constantFrom(...kind.names).chain((template) => {
    const variables = [...template.replace(/\[.*$/, '').matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    return fc.record({
      kind: fc.constant(kind.id),
      variables: fc.record(
        Object.fromEntries(
          variables.map((name) => [name, name === 'project' ? projects : name === 'location' ? locations : ids]),
        ),
        { noNullPrototype: true },
      ),
    });
  }),
);

/** What names are made of, to be put together wrongly. */
const FRAGMENTS = (
  '// / projects/ locations/ gs:// bq:// @ : % %2F %zz .. https:// ?project= console.cloud.google.com/ ' +
  'storage.googleapis.com/ -docker.pkg.dev/ gcr.io/ .gserviceaccount.com deleted:serviceAccount: __proto__ constructor ' +
  '{project} $& x 1 [ ] \u0000'
).split(' ');

describe('parseResourceName()', () => {
  it('reads back every name that formatResourceName() builds, of every kind and template', () => {
    fc.assert(
      fc.property(names, ({ kind, variables }) => {
        const built = buildName(kind, variables);
        expect(built && parseResourceName(built.name)).toStrictEqual(built);
        expect(built && parseResourceName(`${built.name}/`, { kinds: [kind] })).toStrictEqual(built);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads the relative name, the API address and the percent-encoded name as the full name', () => {
    fc.assert(
      fc.property(names, ({ kind, variables }) => {
        const built = buildName(kind, variables);
        const [, service = '', path = ''] = /^\/\/([^/]+)\/(.*)$/.exec(built?.name ?? '') ?? [];
        const context = { kinds: [kind] };
        expect(parseResourceName(path.includes('/') ? path : `//${service}/${path}`, context)).toStrictEqual(built);
        expect(parseResourceName(`https://${service}/v1/${path}`, context)).toStrictEqual(built);
        expect(parseResourceName(`//${service}/${path.replaceAll(':', '%3A')}`, context)).toStrictEqual(built);
      }),
      { numRuns: 1000 },
    );
  });

  it('throws on no text whatever, nor does any other reader of references', () => {
    const pieces = fc.constantFrom(...FRAGMENTS);
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(...KINDS), (text, kind) => {
        parseResourceName(text);
        parseResourceName(text, { kinds: [kind.id], project: text, location: text });
        parseParentName(text, { kinds: [kind.id] });
        readImageReference(text);
        readServiceAccount(text);
        readCloudStorageUri(text);
        readCloudStoragePath(text);
        readBigQueryUri(text);
        findTextReferences(text);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['https://www.googleapis.com/compute/v1/projects/net-host/global/networks/ml-vpc'],
    ['https://compute.googleapis.com/compute/v1/projects/net-host/global/networks/ml-vpc'],
    ['https://www.googleapis.com/compute/beta/projects/net-host/global/networks/ml-vpc/'],
    ['//compute.googleapis.com/projects/net-host/global/networks/ml-vpc'],
    ['projects/net-host/global/networks/ml-vpc'],
    ['/projects/net-host/global/networks/ml-vpc'],
    ['https://console.cloud.google.com/networking/networks/details/ml-vpc?project=net-host&pageTab=SUBNETS'],
  ])('reads %s as the same network', (text) => {
    expect(parseResourceName(text)).toStrictEqual({
      name: '//compute.googleapis.com/projects/net-host/global/networks/ml-vpc',
      kind: 'gcp-compute-network',
      project: 'net-host',
      location: 'global',
      id: 'ml-vpc',
      variables: { project: 'net-host', id: 'ml-vpc' },
    });
  });

  it.each([
    ['https://us-central1-aiplatform.googleapis.com/v1/projects/p1/locations/us-central1/customJobs/5'],
    ['https://us-central1-aiplatform.googleapis.com/v1beta1/projects/p1/locations/us-central1/customJobs/5'],
    ['https://aiplatform.us-central1.rep.googleapis.com/v1/projects/p1/locations/us-central1/customJobs/5'],
    ['//us-central1-aiplatform.googleapis.com/projects/p1/locations/us-central1/customJobs/5'],
    ['https://console.cloud.google.com/vertex-ai/locations/us-central1/training/5?project=p1'],
    ['https://console.cloud.google.com/vertex-ai/locations/us-central1/training/5/cpu?project=p1'],
    ['https://console.cloud.google.com/ai/platform/locations/us-central1/training/5?project=p1'],
  ])('reads %s as the same custom job', (text) => {
    expect(parseResourceName(text)?.name).toBe(
      '//aiplatform.googleapis.com/projects/p1/locations/us-central1/customJobs/5',
    );
  });

  it.each([
    ['https://www.googleapis.com/storage/v1/b/ml-data', '//storage.googleapis.com/ml-data'],
    ['https://storage.googleapis.com/storage/v1/b/ml-data/o/a%2Fb', '//storage.googleapis.com/ml-data'],
    ['projects/_/buckets/ml-data', '//storage.googleapis.com/ml-data'],
    [
      'https://console.cloud.google.com/storage/browser/ml-data;tab=objects?project=p1',
      '//storage.googleapis.com/ml-data',
    ],
    ['https://console.cloud.google.com/storage/browser/ml-data/daily/2026', '//storage.googleapis.com/ml-data'],
    [
      'https://console.cloud.google.com/security/kms/key/manage/europe-west4/ml/training?project=p1',
      '//cloudkms.googleapis.com/projects/p1/locations/europe-west4/keyRings/ml/cryptoKeys/training',
    ],
    [
      'https://console.cloud.google.com/iam-admin/serviceaccounts/details/112233445566778899001?project=p1',
      '//iam.googleapis.com/projects/p1/serviceAccounts/112233445566778899001',
    ],
    [
      'https://console.cloud.google.com/vertex-ai/models/locations/us-central1/models/7/versions/2?project=p1',
      '//aiplatform.googleapis.com/projects/p1/locations/us-central1/models/7',
    ],
    [
      `https://console.cloud.google.com/artifacts/docker/p1/us/training/forecast/sha256:${'a'.repeat(64)}?project=p1`,
      `//artifactregistry.googleapis.com/projects/p1/locations/us/repositories/training/dockerImages/forecast@sha256:${'a'.repeat(64)}`,
    ],
    [
      'https://console.cloud.google.com/bigquery?p=p1&d=sales&t=daily&page=table',
      '//bigquery.googleapis.com/projects/p1/datasets/sales/tables/daily',
    ],
    ['https://console.cloud.google.com/home/dashboard?project=p1', '//cloudresourcemanager.googleapis.com/projects/p1'],
    [
      'projects/-/serviceAccounts/trainer@ml-prod.example.com.iam.gserviceaccount.com',
      '//iam.googleapis.com/projects/example.com:ml-prod/serviceAccounts/trainer@ml-prod.example.com.iam.gserviceaccount.com',
    ],
    [
      'projects/example.com:ml-prod/locations/US-CENTRAL1/models/7@champion',
      '//aiplatform.googleapis.com/projects/example.com:ml-prod/locations/us-central1/models/7',
    ],
    ['//docker.io/library/python', '//docker.io/library/python:latest'],
  ])('reads %s as %s', (text, name) => {
    expect(parseResourceName(text)?.name).toBe(name);
  });

  it('completes what stands below the project, and bare ids, from the context', () => {
    const context = { project: 'p1', location: 'us-central1' };
    expect(parseResourceName('global/networks/default', context)?.name).toBe(
      '//compute.googleapis.com/projects/p1/global/networks/default',
    );
    expect(parseResourceName('77@2', { ...context, kinds: ['gcp-ai-platform-model'] })).toStrictEqual({
      name: '//aiplatform.googleapis.com/projects/p1/locations/us-central1/models/77',
      kind: 'gcp-ai-platform-model',
      project: 'p1',
      location: 'us-central1',
      id: '77',
      variables: { project: 'p1', location: 'us-central1', id: '77' },
      suffix: '2',
    });
    expect(parseResourceName('77', { kinds: ['gcp-ai-platform-model'], project: 'p1' })).toBeUndefined();
  });

  it('takes the project of an account from its address, and from the name where the address tells none', () => {
    const projectOf = (account: string) => parseResourceName(`projects/p1/serviceAccounts/${account}`)?.project;
    expect(projectOf('bot@p2.iam.gserviceaccount.com')).toBe('p2');
    expect(projectOf('bot@example.com')).toBe('p1');
  });

  it.each([
    ['app:v1@sha256:DIGEST', 'app@sha256:DIGEST', 'v1'],
    ['app@sha256:DIGEST', 'app@sha256:DIGEST', undefined],
    ['app:v1', 'app:v1', undefined],
    ['app', 'app:latest', undefined],
  ])('keeps of the image %s the id %s, and the tag %s beside a digest for what it is', (text, id, suffix) => {
    const digest = 'a'.repeat(64);
    const parsed = parseResourceName(
      `//artifactregistry.googleapis.com/projects/p1/locations/us/repositories/r/dockerImages/${text.replace('DIGEST', digest)}`,
    );
    expect([parsed?.id, parsed?.suffix]).toStrictEqual([id.replace('DIGEST', digest), suffix]);
  });

  it.each([
    [''],
    ['/'],
    ['//'],
    ['word'],
    ['projects/p1/locations/us/keyRings/r'.replace('p1', '${PROJECT}')],
    ['projects/p1/locations/us central1/models/7'],
    ['projects//locations/us-central1/models/7'],
    ['//run.googleapis.com/projects/p1/locations/us/services/s'],
    ['https://example.com/projects/p1/locations/us-central1/models/7'],
    ['https://console.cloud.google.com/vertex-ai/training/custom-jobs?project=p1'],
    ['//storage.googleapis.com/Upper-Case'],
  ])('takes %j for no name', (text) => {
    expect(parseResourceName(text)).toBeUndefined();
  });

  it('tells the project of a project’s own name, by id or number', () => {
    const byNumber = parseResourceName('projects/418820347715');
    expect(byNumber).toStrictEqual({
      name: '//cloudresourcemanager.googleapis.com/projects/418820347715',
      kind: 'gcp-cloud-resource-manager-project',
      project: '418820347715',
      id: '418820347715',
      variables: { id: '418820347715' },
    });
    expect(byNumber && withProject(byNumber, 'ml-prod').name).toBe(
      '//cloudresourcemanager.googleapis.com/projects/ml-prod',
    );
  });
});

describe('formatResourceName()', () => {
  it('keeps a value with a slash in one part', () => {
    expect(
      formatResourceName('gcp-artifact-registry-docker-image', {
        project: 'p1',
        location: 'us',
        repository: 'training',
        id: 'teams/forecast:v7',
      }),
    ).toBe(
      '//artifactregistry.googleapis.com/projects/p1/locations/us/repositories/training/dockerImages/teams%2Fforecast:v7',
    );
  });

  it('names a specification that was never submitted, with what is known of its place', () => {
    expect(unsubmittedName('gcp-ai-platform-custom-job', '3f2a')).toBe(
      '//aiplatform.googleapis.com/projects/-/locations/-/customJobs/unsubmitted-3f2a',
    );
    expect(parseResourceName(unsubmittedName('gcp-ai-platform-custom-job', '3f2a', { project: 'p1' }))).toStrictEqual({
      name: '//aiplatform.googleapis.com/projects/p1/locations/-/customJobs/unsubmitted-3f2a',
      kind: 'gcp-ai-platform-custom-job',
      project: 'p1',
      id: 'unsubmitted-3f2a',
      variables: { project: 'p1', location: '-', id: 'unsubmitted-3f2a' },
    });
  });
});
