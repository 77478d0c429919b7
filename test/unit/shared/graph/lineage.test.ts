import { describe, expect, it } from 'vitest';
import { lineageFrom, type LineageOptions } from '../../../../shared/graph/lineage.ts';
import { edgeId } from '../../../../shared/graph/graph.ts';
import { makeGraph, nodeId } from '../../../tools/make-graph.ts';

/** A pipeline launches a job that reads a bucket with an image and makes a model; another job shares network, key and image. */
const graph = makeGraph(
  [
    { id: 'pipeline', kind: 'gcp-ai-platform-pipeline-job' },
    { id: 'job', kind: 'gcp-ai-platform-custom-job' },
    { id: 'other', kind: 'gcp-ai-platform-custom-job' },
    { id: 'data', kind: 'gcp-storage-bucket' },
    { id: 'image', kind: 'gcp-artifact-registry-docker-image' },
    { id: 'key', kind: 'gcp-cloud-kms-crypto-key' },
    { id: 'network', kind: 'gcp-compute-network' },
    { id: 'model', kind: 'gcp-ai-platform-model' },
    { id: 'endpoint', kind: 'gcp-ai-platform-endpoint' },
    { id: 'reader', kind: 'gcp-iam-principal' },
  ],
  [
    { type: 'LAUNCHED_BY', from: 'job', to: 'pipeline' },
    { type: 'READS_DATA', from: 'job', to: 'data', flow: 'in' },
    { type: 'PULLS_IMAGE', from: 'job', to: 'image', flow: 'in' },
    { type: 'PULLS_IMAGE', from: 'other', to: 'image', flow: 'in' },
    { type: 'PEERS_NETWORK', from: 'job', to: 'network', flow: 'both' },
    { type: 'PEERS_NETWORK', from: 'other', to: 'network', flow: 'both' },
    { type: 'USES_KMS_KEY', from: 'data', to: 'key' },
    { type: 'USES_KMS_KEY', from: 'other', to: 'key' },
    { type: 'PRODUCED_MODEL', from: 'job', to: 'model', flow: 'out' },
    { type: 'DEPLOYED_TO', from: 'model', to: 'endpoint', flow: 'out' },
    { type: 'CAN_READ', from: 'reader', to: 'data', flow: 'in' },
  ],
);

function follow(start: string, direction: LineageOptions['direction'], way: LineageOptions['way'], limit = 100) {
  return lineageFrom(graph, nodeId(start), { direction, way, limit });
}

describe('lineageFrom()', () => {
  it('tells what a model came from by data alone', () => {
    const { distances, edges } = follow('model', 'sources', 'data');
    expect([...distances]).toStrictEqual([
      ['job', 1],
      ['data', 2],
      ['image', 2],
    ]);
    expect(edges.map(edgeId)).toStrictEqual([
      'PRODUCED_MODEL job model',
      'READS_DATA job data',
      'PULLS_IMAGE job image',
    ]);
  });

  it('adds launcher, keys and networks as dependencies, but nobody else who uses them', () => {
    expect([...follow('model', 'sources', 'dependencies').distances]).toStrictEqual([
      ['job', 1],
      ['pipeline', 2],
      ['data', 2],
      ['image', 2],
      ['network', 2],
      ['key', 3],
    ]);
  });

  it('tells by distance and kind what depends on a key', () => {
    expect(follow('key', 'dependants', 'dependencies').rings).toStrictEqual([
      {
        distance: 1,
        count: 2,
        kinds: [
          { kind: 'gcp-ai-platform-custom-job', count: 1 },
          { kind: 'gcp-storage-bucket', count: 1 },
        ],
      },
      { distance: 2, count: 1, kinds: [{ kind: 'gcp-ai-platform-custom-job', count: 1 }] },
      { distance: 3, count: 1, kinds: [{ kind: 'gcp-ai-platform-model', count: 1 }] },
      { distance: 4, count: 1, kinds: [{ kind: 'gcp-ai-platform-endpoint', count: 1 }] },
    ]);
    expect(follow('key', 'dependants', 'data').rings).toStrictEqual([]);
  });

  it('tells what a bucket feeds, without those who may read it', () => {
    expect([...follow('data', 'dependants', 'data').distances.keys()]).toStrictEqual(['job', 'model', 'endpoint']);
  });

  it('keeps the nearest where there are more than the limit', () => {
    const { distances, truncated, edges } = follow('image', 'dependants', 'data', 2);
    expect([...distances.keys()]).toStrictEqual(['job', 'other']);
    expect(truncated).toBe(true);
    expect(edges).toHaveLength(2);
    expect(follow('image', 'dependants', 'data', 4).truncated).toBe(false);
  });

  it('is empty for a node that is not there', () => {
    expect(follow('nowhere', 'sources', 'data')).toStrictEqual({
      distances: new Map(),
      edges: [],
      rings: [],
      truncated: false,
    });
  });
});
