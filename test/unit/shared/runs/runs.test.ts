import { describe, expect, it } from 'vitest';
import type { GraphNode } from '../../../../shared/graph/graph.ts';
import type { JsonObject } from '../../../../shared/json.ts';
import { parseResourceName } from '../../../../shared/resource/resource-name.ts';
import type { ResourceDocument } from '../../../../shared/resource/document.ts';
import { changesBetweenRuns } from '../../../../shared/runs/run-changes.ts';
import { findTemplates, imageName } from '../../../../shared/runs/templates.ts';
import { makeGraph, nodeId, type NodeInShort } from '../../../tools/make-graph.ts';

const JOB = 'gcp-ai-platform-custom-job';
const IMAGE = 'europe-docker.pkg.dev/acme-ml/train/fraud';
const DIGEST = { a: `sha256:${'a'.repeat(64)}`, b: `sha256:${'b'.repeat(64)}` };
const parsed = parseResourceName('//aiplatform.googleapis.com/projects/acme-ml/locations/europe-west4/customJobs/1');

function document(data: JsonObject): ResourceDocument {
  if (parsed === undefined) throw new Error('this is a name');
  return { kind: JOB, name: parsed.name, data, form: 'full', origin: { file: 'jobs.json' } };
}

function job(id: string, day: number | undefined, more: Partial<NodeInShort> = {}): NodeInShort {
  const data = day === undefined ? {} : { createTime: `2026-03-${String(day).padStart(2, '0')}T00:00:00Z` };
  return { id, kind: JOB, project: 'acme-ml', location: 'europe-west4', document: document(data), ...more };
}

describe('findTemplates()', () => {
  const graph = makeGraph(
    [
      job('train-fraud-20260303', 3),
      job('train-fraud-20260301', 1),
      job('train-fraud-next', undefined),
      job('train-fraud-20260302', 2, { project: 'acme-dev' }),
      job('train-fraud-20260304', undefined),
      job('train-fraud-5', 5),
      job('20260301', 1),
      { id: 'train-fraud-9', kind: JOB, state: 'referenced' },
      { id: 'train-fraud-8', kind: 'gcp-storage-bucket', project: 'acme-ml' },
      { id: `${IMAGE}:1`, kind: 'gcp-artifact-registry-docker-image' },
      { id: 'other', kind: 'gcp-artifact-registry-docker-image' },
    ],
    [
      { type: 'PULLS_IMAGE', from: 'train-fraud-20260303', to: `${IMAGE}:1` },
      { type: 'PULLS_IMAGE', from: 'train-fraud-20260301', to: `${IMAGE}:1` },
      { type: 'PULLS_IMAGE', from: 'train-fraud-20260304', to: `${IMAGE}:1` },
      { type: 'PULLS_IMAGE', from: 'train-fraud-20260302', to: `${IMAGE}:1` },
      { type: 'PULLS_IMAGE', from: 'train-fraud-5', to: 'other' },
    ],
  );
  const templates = findTemplates(graph);

  it('puts jobs of one name, project and image together, in order of time, those without one last', () => {
    const template = templates.of(nodeId('train-fraud-20260303'));
    expect(template?.runs.map(({ id }) => id)).toStrictEqual([
      'train-fraud-20260301',
      'train-fraud-20260303',
      'train-fraud-20260304',
    ]);
    expect([template?.stem, template?.images, template?.undated]).toStrictEqual(['train-fraud', [IMAGE], 1]);
    expect(templates.repeated).toStrictEqual([template]);
  });

  it('keeps other images, other projects and other names apart', () => {
    expect(templates.of(nodeId('train-fraud-5'))?.runs).toHaveLength(1);
    expect(templates.of(nodeId('train-fraud-20260302'))?.runs).toHaveLength(1);
    expect(templates.of(nodeId('train-fraud-next'))?.stem).toBe('train-fraud-next');
  });

  it('knows none for what does not run, was not collected, or has a name of numbers only', () => {
    const ids = ['train-fraud-8', 'train-fraud-9', '20260301', 'gone'];
    expect(ids.map((id) => templates.of(nodeId(id)))).toStrictEqual(Array<undefined>(4).fill(undefined));
  });

  it('takes tag and digest off an image, not the port of its registry', () => {
    expect(
      [`${IMAGE}:1@${DIGEST.a}`, `${IMAGE}@${DIGEST.a}`, 'localhost:5000/train', `${IMAGE}:1`].map(imageName),
    ).toStrictEqual([IMAGE, IMAGE, 'localhost:5000/train', IMAGE]);
  });
});

describe('changesBetweenRuns()', () => {
  function node(id: string, location = 'europe-west4'): GraphNode {
    return { id: nodeId(id), kind: JOB, state: 'present', title: id, location };
  }

  function spec(container: JsonObject, more: JsonObject = {}, other: JsonObject = {}): JsonObject {
    return {
      displayName: `train-${String(Math.random())}`,
      createTime: '2026-03-01T00:00:00Z',
      jobSpec: { workerPoolSpecs: [{ containerSpec: container, ...other }], ...more },
    };
  }

  function changes(before: JsonObject, after: JsonObject) {
    return changesBetweenRuns({ node: node('a'), data: before }, { node: node('b'), data: after });
  }

  it('are none where only name and times differ', () => {
    expect(changes(spec({ imageUri: IMAGE }), spec({ imageUri: IMAGE }))).toStrictEqual([]);
  });

  it('tell first that a tag was moved to another image', () => {
    const before = spec(
      { imageUri: `${IMAGE}:1@${DIGEST.a}` },
      { serviceAccount: 'a@acme-ml.iam.gserviceaccount.com' },
    );
    const after = spec({ imageUri: `${IMAGE}:1@${DIGEST.b}` }, { serviceAccount: 'b@acme-ml.iam.gserviceaccount.com' });
    expect(changes(before, after)).toStrictEqual([
      {
        group: 'image',
        label: 'Image',
        before: `${IMAGE}:1@${DIGEST.a}`,
        after: `${IMAGE}:1@${DIGEST.b}`,
        remark: 'moved-tag',
        evidence: {
          document: 'b',
          path: 'jobSpec.workerPoolSpecs[0].containerSpec.imageUri',
          value: `${IMAGE}:1@${DIGEST.b}`,
        },
      },
      {
        group: 'identity',
        label: 'Service account',
        before: 'a@acme-ml.iam.gserviceaccount.com',
        after: 'b@acme-ml.iam.gserviceaccount.com',
        evidence: { document: 'b', path: 'jobSpec.serviceAccount', value: 'b@acme-ml.iam.gserviceaccount.com' },
      },
    ]);
  });

  it('tell of another version that is pinned without a tag, and remark nothing on it', () => {
    const before = spec({ imageUri: `${IMAGE}@${DIGEST.a}` });
    const after = spec({ imageUri: `${IMAGE}@${DIGEST.b}` });
    expect(changes(before, after)?.map(({ label, remark }) => [label, remark])).toStrictEqual([['Image', undefined]]);
  });

  it('tell of a new tag without that remark, and of an image that is no longer pinned with one of its own', () => {
    const remarks = [`${IMAGE}:2@${DIGEST.b}`, `${IMAGE}@${DIGEST.a}`, `${IMAGE}:1`].map((imageUri) =>
      changes(spec({ imageUri: `${IMAGE}:1@${DIGEST.a}` }), spec({ imageUri }))?.map(({ remark }) => remark),
    );
    expect(remarks).toStrictEqual([[undefined], [undefined], ['unpinned']]);
  });

  it('go by the names of variables and flags, whatever place they stand at', () => {
    const before = spec({
      args: ['--epochs=10', '--data', 'gs://raw/1/', 'train', '--verbose'],
      env: [
        { name: 'STAGE', value: 'prod' },
        { name: 'TOKEN', value: '[masked #1]' },
      ],
    });
    const after = spec({
      args: ['train', '--data', 'gs://raw/2/', '--epochs=20'],
      env: [
        { name: 'TOKEN', value: '[masked #2]' },
        { name: 'SHARD', value: '7' },
        { name: 'STAGE', value: 'prod' },
      ],
    });
    const pool = 'jobSpec.workerPoolSpecs[0].containerSpec';
    expect(
      changes(before, after)?.map(({ label, before: old, after: now, evidence, remark }) => [
        label,
        old,
        now,
        `${evidence.document} ${evidence.path}`,
        remark,
      ]),
    ).toStrictEqual([
      ['Arguments: --epochs', '10', '20', `b ${pool}.args[3]`, undefined],
      ['Environment variables: TOKEN', '[masked #1]', '[masked #2]', `b ${pool}.env[0].value`, undefined],
      ['Environment variables: SHARD', undefined, '7', `b ${pool}.env[1].value`, undefined],
      ['Arguments: --verbose', 'set', undefined, `a ${pool}.args[4]`, undefined],
      ['Arguments: --data', 'gs://raw/1/', 'gs://raw/2/', `b ${pool}.args[2]`, 'counted-on'],
    ]);
  });

  it('name the worker pool where there is more than one', () => {
    const pools = (...images: string[]) => ({
      jobSpec: {
        workerPoolSpecs: images.map((imageUri) => ({
          containerSpec: { imageUri, env: [{ name: 'STAGE', value: imageUri }] },
        })),
      },
    });
    const before = pools('eu.gcr.io/p/main:1', 'eu.gcr.io/p/worker:1');
    const after = pools('eu.gcr.io/p/main:2', 'eu.gcr.io/p/worker:2');
    expect(changes(before, after)?.map(({ label }) => label)).toStrictEqual([
      'Image in workerPoolSpecs[0]',
      'Image in workerPoolSpecs[1]',
      'Environment variables in workerPoolSpecs[0]: STAGE',
      'Environment variables in workerPoolSpecs[1]: STAGE',
    ]);
  });

  it('tell network, key, output, machine and place, in this order', () => {
    const before = {
      ...spec({}, { network: 'projects/1/global/networks/default' }, { machineSpec: { machineType: 'n1-standard-8' } }),
      encryptionSpec: { kmsKeyName: 'projects/p/locations/l/keyRings/r/cryptoKeys/k' },
    };
    const after = spec(
      {},
      { baseOutputDirectory: { outputUriPrefix: 'gs://elsewhere/' } },
      { machineSpec: { machineType: 'n1-standard-16' } },
    );
    const found = changesBetweenRuns(
      { node: node('a'), data: before },
      { node: node('b', 'us-central1'), data: after },
    );
    expect(found?.map(({ label, before: old, after: now }) => [label, old, now])).toStrictEqual([
      ['Location', 'europe-west4', 'us-central1'],
      ['Network', 'projects/1/global/networks/default', undefined],
      ['Encryption key', 'projects/p/locations/l/keyRings/r/cryptoKeys/k', undefined],
      ['Output directory', undefined, 'gs://elsewhere/'],
      ['Machine type', 'n1-standard-8', 'n1-standard-16'],
    ]);
  });

  it('are not known where a document was not collected', () => {
    expect(changesBetweenRuns({ node: node('a') }, { node: node('b'), data: {} })).toBeUndefined();
  });
});
