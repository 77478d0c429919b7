import { describe, expect, it } from 'vitest';
import { isNear, nearestNames } from '../../../../../shared/search/query/near-word.ts';

describe('isNear', () => {
  it.each([
    ['forecast', 'forecast', true],
    ['forcast', 'forecast', true],
    ['foreecast', 'forecast', true],
    ['forxcast', 'forecast', true],
    ['froecast', 'forecast', true],
    ['frecsat', 'forecast', false],
    ['abcd', 'badc', false],
    ['aab', 'ab', true],
    ['', 'a', true],
    ['ab', '', false],
  ])('%s and %s: %s', (word, other, expected) => {
    expect(isNear(word, other)).toBe(expected);
  });
});

describe('nearestNames', () => {
  const names = ['kind', 'state', 'location', 'machineType', 'shared-by', 'serviceAccount'];

  it.each([
    ['knd', ['kind']],
    ['STATE', ['state']],
    ['loc', ['location']],
    ['machine-type', ['machineType']],
    ['sharedby', ['shared-by']],
    ['account', ['serviceAccount']],
    ['colour', []],
    ['', []],
  ])('takes %s for %j', (typed, expected) => {
    expect(nearestNames(typed, names)).toStrictEqual(expected);
  });
});
