import { describe, expect, it } from 'vitest';
import { lifecycleTone } from '../../../../../shared/graph/view/lifecycle-tone.ts';

describe('lifecycleTone', () => {
  it.each([
    ['JOB_STATE_FAILED', 'failed'],
    ['JOB_STATE_PARTIALLY_SUCCEEDED', 'failed'],
    ['JOB_STATE_EXPIRED', 'failed'],
    ['PIPELINE_STATE_RUNNING', 'running'],
    ['JOB_STATE_UPDATING', 'running'],
    ['JOB_STATE_QUEUED', 'waiting'],
    ['JOB_STATE_PENDING', 'waiting'],
    ['JOB_STATE_SUCCEEDED', 'succeeded'],
    ['JOB_STATE_CANCELLED', 'stopped'],
    ['JOB_STATE_PAUSED', 'stopped'],
    ['DISABLED', 'stopped'],
    ['DESTROYED', 'failed'],
    ['ENABLED', 'none'],
    ['JOB_STATE_UNSPECIFIED', 'none'],
  ])('of %s is %s', (lifecycle, tone) => {
    expect(lifecycleTone(lifecycle)).toBe(tone);
  });

  it('of no state is none', () => {
    expect(lifecycleTone(undefined)).toBe('none');
  });
});
