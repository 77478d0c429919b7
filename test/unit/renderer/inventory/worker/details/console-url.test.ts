import { describe, expect, it } from 'vitest';
import { consoleUrl } from '../../../../../../renderer/inventory/worker/details/console-url.ts';
import type { GraphNode } from '../../../../../../shared/graph/graph.ts';
import type { KindId } from '../../../../../../shared/kinds/index.ts';
import { nodeId } from '../../../../../tools/make-graph.ts';

function node(id: string, kind: KindId, more: Partial<GraphNode> = {}): GraphNode {
  return { id: nodeId(id), kind, state: 'present', title: id, ...more };
}

const JOB = '//aiplatform.googleapis.com/projects/p/locations/us-central1/customJobs/123';

describe('the console page of a resource', () => {
  it('is built from the parts of its name', () => {
    expect(consoleUrl(node(JOB, 'gcp-ai-platform-custom-job'))).toBe(
      'https://console.cloud.google.com/vertex-ai/locations/us-central1/training/123?project=p',
    );
  });

  it('keeps what is odd in a name inside its part of the address', () => {
    const job = JOB.replace('/p/', '/example.com:ml/');
    expect(consoleUrl(node(job, 'gcp-ai-platform-custom-job'))).toBe(
      'https://console.cloud.google.com/vertex-ai/locations/us-central1/training/123?project=example.com%3Aml',
    );
  });

  it.each([
    ['an unresolved value', node('unresolved:gcp-storage-bucket:gs://', 'gcp-storage-bucket', { state: 'unresolved' })],
    ['a job that was never submitted', node(JOB, 'gcp-ai-platform-custom-job', { unsubmitted: true })],
    ['a name without its project', node(JOB.replace('/p/', '/-/'), 'gcp-ai-platform-custom-job')],
    ['an image of another registry', node('//docker.io/library/python:3.11', 'gcp-artifact-registry-docker-image')],
  ])('does not exist for %s', (_what, subject) => {
    expect(consoleUrl(subject)).toBe(undefined);
  });
});
