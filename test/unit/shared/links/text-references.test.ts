import { describe, expect, it } from 'vitest';
import { readBigQueryUri } from '../../../../shared/resource/big-query-uri.ts';
import { readCloudStorageUri } from '../../../../shared/resource/cloud-storage-uri.ts';
import { readImageReference } from '../../../../shared/resource/image-reference.ts';
import { parseParentName } from '../../../../shared/resource/parent-name.ts';
import { parseResourceName } from '../../../../shared/resource/resource-name.ts';
import { readServiceAccount } from '../../../../shared/resource/service-account-reference.ts';
import { findTextReferences, flagName, guessFlow } from '../../../../shared/links/parsers/text-references.ts';

/** What a text names: the part that is the reference, and the resource or what is wrong with it. */
function found(text: string): unknown {
  return findTextReferences(text).map(({ text: part, reading }) => [
    part,
    reading === undefined ? undefined : reading.ok ? reading.parsed.name : reading.reason,
  ]);
}

describe('findTextReferences()', () => {
  it.each([
    ['--data=gs://ml-data/a.csv', [['gs://ml-data/a.csv', '//storage.googleapis.com/ml-data']]],
    [
      'gs://ml-data/a,/gcs/other-data/b',
      [
        ['gs://ml-data/a', '//storage.googleapis.com/ml-data'],
        ['/gcs/other-data/b', '//storage.googleapis.com/other-data'],
      ],
    ],
    ['{"path": "gs://ml-data/part-[0-9].csv"}', [['gs://ml-data/part-[0-9].csv', '//storage.googleapis.com/ml-data']]],
    ['see [gs://ml-data/a].', [['gs://ml-data/a', '//storage.googleapis.com/ml-data']]],
    [
      'python train.py --in gs://ml-data/a && ls /gcs/',
      [
        ['gs://ml-data/a', '//storage.googleapis.com/ml-data'],
        ['/gcs/', 'The bucket name is empty.'],
      ],
    ],
    [
      'bq://p1.sales.daily',
      [['bq://p1.sales.daily', '//bigquery.googleapis.com/projects/p1/datasets/sales/tables/daily']],
    ],
    [
      'projects/p1/secrets/token/versions/latest',
      [['projects/p1/secrets/token/versions/latest', '//secretmanager.googleapis.com/projects/p1/secrets/token']],
    ],
    ['sm://p1/token', [['sm://p1/token', '//secretmanager.googleapis.com/projects/p1/secrets/token']]],
    [
      'https://us-central1-aiplatform.googleapis.com/v1/projects/p1/locations/us-central1/models/7',
      [
        [
          'https://us-central1-aiplatform.googleapis.com/v1/projects/p1/locations/us-central1/models/7',
          '//aiplatform.googleapis.com/projects/p1/locations/us-central1/models/7',
        ],
      ],
    ],
    [
      'https://us-kfp.pkg.dev/p1/templates/forecast/v3',
      [
        [
          'https://us-kfp.pkg.dev/p1/templates/forecast/v3',
          '//artifactregistry.googleapis.com/projects/p1/locations/us/repositories/templates',
        ],
      ],
    ],
    [
      '--as=trainer@p1.iam.gserviceaccount.com',
      [
        [
          'trainer@p1.iam.gserviceaccount.com',
          '//iam.googleapis.com/projects/p1/serviceAccounts/trainer@p1.iam.gserviceaccount.com',
        ],
      ],
    ],
    [
      '--image us-docker.pkg.dev/p1/repo/a:1',
      [
        [
          'us-docker.pkg.dev/p1/repo/a:1',
          '//artifactregistry.googleapis.com/projects/p1/locations/us/repositories/repo/dockerImages/a:1',
        ],
      ],
    ],
    ['gs://$BUCKET/a', [['gs://$BUCKET/a', 'The bucket name contains a variable that the document does not resolve.']]],
    ['projects/p1/topics/done', [['projects/p1/topics/done', undefined]]],
  ])('finds the references in %s', (text, expected) => {
    expect(found(text)).toStrictEqual(expected);
  });

  it.each([['--epochs=40'], ['a/b/c'], ['/opt/ml/projects/x/y'], ['https://example.com/a'], ['s3://bucket/x'], ['']])(
    'finds none in %j',
    (text) => {
      expect(found(text)).toStrictEqual([]);
    },
  );

  it('takes no longer than the length of a hostile text asks for, nor do the readers of names', () => {
    const hostile = [
      `${'a.'.repeat(50_000)}@`,
      'gs://'.repeat(20_000),
      '/gcs/'.repeat(20_000),
      `${'-'.repeat(100_000)}/`,
    ];
    const start = performance.now();
    for (const text of hostile) {
      findTextReferences(text);
      parseResourceName(text);
      parseParentName(text, {});
      readImageReference(text);
      readServiceAccount(text);
      readCloudStorageUri(text);
      readBigQueryUri(text);
    }
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('guessFlow()', () => {
  it.each([
    ['output_dir', 'out'],
    ['AIP_MODEL_DIR', 'out'],
    ['checkpoint-path', 'out'],
    ['train-data', 'in'],
    ['INPUT', 'in'],
    ['vocab_file', 'in'],
    ['in', 'in'],
    ['region', 'both'],
    ['', 'both'],
  ])('takes %j for %s', (name, flow) => {
    expect(guessFlow(name)).toBe(flow);
  });

  it.each([
    ['--train-data=gs://a', 'train-data'],
    ['--train-data', 'train-data'],
    ['-o', 'o'],
    ['gs://a', undefined],
    ['--', undefined],
  ])('finds the flag in %s', (text, name) => {
    expect(flagName(text)).toBe(name);
  });
});
