import { describe, expect, it } from 'vitest';
import { compareNodes } from '../../../../../../renderer/inventory/worker/details/compare-nodes.ts';
import { RELATIONS } from '../../../../../../shared/links/relations.ts';
import { makeGraph, nodeId } from '../../../../../tools/make-graph.ts';

const graph = makeGraph(
  [
    { id: 'train-1', kind: 'gcp-ai-platform-custom-job', project: 'acme-ml', lifecycle: 'JOB_STATE_FAILED' },
    { id: 'train-2', kind: 'gcp-ai-platform-custom-job', project: 'acme-ml', lifecycle: 'JOB_STATE_SUCCEEDED' },
    { id: 'train-3', kind: 'gcp-ai-platform-custom-job', project: 'acme-ml' },
    { id: 'trainer', kind: 'gcp-iam-service-account' },
    { id: 'image-a', kind: 'gcp-artifact-registry-docker-image' },
    { id: 'image-b', kind: 'gcp-artifact-registry-docker-image' },
  ],
  [
    ...['train-1', 'train-2', 'train-3'].map((from) => ({ type: 'RUNS_AS', from, to: 'trainer' }) as const),
    { type: 'PULLS_IMAGE', from: 'train-1', to: 'image-a', flow: 'in' },
    { type: 'PULLS_IMAGE', from: 'train-2', to: 'image-b', flow: 'in' },
    { type: 'PULLS_IMAGE', from: 'train-3', to: 'image-b', flow: 'in' },
  ],
);

function node(id: string, kind: 'gcp-iam-service-account' | 'gcp-artifact-registry-docker-image') {
  return { text: id, node: { id, kind, state: 'present', title: id } };
}

describe('compareNodes()', () => {
  it('tells what resources share and how they differ, by what they are and what they link to', () => {
    expect(compareNodes(graph, ['train-1', 'train-2', 'train-3', 'gone'].map(nodeId), () => undefined)).toStrictEqual({
      nodes: 3,
      same: [
        { label: 'kind', values: [{ text: 'Custom job', count: 3 }], count: 1, without: 0 },
        { label: 'project', values: [{ text: 'acme-ml', count: 3 }], count: 1, without: 0 },
        {
          label: 'runs as',
          values: [{ ...node('trainer', 'gcp-iam-service-account'), count: 3 }],
          count: 1,
          without: 0,
        },
      ],
      different: [
        {
          label: 'status',
          values: [
            { text: 'failed', count: 1 },
            { text: 'succeeded', count: 1 },
          ],
          count: 2,
          without: 1,
        },
        {
          label: 'pulls image',
          values: [
            { ...node('image-b', 'gcp-artifact-registry-docker-image'), count: 2 },
            { ...node('image-a', 'gcp-artifact-registry-docker-image'), count: 1 },
          ],
          count: 2,
          without: 0,
        },
      ],
    });
  });

  it('compares who may do what, and what points at them', () => {
    const buckets = makeGraph(
      [
        { id: 'raw', kind: 'gcp-storage-bucket' },
        { id: 'curated', kind: 'gcp-storage-bucket' },
        { id: 'reader', kind: 'gcp-iam-principal' },
        { id: 'train', kind: 'gcp-ai-platform-custom-job' },
      ],
      [
        { type: 'CAN_READ', from: 'reader', to: 'raw' },
        { type: 'CAN_READ', from: 'reader', to: 'curated' },
        { type: 'WRITES_TO', from: 'train', to: 'raw' },
      ],
    );
    const { same, different } = compareNodes(buckets, ['raw', 'curated'].map(nodeId), () => undefined);
    expect(same.map(({ label }) => label)).toContain(RELATIONS.CAN_READ.reverseLabel);
    expect(different).toMatchObject([
      { label: RELATIONS.WRITES_TO.reverseLabel, values: [{ text: 'train', count: 1 }], without: 1 },
    ]);
  });

  it('compares the facts of their documents, those of all worker pools together', () => {
    const machines: Readonly<Record<string, readonly string[]>> = {
      'train-1': ['n1-standard-8', 'n1-standard-4'],
      'train-2': ['n1-standard-8', 'n1-standard-8'],
    };
    const { same, different } = compareNodes(graph, ['train-1', 'train-2'].map(nodeId), ({ id }) => ({
      jobSpec: {
        workerPoolSpecs: (machines[id] ?? []).map((machineType) => ({ machineSpec: { machineType } })),
        enableWebAccess: true,
      },
    }));
    expect(same).toContainEqual({
      label: 'Interactive shell',
      values: [{ text: 'yes', count: 2 }],
      count: 1,
      without: 0,
    });
    expect(different).toContainEqual({
      label: 'Machine type',
      values: [
        { text: 'n1-standard-8', count: 2 },
        { text: 'n1-standard-4', count: 1 },
      ],
      count: 2,
      without: 0,
    });
  });
});
