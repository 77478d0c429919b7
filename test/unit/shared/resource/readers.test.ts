import { describe, expect, it } from 'vitest';
import { readBigQueryUri } from '../../../../shared/resource/big-query-uri.ts';
import { bucketNameProblem } from '../../../../shared/resource/bucket-name.ts';
import { readCloudStoragePath, readCloudStorageUri } from '../../../../shared/resource/cloud-storage-uri.ts';
import { readImageReference } from '../../../../shared/resource/image-reference.ts';
import { parsePackageAddress } from '../../../../shared/resource/package-address.ts';
import { parseParentName } from '../../../../shared/resource/parent-name.ts';
import { createProjectAliases } from '../../../../shared/resource/project-aliases.ts';
import type { Reading } from '../../../../shared/resource/reading.ts';
import { readServiceAccount } from '../../../../shared/resource/service-account-reference.ts';
import { parseServiceAccount } from '../../../../shared/resource/service-account.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

/** A reading in short: the name and its facts, or the reason. */
function inShort(reading: Reading): unknown {
  return reading.ok ? [reading.parsed.name, reading.facts] : reading.reason;
}

describe('readImageReference()', () => {
  const registry = '//artifactregistry.googleapis.com/projects';
  it.each([
    ['us.gcr.io/p1/a', `${registry}/p1/locations/us/repositories/us.gcr.io/dockerImages/a:latest`, { tag: 'latest' }],
    [
      'asia.gcr.io/p1/a/b:1',
      `${registry}/p1/locations/asia/repositories/asia.gcr.io/dockerImages/a%2Fb:1`,
      { tag: '1' },
    ],
    [
      'europe-west4-docker.pkg.dev/example.com/p1/repo/a:1',
      `${registry}/example.com:p1/locations/europe-west4/repositories/repo/dockerImages/a:1`,
      { tag: '1' },
    ],
    [
      `us-docker.pkg.dev/p1/repo/a:1@${digest.toUpperCase().replace('SHA', 'sha')}`,
      `${registry}/p1/locations/us/repositories/repo/dockerImages/a@${digest}`,
      { tag: '1', digest },
    ],
    [
      `projects/p1/locations/us/repositories/repo/dockerImages/teams%2Fa@${digest}`,
      `${registry}/p1/locations/us/repositories/repo/dockerImages/teams%2Fa@${digest}`,
      undefined,
    ],
    ['python', '//docker.io/library/python:latest', { tag: 'latest' }],
    ['index.docker.io/library/python:3', '//docker.io/library/python:3', { tag: '3' }],
    ['docker://quay.io/org/a:1', '//quay.io/org/a:1', { tag: '1' }],
    ['localhost:5000/a:1', '//localhost:5000/a:1', { tag: '1' }],
    ['registry.internal:8443/team/a', '//registry.internal:8443/team/a:latest', { tag: 'latest' }],
  ])('reads %s', (text, name, facts) => {
    expect(inShort(readImageReference(text))).toStrictEqual([name, facts]);
  });

  it.each([
    ['', 'This is no image reference: expected [HOST/]PATH[:TAG][@sha256:DIGEST] with a lower-case path.'],
    ['Team/Image', 'This is no image reference: expected [HOST/]PATH[:TAG][@sha256:DIGEST] with a lower-case path.'],
    ['a:$TAG', 'This is no image reference: expected [HOST/]PATH[:TAG][@sha256:DIGEST] with a lower-case path.'],
    ['a@sha256:12', 'This is no image reference: expected [HOST/]PATH[:TAG][@sha256:DIGEST] with a lower-case path.'],
    ['gcr.io/p1', 'This is no image reference: expected [HOST/]PATH[:TAG][@sha256:DIGEST] with a lower-case path.'],
    ['us-docker.pkg.dev/p1/repo', 'This names no image: expected LOCATION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE.'],
  ])('says why %j is none', (text, reason) => {
    expect(inShort(readImageReference(text))).toBe(reason);
  });
});

describe('parseServiceAccount()', () => {
  it.each([
    ['trainer@p1.iam.gserviceaccount.com', 'p1', 'user-managed', undefined],
    ['serviceAccount:Trainer@p1.iam.gserviceaccount.com', 'p1', 'user-managed', undefined],
    ['trainer@p1.example.com.iam.gserviceaccount.com', 'example.com:p1', 'user-managed', undefined],
    ['418820347715-compute@developer.gserviceaccount.com', '418820347715', 'default', undefined],
    ['418820347715@cloudservices.gserviceaccount.com', '418820347715', 'agent', '418820347715'],
    ['p1@appspot.gserviceaccount.com', 'p1', 'default', undefined],
    ['p1.example.com@appspot.gserviceaccount.com', 'example.com:p1', 'default', undefined],
    [
      'service-418820347715@gcp-sa-aiplatform-cc.iam.gserviceaccount.com',
      'gcp-sa-aiplatform-cc',
      'agent',
      '418820347715',
    ],
    ['service-418820347715@compute-system.iam.gserviceaccount.com', 'compute-system', 'agent', '418820347715'],
    ['cloud-ml@system.gserviceaccount.com', '-', 'agent', undefined],
    ['someone@example.com', '-', 'user-managed', undefined],
  ])('reads %s', (text, project, accountClass, actsForProject) => {
    const id = text.replace('serviceAccount:', '').toLowerCase();
    expect(parseServiceAccount(text)).toStrictEqual({
      id,
      project,
      accountClass,
      deleted: false,
      ...(actsForProject !== undefined && { actsForProject }),
    });
  });

  it('tells a deleted account from a live one of the same address', () => {
    expect(parseServiceAccount('deleted:serviceAccount:trainer@p1.iam.gserviceaccount.com?uid=123')).toStrictEqual({
      id: 'deleted:trainer@p1.iam.gserviceaccount.com?uid=123',
      project: 'p1',
      accountClass: 'user-managed',
      deleted: true,
    });
  });

  it.each([[''], ['trainer'], ['@p1.iam.gserviceaccount.com'], ['a b@p1.iam.gserviceaccount.com'], ['user:a@b']])(
    'takes %j for no account',
    (text) => {
      expect(parseServiceAccount(text)).toBeUndefined();
    },
  );

  it('reads addresses, unique ids and names as a reference, and says what else is expected', () => {
    const accounts = '//iam.googleapis.com/projects';
    expect(inShort(readServiceAccount('1-compute@developer.gserviceaccount.com'))).toStrictEqual([
      `${accounts}/1/serviceAccounts/1-compute@developer.gserviceaccount.com`,
      { class: 'default' },
    ]);
    expect(inShort(readServiceAccount('112233445566778899001'))).toStrictEqual([
      `${accounts}/-/serviceAccounts/112233445566778899001`,
      undefined,
    ]);
    expect(inShort(readServiceAccount('projects/p1/serviceAccounts/112233445566778899001'))).toStrictEqual([
      `${accounts}/p1/serviceAccounts/112233445566778899001`,
      undefined,
    ]);
    expect(inShort(readServiceAccount('trainer'))).toBe(
      'This names no service account: expected an e-mail address such as NAME@PROJECT.iam.gserviceaccount.com.',
    );
  });
});

describe('readers of storage addresses', () => {
  it.each([
    ['gs://ml-data/daily/part-*.csv', '//storage.googleapis.com/ml-data', { object: 'daily/part-*.csv' }],
    ['gs://ml-data', '//storage.googleapis.com/ml-data', undefined],
    ['gs://ml-data/', '//storage.googleapis.com/ml-data', undefined],
    ['/gcs/ml-data/daily', '//storage.googleapis.com/ml-data', { object: 'daily' }],
    ['https://storage.googleapis.com/ml-data/a%20b', '//storage.googleapis.com/ml-data', { object: 'a b' }],
    ['https://storage.cloud.google.com/ml-data/a', '//storage.googleapis.com/ml-data', { object: 'a' }],
    ['//storage.googleapis.com/ml-data', '//storage.googleapis.com/ml-data', undefined],
    ['gs://data.example.com/x', '//storage.googleapis.com/data.example.com', { object: 'x' }],
  ])('read %s', (text, name, facts) => {
    expect(inShort(readCloudStorageUri(text))).toStrictEqual([name, facts]);
    expect(inShort(readCloudStoragePath(text))).toStrictEqual([name, facts]);
  });

  it('read a bucket with a path and no scheme only where that is the field’s form', () => {
    expect(inShort(readCloudStoragePath('ml-data/daily'))).toStrictEqual([
      '//storage.googleapis.com/ml-data',
      { object: 'daily' },
    ]);
    expect(inShort(readCloudStorageUri('ml-data/daily'))).toBe(
      'This is no Cloud Storage URI: expected gs://BUCKET/OBJECT.',
    );
  });

  it.each([
    ['', 'The bucket name is empty.'],
    ['ml-*', 'The bucket name contains a wildcard, so it names no single bucket.'],
    ['ML-data', 'A bucket name has no upper-case letters.'],
    ['${BUCKET}', 'The bucket name contains a variable that the document does not resolve.'],
    [
      '-ml',
      'A bucket name has only lower-case letters, digits, dots, hyphens and underscores, and begins and ends with a letter or digit.',
    ],
    ['a..b', 'A bucket name has no two dots in a row.'],
    ['ml-data', undefined],
  ])('say what is wrong with the bucket name %j', (text, problem) => {
    expect(bucketNameProblem(text)).toBe(problem);
  });

  it.each([
    ['bq://p1', '//cloudresourcemanager.googleapis.com/projects/p1'],
    ['bq://p1.sales', '//bigquery.googleapis.com/projects/p1/datasets/sales'],
    ['bq://p1.sales.daily', '//bigquery.googleapis.com/projects/p1/datasets/sales/tables/daily'],
    ['bq://p1:sales.daily', '//bigquery.googleapis.com/projects/p1/datasets/sales/tables/daily'],
    [
      'bq://example.com:p1.sales.daily',
      '//bigquery.googleapis.com/projects/example.com:p1/datasets/sales/tables/daily',
    ],
  ])('read %s', (text, name) => {
    expect(inShort(readBigQueryUri(text))).toStrictEqual([name, undefined]);
  });

  it('say what a BigQuery address looks like', () => {
    expect(inShort(readBigQueryUri('p1.sales.daily'))).toBe(
      'This is no BigQuery URI: expected bq://PROJECT, bq://PROJECT.DATASET or bq://PROJECT.DATASET.TABLE.',
    );
  });
});

describe('names that contain other names', () => {
  it('tell the repository of an image and of a package, and the ring of a key', () => {
    expect(
      parseParentName(`projects/p1/locations/us/repositories/repo/dockerImages/a@${digest}`, {
        kinds: ['gcp-artifact-registry-repository'],
      })?.name,
    ).toBe('//artifactregistry.googleapis.com/projects/p1/locations/us/repositories/repo');
    expect(
      parseParentName('projects/p1/locations/us/keyRings/ml/cryptoKeys/training', { kinds: ['gcp-cloud-kms-key-ring'] })
        ?.name,
    ).toBe('//cloudkms.googleapis.com/projects/p1/locations/us/keyRings/ml');
    expect(parsePackageAddress('https://us-kfp.pkg.dev/p1/templates/forecast/v3')?.name).toBe(
      '//artifactregistry.googleapis.com/projects/p1/locations/us/repositories/templates',
    );
    expect(parsePackageAddress('https://us-kfp.pkg.dev/p1')).toBeUndefined();
  });
});

describe('createProjectAliases()', () => {
  const tie = (projectNumber: string, projectId: string, source = 'a') => ({ projectNumber, projectId, source });

  it('applies ties, in any order, however often they are learnt', () => {
    const aliases = createProjectAliases([tie('1', 'one'), tie('2', 'two'), tie('1', 'one', 'b')]);
    expect([...aliases.idOfNumber]).toStrictEqual([
      ['1', 'one'],
      ['2', 'two'],
    ]);
    expect([aliases.canonical('1'), aliases.canonical('one'), aliases.canonical('3')]).toStrictEqual([
      'one',
      'one',
      '3',
    ]);
    expect([aliases.numberOf('one'), aliases.numberOf('1'), aliases.numberOf('x')]).toStrictEqual([
      '1',
      '1',
      undefined,
    ]);
  });

  it('applies neither of two ties that contradict each other', () => {
    const aliases = createProjectAliases([tie('2', 'same', 'b'), tie('1', 'same', 'a'), tie('3', 'three')]);
    expect([...aliases.idOfNumber]).toStrictEqual([['3', 'three']]);
    expect(aliases.conflicts).toStrictEqual([
      { projectNumber: '1', projectIds: ['same'], sources: ['a'] },
      { projectNumber: '2', projectIds: ['same'], sources: ['b'] },
    ]);
  });
});
