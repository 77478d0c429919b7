import { describe, expect, it } from 'vitest';
import { isFailure, lifecycleLabel } from '../../../../../shared/graph/view/lifecycle-label.ts';
import { titleStem } from '../../../../../shared/graph/view/title-stem.ts';

describe('the stem of a name', () => {
  it.each([
    ['train-fraud-20251101-0012', 'train-fraud'],
    ['bert-v2-finetune-12', 'bert-v2-finetune'],
    ['train_fraud/run.7', 'train_fraud/run'],
    ['train-fraud', 'train-fraud'],
    ['train-fraud-', 'train-fraud'],
    ['train--7', 'train'],
    ['4711', ''],
    ['v2-3', ''],
    ['', ''],
  ])('of %j is %j', (title, stem) => {
    expect(titleStem(title)).toBe(stem);
  });
});

describe('a life-cycle state', () => {
  it.each([
    ['JOB_STATE_FAILED', 'failed', true],
    ['PIPELINE_STATE_PARTIALLY_SUCCEEDED', 'partially succeeded', true],
    ['JOB_STATE_EXPIRED', 'expired', true],
    ['JOB_STATE_CANCELLED', 'cancelled', false],
    ['ENABLED', 'enabled', false],
    ['STATE_UNSPECIFIED', 'unspecified', false],
  ])('%s reads %j', (state, label, failure) => {
    expect({ label: lifecycleLabel(state), failure: isFailure(state) }).toStrictEqual({ label, failure });
  });
});
