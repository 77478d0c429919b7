import { describe, expect, it } from 'vitest';
import {
  conditionsOf,
  hasCondition,
  hasValue,
  negated,
  toggleCondition,
  toggleValue,
  withoutSpan,
} from '../../../../../shared/search/query/conditions.ts';

describe('conditionsOf', () => {
  it.each([
    ['churn fraud', []],
    ['kind:job', ['kind:job kind=job']],
    ['churn kind:job -has:cmek', ['kind:job kind=job', '-has:cmek has=cmek not']],
    ['state:(failed OR cancelled)', ['state:(failed OR cancelled) state=failed,cancelled']],
    ['region:us-*', ['region:us-* location=us-*']],
    ['created:>2026', ['created:>2026']],
    ['linked:(kind:bucket) hops:2 "exact words"', ['linked:(kind:bucket) hops:2', '"exact words"']],
    ['kind:job OR kind:bucket', ['kind:job OR kind:bucket kind=job,bucket']],
    ['kind:job OR state:failed', ['kind:job OR state:failed']],
    ['kind:', []],
  ])('of %j', (text, expected) => {
    const shown = conditionsOf(text).map(
      ({ text: own, field, values, isNegated }) =>
        `${own}${field === undefined ? '' : ` ${field}=${(values ?? []).join(',')}`}${isNegated ? ' not' : ''}`,
    );
    expect(shown).toStrictEqual(expected);
  });
});

describe('toggleValue', () => {
  it.each([
    ['', 'kind', 'job', 'kind:job'],
    ['churn', 'kind', 'job', 'churn kind:job'],
    ['kind:job', 'kind', 'job', ''],
    ['kind:job', 'kind', 'bucket', 'kind:(job OR bucket)'],
    ['kind:(job OR bucket)', 'kind', 'job', 'kind:bucket'],
    ['kind:(job OR bucket)', 'kind', 'key', 'kind:(job OR bucket OR key)'],
    ['churn kind:job state:failed', 'kind', 'JOB', 'churn state:failed'],
    ['-kind:job', 'kind', 'job', '-kind:job kind:job'],
    ['location:us-*', 'location', 'eu', 'location:(us-* OR eu)'],
    ['region:us', 'location', 'eu', 'location:(us OR eu)'],
    ['a OR b', 'kind', 'job', '(a OR b) kind:job'],
    ['kind:job OR kind:bucket', 'kind', 'job', 'kind:bucket'],
    ['kind:(job OR bucket)', 'state', 'failed', 'kind:(job OR bucket) state:failed'],
    ['(a OR b) OR c', 'kind', 'job', '((a OR b) OR c) kind:job'],
    ['', 'label.team', 'two words', 'label.team:"two words"'],
  ])('in %j of %s: %s', (text, field, value, expected) => {
    expect(toggleValue(text, field, value)).toBe(expected);
  });

  it('is told by hasValue', () => {
    expect(hasValue('churn state:(failed OR cancelled)', 'state', 'Cancelled')).toBe(true);
    expect(hasValue('-state:failed', 'state', 'failed')).toBe(false);
    expect(hasValue('churn', 'state', 'failed')).toBe(false);
  });
});

describe('toggleCondition', () => {
  it.each([
    ['', 'created:>-7d'],
    ['kind:job', 'kind:job created:>-7d'],
    ['kind:job created:>-7d', 'kind:job'],
    ['a OR b', '(a OR b) created:>-7d'],
  ])('in %j', (text, expected) => {
    expect(toggleCondition(text, 'created:>-7d')).toBe(expected);
    expect(hasCondition(text, 'created:>-7d')).toBe(text.includes('created'));
  });
});

describe('a condition is', () => {
  const first = (text: string) => conditionsOf(text)[0] ?? { from: 0, to: 0, text: '', isNegated: false };

  it.each([
    ['kind:job', ''],
    ['a kind:job b', 'a b'],
    ['a AND kind:job AND b', 'a AND b'],
    ['kind:job AND b', 'b'],
  ])('taken out of %j', (text, expected) => {
    expect(withoutSpan(text, first(text))).toBe(expected);
  });

  it.each([
    ['a kind:job', 'a -kind:job'],
    ['a -kind:job', 'a kind:job'],
    ['NOT kind:job a', 'kind:job a'],
  ])('negated in %j', (text, expected) => {
    expect(negated(text, first(text))).toBe(expected);
  });
});
