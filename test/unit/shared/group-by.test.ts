import { expect, it } from 'vitest';
import { groupBy } from '../../../shared/group-by.ts';

it('keeps keys and items in their order', () => {
  expect([...groupBy(['bucket', 'key', 'base', 'kind'], (word) => word[0])]).toStrictEqual([
    ['b', ['bucket', 'base']],
    ['k', ['key', 'kind']],
  ]);
});
