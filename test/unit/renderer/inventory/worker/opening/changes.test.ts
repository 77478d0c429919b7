import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../../../../renderer/inventory/worker/opening/changes.ts';
import { newsIn } from '../../../../../../renderer/inventory/worker/opening/news.ts';
import { deriveGraph } from '../../../../../../shared/graph/derive-graph.ts';
import type { Graph } from '../../../../../../shared/graph/graph.ts';
import { createMasker } from '../../../../../../shared/inventory/masking.ts';
import { createInventoryReader } from '../../../../../../shared/inventory/reader.ts';
import type { ResourceDocument } from '../../../../../../shared/resource/document.ts';
import { documentOf, inventoryOf, JOB } from '../../../../shared/inventory-of.ts';
import { nodeId } from '../../../../../tools/make-graph.ts';

const PARENT = 'projects/northwind/locations/europe-west4/customJobs';

function graphOf(jobs: Readonly<Record<string, string>>): Graph {
  const reader = createInventoryReader();
  reader.beginFile('jobs.json');
  const documents = Object.entries(jobs).map(([id, state]) => ({
    name: `${PARENT}/${id}`,
    displayName: id,
    state,
    jobSpec: {},
  }));
  reader.push(new TextEncoder().encode(JSON.stringify(documents)));
  reader.endFile();
  return deriveGraph(reader.finish());
}

function job(id: string) {
  return nodeId(`//aiplatform.googleapis.com/${PARENT}/${id}`);
}

describe('changes between two states of an inventory', () => {
  it('names what came, what reads differently and what is gone', () => {
    const before = graphOf({ 1: 'JOB_STATE_RUNNING', 2: 'JOB_STATE_SUCCEEDED', 3: 'JOB_STATE_FAILED' });
    const after = graphOf({ 1: 'JOB_STATE_SUCCEEDED', 2: 'JOB_STATE_SUCCEEDED', 4: 'JOB_STATE_PENDING' });
    expect(changesBetween(before, after)).toStrictEqual({
      added: [job('4')],
      changed: [job('1')],
      removed: [
        {
          id: job('3'),
          kind: 'gcp-ai-platform-custom-job',
          state: 'present',
          title: '3',
          project: 'northwind',
          location: 'europe-west4',
          lifecycle: 'JOB_STATE_FAILED',
        },
      ],
    });
  });

  it('takes a document that was kept with its secrets masked for unchanged when only these differ', () => {
    const masker = createMasker(new Uint8Array(32).fill(7));
    const withToken = (token: string, image = 'gcr.io/acme/train:1') =>
      documentOf(JOB, {
        name: `${PARENT}/1`,
        jobSpec: {
          workerPoolSpecs: [{ containerSpec: { imageUri: image, env: [{ name: 'API_TOKEN', value: token }] } }],
        },
      });
    const graphWith = (document: ResourceDocument) => deriveGraph(inventoryOf([document]));
    const kept = graphWith({ ...withToken('s3cret-abc'), ...masker.maskDocument(withToken('s3cret-abc')) });
    expect(changesBetween(kept, graphWith(withToken('s3cret-abc'))).changed).toStrictEqual([]);
    expect(changesBetween(kept, graphWith(withToken('s3cret-abc', 'gcr.io/acme/train:2'))).changed).toStrictEqual([
      job('1'),
    ]);
    expect(
      changesBetween(graphWith(withToken('s3cret-abc')), graphWith(withToken('s3cret-xyz'))).changed,
    ).toStrictEqual([job('1')]);
  });

  it('marks a fold as added only when all of it is', () => {
    const node = {
      kind: 'gcp-ai-platform-custom-job',
      state: 'present',
      title: '',
      subtitle: '',
      hiddenLinks: 0,
      attention: 0,
    } as const;
    const view = {
      nodes: [
        { ...node, id: 'group:new', members: [job('1'), job('2')] },
        { ...node, id: 'group:grown', members: [job('2'), job('3')] },
        { ...node, id: 'group:old', members: [job('3')] },
        { ...node, id: job('4') },
      ],
      edges: [],
      shown: 4,
      total: 4,
      left: [],
    };
    expect(newsIn(view, { added: [job('1'), job('2')], changed: [job('4')], removed: [] })).toStrictEqual({
      'group:new': 'added',
      'group:grown': 'changed',
      [job('4')]: 'changed',
    });
  });
});
