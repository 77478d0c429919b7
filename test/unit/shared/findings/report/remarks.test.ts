import { expect, it } from 'vitest';
import { remarksOf } from '../../../../../shared/findings/report/remarks.ts';
import type { NodeId } from '../../../../../shared/graph/graph.ts';
import { makeGraph } from '../../../../tools/make-graph.ts';

it('lists notes and marks oldest first, by what they are about', () => {
  const job = '//aiplatform.googleapis.com/projects/p/locations/us-central1/customJobs/1' as NodeId;
  const bucket = '//storage.googleapis.com/acme-data' as NodeId;
  const graph = makeGraph([], []);
  const signed = { author: 'Ada', time: '2026-11-20T08:00:00Z' };
  const record = {
    notes: [
      { id: 'a', target: { type: 'node', id: job } as const, title: 'train-42', text: 'Whose is it?', ...signed },
      {
        id: 'b',
        target: { type: 'edge', relation: 'READS_DATA', from: job, to: bucket } as const,
        text: 'Why?',
        ...signed,
        time: '2026-11-19T08:00:00Z',
      },
    ],
    marks: [
      {
        target: { type: 'finding', rule: 'data-public-bucket', resource: bucket, fingerprint: 'f' } as const,
        mark: 'to-check' as const,
        ...signed,
        time: '2026-11-18T08:00:00Z',
      },
    ],
  };
  expect(remarksOf(record, graph)).toStrictEqual([
    {
      about: `data-public-bucket at ${bucket}`,
      text: 'Marked as to check',
      author: 'Ada',
      time: '2026-11-18T08:00:00Z',
    },
    { about: `${job} reads data from ${bucket}`, text: 'Why?', author: 'Ada', time: '2026-11-19T08:00:00Z' },
    { about: 'train-42', text: 'Whose is it?', author: 'Ada', time: '2026-11-20T08:00:00Z' },
  ]);
});
