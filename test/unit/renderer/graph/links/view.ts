import type { View, ViewEdge, ViewNode } from '../../../../../shared/graph/view.ts';

export const JOB: ViewNode = {
  id: '//job',
  kind: 'gcp-ai-platform-custom-job',
  state: 'present',
  title: 'train-recommender-europe-bert-2024-11-20',
  subtitle: 'europe-west4 · failed',
  lifecycle: 'JOB_STATE_FAILED',
  hiddenLinks: 0,
  attention: 0,
};

export const BUCKET: ViewNode = {
  id: '//bucket',
  kind: 'gcp-storage-bucket',
  state: 'referenced',
  title: 'acme-data',
  subtitle: '',
  hiddenLinks: 0,
  attention: 0,
};

export const EDGE: ViewEdge = {
  id: 'WRITES_TO //job //bucket',
  source: '//job',
  target: '//bucket',
  type: 'WRITES_TO',
  confidence: 'exact',
  flow: 'out',
  count: 1,
  evidence: 1,
};

/** The job left of the bucket. */
export const PLACES = { '//job': { x: 0, y: 0 }, '//bucket': { x: 408, y: 0 } };

export function view(nodes: readonly ViewNode[], edges: readonly ViewEdge[]): View {
  return { nodes, edges, shown: nodes.length, total: nodes.length, left: [] };
}
