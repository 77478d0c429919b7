import { describe, expect, it } from 'vitest';
import type { NodeId } from '../../../../shared/graph/graph.ts';
import type { ReviewMark, ReviewNote, ReviewTarget } from '../../../../shared/review/review-record.ts';
import { reviewedResources } from '../../../../shared/review/reviewed-resources.ts';

const JOB = '//aiplatform.googleapis.com/projects/p/locations/l/customJobs/1' as NodeId;
const BUCKET = '//storage.googleapis.com/models' as NodeId;
const SIGNED = { author: 'Ada', time: '2026-11-20T12:00:00Z' };

const job: ReviewTarget = { type: 'node', id: JOB };
const link: ReviewTarget = { type: 'edge', relation: 'WRITES_TO', from: JOB, to: BUCKET };
const finding: ReviewTarget = { type: 'finding', rule: 'data-public-bucket', resource: BUCKET, fingerprint: 'f1' };

function note(id: string, target: ReviewTarget, text: string): ReviewNote {
  return { id, target, text, ...SIGNED };
}

const notes = [note('1', job, 'Who owns this?'), note('2', link, 'Meant so.')];
const marks: readonly ReviewMark[] = [
  { target: job, mark: 'to-check', ...SIGNED },
  { target: finding, mark: 'accepted', ...SIGNED },
  { target: link, mark: 'to-check', ...SIGNED },
];

describe('reviewedResources', () => {
  it('gathers what is at a resource, its findings and its links, each mark once', () => {
    expect([...reviewedResources({ notes, marks })]).toStrictEqual([
      [JOB, { marks: ['to check'], notes: ['Who owns this?', 'Meant so.'] }],
      [BUCKET, { marks: ['accepted', 'to check'], notes: ['Meant so.'] }],
    ]);
  });

  it('is the same object for the same lists, and another for others', () => {
    const once = reviewedResources({ notes, marks });
    expect(reviewedResources({ notes, marks })).toBe(once);
    expect(reviewedResources({ notes, marks: [...marks] })).not.toBe(once);
  });
});
