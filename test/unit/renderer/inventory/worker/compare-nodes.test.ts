import { describe, expect, it } from 'vitest';
import { compareNodes } from '../../../../../renderer/inventory/worker/compare-nodes.ts';
import { makeGraph, nodeId } from '../../../../tools/make-graph.ts';

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
    { type: 'CAN_READ', from: 'train-1', to: 'image-a' },
  ],
);

function node(id: string, kind: 'gcp-iam-service-account' | 'gcp-artifact-registry-docker-image') {
  return { text: id, node: { id, kind, state: 'present', title: id } };
}

describe('compareNodes()', () => {
  it('tells what resources share and how they differ, by what they are and what they link to', () => {
    expect(compareNodes(graph, ['train-1', 'train-2', 'train-3', 'gone'].map(nodeId))).toStrictEqual({
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
});
