import { describe, expect, it } from 'vitest';
import { goneEntries, reviewedNodes, tellGone } from '../../../../../renderer/state/review/gone-targets.ts';
import { BUCKET_ID, FULL_REVIEW, JOB_ID } from '../../../shared/review/review-of.ts';
import { workbenchDouble } from '../workbench-double.ts';

describe('what a review says of resources that are gone', () => {
  it('is looked for at the nodes of notes, marks and acceptances', () => {
    expect(reviewedNodes(FULL_REVIEW)).toStrictEqual([JOB_ID, BUCKET_ID]);
  });

  it('is listed with what it was about; a link is gone with either of its ends', () => {
    expect(goneEntries(FULL_REVIEW, new Set([BUCKET_ID]))).toStrictEqual([
      { sort: 'mark', title: `${JOB_ID} → ${BUCKET_ID}`, text: 'to-check' },
    ]);
    expect(goneEntries(FULL_REVIEW, new Set([JOB_ID])).map(({ sort, text }) => [sort, text])).toStrictEqual([
      ['note', 'Ask the vision team.'],
      ['mark', 'to-check'],
      ['acceptance', 'identity-default-account: Known, moves in January.'],
    ]);
  });

  it('is told, with the way to the list', async () => {
    const { workbench, notices } = workbenchDouble({ gone: [JOB_ID] });
    await tellGone(workbench);
    workbench.review.getState().start(FULL_REVIEW);
    await tellGone(workbench);
    expect(notices()).toStrictEqual(['3 entries of the review are about what is not here']);
    expect(workbench.notices.getState().notices[0]?.action).toBe('bookmarks');
  });
});
