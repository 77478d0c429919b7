import { describe, expect, it } from 'vitest';
import { INITIAL_VIEW, type ViewSpec } from '../../../../shared/graph/view.ts';
import { fitView, nodesOfSpec } from '../../../../shared/review/fit-view.ts';
import { BUCKET_ID, JOB_ID } from './review-of.ts';

const spec: ViewSpec = {
  ...INITIAL_VIEW,
  hidden: [BUCKET_ID],
  added: [JOB_ID],
  focus: { nodes: [JOB_ID, BUCKET_ID], depth: 2, direction: 'both' },
  only: [BUCKET_ID],
};

describe('a stored view in another inventory', () => {
  it('names each of its nodes once', () => {
    expect(nodesOfSpec(spec)).toStrictEqual([JOB_ID, BUCKET_ID]);
  });

  it('is the same view where all is there', () => {
    expect(fitView(spec, new Set())).toStrictEqual({ spec, lost: [] });
  });

  it('leaves out what is gone, and a choice of which nothing is left', () => {
    expect(fitView(spec, new Set([BUCKET_ID]))).toStrictEqual({
      spec: { ...INITIAL_VIEW, added: [JOB_ID], focus: { nodes: [JOB_ID], depth: 2, direction: 'both' } },
      lost: [BUCKET_ID],
    });
  });

  it('shows the whole inventory rather than nothing', () => {
    expect(fitView(spec, new Set([BUCKET_ID, JOB_ID]))).toStrictEqual({
      spec: INITIAL_VIEW,
      lost: [JOB_ID, BUCKET_ID],
    });
  });
});
