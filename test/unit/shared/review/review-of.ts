import type { NodeId } from '../../../../shared/graph/graph.ts';
import { INITIAL_VIEW } from '../../../../shared/graph/view.ts';
import type { ReviewRecord } from '../../../../shared/review/review-record.ts';

/** A job of the sample estate, as a note names it. */
export const JOB_ID = '//aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/customJobs/1' as NodeId;
export const BUCKET_ID = '//storage.googleapis.com/ml-prod-data' as NodeId;
export const FINGERPRINT = '0123456789abcdef0123456789abcdef';

/** A record that has one entry of each sort, by Ada. */
export const FULL_REVIEW: ReviewRecord = {
  views: [
    {
      id: 'v1',
      name: 'Where the data lives',
      note: 'For the audit.',
      author: 'Ada',
      time: '2026-11-23T10:00:00Z',
      state: {
        spec: { ...INITIAL_VIEW, hidden: [BUCKET_ID], focus: { nodes: [JOB_ID], depth: 2, direction: 'both' } },
        positions: { [JOB_ID]: { x: 10, y: -20.5 } },
        viewport: { zoom: 0.5, pan: { x: 1, y: 2 } },
        selected: [JOB_ID],
        trace: { type: 'lineage', of: JOB_ID, direction: 'sources', way: 'dependencies' },
      },
    },
  ],
  tabs: [
    { id: 't1', name: 'View 1', state: { spec: INITIAL_VIEW, positions: {} } },
    {
      id: 't2',
      name: 'Paths',
      active: true,
      state: {
        spec: { ...INITIAL_VIEW, layout: 'organic' },
        positions: {},
        trace: {
          type: 'paths',
          at: 1,
          question: {
            from: JOB_ID,
            to: BUCKET_ID,
            mode: 'shortest',
            depth: 4,
            direction: 'any',
            without: ['RUNS_AS'],
            limit: 50,
          },
        },
      },
    },
  ],
  queries: [{ name: 'Failed jobs', query: 'kind:job state:failed', author: 'Ada', time: '2026-11-23T10:01:00Z' }],
  notes: [
    {
      id: 'n1',
      target: { type: 'node', id: JOB_ID },
      title: 'train-1',
      text: 'Ask the vision team.',
      author: 'Ada',
      time: '2026-11-23T10:02:00Z',
    },
  ],
  marks: [
    {
      target: { type: 'edge', relation: 'READS', from: JOB_ID, to: BUCKET_ID },
      mark: 'to-check',
      author: 'Ada',
      time: '2026-11-23T10:03:00Z',
    },
  ],
  acceptances: [
    {
      fingerprint: FINGERPRINT,
      rule: 'identity-default-account',
      resource: JOB_ID,
      reason: 'Known, moves in January.',
      expires: '2027-01-31',
      author: 'Ada',
      time: '2026-11-23T10:04:00Z',
    },
  ],
  findingsBefore: { time: '2026-11-01T00:00:00Z', fingerprints: [FINGERPRINT] },
};
