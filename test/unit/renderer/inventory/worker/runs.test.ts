import { describe, expect, it } from 'vitest';
import { createRunsBuilder } from '../../../../../renderer/inventory/worker/runs.ts';
import { deriveGraph } from '../../../../../shared/graph/derive-graph.ts';
import { createMasker } from '../../../../../shared/inventory/masking.ts';
import type { JsonObject } from '../../../../../shared/json.ts';
import { documentOf, inventoryOf, JOB } from '../../../shared/inventory-of.ts';

const NAME = 'projects/acme-ml/locations/europe-west4/customJobs';
const IMAGE = 'europe-docker.pkg.dev/acme-ml/train/fraud:1';

function job(day: number, digest: string, secret: string): JsonObject {
  return {
    name: `${NAME}/${String(day)}`,
    displayName: `train-fraud-2026030${String(day)}`,
    createTime: `2026-03-0${String(day)}T00:00:00Z`,
    jobSpec: {
      workerPoolSpecs: [
        {
          containerSpec: {
            imageUri: `${IMAGE}@sha256:${digest.repeat(64)}`,
            env: [{ name: 'API_TOKEN', value: secret }],
          },
        },
      ],
    },
  };
}

const jobs = [job(1, 'a', 'hunter-2-first'), job(3, 'b', 'hunter-2-second'), job(2, 'a', 'hunter-2-first')];
const graph = deriveGraph(inventoryOf(jobs.map((data) => documentOf(JOB, data))));
const builder = createRunsBuilder(graph, createMasker(new Uint8Array(32)));
const ids = [...graph.nodes.values()].filter(({ title }) => title.startsWith('train-fraud')).map(({ id }) => id);

describe('the runs of a template', () => {
  it('come newest first, in pages, each compared with the one before', () => {
    const [id] = ids;
    const page = id && builder.runs(id, 0, 2);
    expect(page).toMatchObject({ stem: 'train-fraud', project: 'acme-ml', total: 3, undated: 0 });
    expect(page?.runs.map(({ node, isFirst, changes }) => [node.title, isFirst, changes?.length])).toStrictEqual([
      ['train-fraud-20260303', false, 2],
      ['train-fraud-20260302', false, 0],
    ]);
    expect(page?.runs[0]?.changes?.[0]).toMatchObject({ label: 'Image', remark: 'moved-tag' });
    const rest = id && builder.runs(id, 2, 5);
    expect(rest?.runs.map(({ node, isFirst }) => [node.title, isFirst])).toStrictEqual([
      ['train-fraud-20260301', true],
    ]);
  });

  it('never show a secret, and tell all the same that it changed', () => {
    const text = JSON.stringify(ids.map((id) => builder.runs(id, 0, 9)));
    expect(text).not.toContain('hunter');
    expect(text).toContain('Environment variables: API_TOKEN');
  });

  it('are listed as templates, with how often a tag was moved', () => {
    expect(builder.templates(0, 9)).toMatchObject({
      total: 1,
      templates: [
        { stem: 'train-fraud', runs: 3, movedTags: 1, first: Date.UTC(2026, 2, 1), last: Date.UTC(2026, 2, 3) },
      ],
    });
    expect(builder.templates(1, 9).templates).toStrictEqual([]);
  });
});
