import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../shared/json.ts';
import type { KindId } from '../../../../shared/kinds/index.ts';
import { compilePaths, formatPath, pathSteps, stringsAt } from '../../../../shared/links/field-path.ts';
import { extractLinks } from '../../../../shared/links/extract-links.ts';

const JOB = 'gcp-ai-platform-custom-job';
const place = { project: 'ml-prod', location: 'us-central1' };

const TRAINER = 'trainer@ml-prod.iam.gserviceaccount.com';
const TRAINER_NAME = `//iam.googleapis.com/projects/ml-prod/serviceAccounts/${TRAINER}`;

/** Every reference of a document: relation, path, target or reason, flow. */
function references(kind: KindId, data: JsonObject): unknown {
  return extractLinks(kind, data, place).candidates.map(({ rule, path, reading, flow }) => [
    rule.rule.relation,
    path,
    reading.ok ? reading.parsed.name : reading.reason,
    flow,
  ]);
}

describe('extractLinks()', () => {
  it('prefers the rule for a place to one for everything below a place above it', () => {
    expect(
      references('gcp-ai-platform-metadata-context', {
        metadata: {
          backing_tensorboard_resource: 'projects/ml-prod/locations/us-central1/tensorboards/9',
          notes: 'data from gs://ml-data/a',
        },
      }),
    ).toStrictEqual([
      [
        'LOGS_TO',
        'metadata.backing_tensorboard_resource',
        '//aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/tensorboards/9',
        'out',
      ],
      ['REFERENCES_DATA', 'metadata.notes', '//storage.googleapis.com/ml-data', 'none'],
    ]);
  });

  it('reads texts without a slash below a place whose texts name resources', () => {
    expect(
      references('gcp-ai-platform-pipeline-job', {
        runtimeConfig: { parameterValues: { run: { as: TRAINER, epochs: 3, stage: 'prod' } } },
      }),
    ).toStrictEqual([['REFERENCES_DATA', 'runtimeConfig.parameterValues.run.as', TRAINER_NAME, 'both']]);
  });

  it('completes a bare network by the project beside it, and an address by the project of the network', () => {
    expect(
      references(JOB, {
        jobSpec: {
          network: 'projects/net-host/global/networks/ml-vpc',
          reservedIpRanges: ['ml-range'],
          pscInterfaceConfig: {
            dnsPeeringConfigs: [
              { domain: 'a.internal.', targetProject: 'dns-a', targetNetwork: 'net-a' },
              { domain: 'b.internal.', targetProject: 'dns-b', targetNetwork: 'net-b' },
            ],
          },
        },
      }),
    ).toStrictEqual([
      ['PEERS_NETWORK', 'jobSpec.network', '//compute.googleapis.com/projects/net-host/global/networks/ml-vpc', 'both'],
      [
        'USES_IP_RANGE',
        'jobSpec.reservedIpRanges[0]',
        '//compute.googleapis.com/projects/net-host/global/addresses/ml-range',
        'both',
      ],
      ...['a', 'b'].flatMap((name, index) => [
        [
          'DNS_PEERS',
          `jobSpec.pscInterfaceConfig.dnsPeeringConfigs[${index}].targetProject`,
          `//cloudresourcemanager.googleapis.com/projects/dns-${name}`,
          'both',
        ],
        [
          'DNS_PEERS',
          `jobSpec.pscInterfaceConfig.dnsPeeringConfigs[${index}].targetNetwork`,
          `//compute.googleapis.com/projects/dns-${name}/global/networks/net-${name}`,
          'both',
        ],
      ]),
    ]);
  });

  it('guesses the flow of an environment variable from its name and of an argument from the flag before it', () => {
    const container = 'jobSpec.workerPoolSpecs[0].containerSpec';
    expect(
      references(JOB, {
        jobSpec: {
          workerPoolSpecs: [
            {
              containerSpec: {
                args: ['--output-dir', 'gs://ml-runs/1', 'gs://ml-other'],
                env: [{ name: 'TRAIN_DATA', value: 'gs://ml-data/a' }],
              },
            },
          ],
        },
      }),
    ).toStrictEqual([
      ['REFERENCES_DATA', `${container}.args[1]`, '//storage.googleapis.com/ml-runs', 'out'],
      ['REFERENCES_DATA', `${container}.args[2]`, '//storage.googleapis.com/ml-other', 'both'],
      ['REFERENCES_DATA', `${container}.env[0].value`, '//storage.googleapis.com/ml-data', 'in'],
    ]);
  });

  it('reads a list of one element that was written without brackets', () => {
    expect(references(JOB, { jobSpec: { models: '77' } })).toStrictEqual([
      [
        'READS_MODEL',
        'jobSpec.models',
        '//aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/models/77',
        'in',
      ],
    ]);
  });

  it('says what a name of another kind is, and what was expected', () => {
    expect(references(JOB, { encryptionSpec: { kmsKeyName: 'projects/p1/locations/us/keyRings/ml' } })).toStrictEqual([
      [
        'USES_KMS_KEY',
        'encryptionSpec.kmsKeyName',
        'This names another kind of resource (KMS key ring). Expected projects/PROJECT/locations/LOCATION/keyRings/KEYRING/cryptoKeys/ID.',
        'none',
      ],
    ]);
  });

  it('reports names of unknown kinds in free text, and any other string with a slash that nothing claims', () => {
    const { unclaimed } = extractLinks(
      JOB,
      {
        jobSpec: {
          workerPoolSpecs: [{ containerSpec: { args: ['--notify=projects/p1/topics/done', '/opt/ml/run.sh'] } }],
          newField: { 'a.b': ['x/y'] },
        },
        labels: { path: 'a/b' },
      },
      place,
    );
    expect(unclaimed).toStrictEqual([
      { path: 'jobSpec.workerPoolSpecs[0].containerSpec.args[0]', value: 'projects/p1/topics/done' },
      { path: 'jobSpec.newField["a.b"][0]', value: 'x/y' },
    ]);
  });
});

describe('field paths', () => {
  it('are split into steps, and written for concrete places', () => {
    expect(pathSteps('a.b[].*.c[]')).toStrictEqual(['a', 'b', '[]', '*', 'c', '[]']);
    expect(formatPath(['a', 0, 'b', 'c.d', 'e[f]'])).toBe('a[0].b["c.d"]["e[f]"]');
  });

  it('find every string they lead to', () => {
    const data = { a: [{ m: { x: '1', y: 2 } }, { m: { z: '3' } }, 'no'] };
    expect(stringsAt(data, pathSteps('a[].m.*'))).toStrictEqual(['1', '3']);
    expect(stringsAt(data, pathSteps('a.m'))).toStrictEqual([]);
    expect(stringsAt(data, ['__proto__', 'x'])).toStrictEqual([]);
  });

  it('say of a named key also what is said of every key', () => {
    const tree = compilePaths([
      { path: 'a.*.x', payload: 'any' },
      { path: 'a.b.x', payload: 'own' },
    ]);
    expect(tree.fields.get('a')?.fields.get('b')?.fields.get('x')?.payloads).toStrictEqual(['own', 'any']);
  });
});
