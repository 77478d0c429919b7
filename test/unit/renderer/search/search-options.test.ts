import { describe, expect, it } from 'vitest';
import { completed, firstActive, suggestionsOf } from '../../../../renderer/search/search-options.ts';
import type { Completion } from '../../../../shared/search/query/complete.ts';

const field = (name: string): Completion => ({ type: 'field', label: `${name}:`, insert: `${name}:` });
const value = (text: string): Completion => ({ type: 'value', label: text, insert: text, count: 1 });

describe('suggestionsOf', () => {
  it('leaves out what stands there already', () => {
    const completions = { from: 5, to: 8, items: [value('job'), value('jobs')] };
    expect(suggestionsOf('kind:job', completions, 0)).toStrictEqual([value('jobs')]);
  });

  it('offers few fields beside hits of words', () => {
    const completions = { from: 0, to: 1, items: ['kind', 'key', 'kms', 'keep'].map(field) };
    expect(suggestionsOf('k', completions, 3).length).toBe(3);
    expect(suggestionsOf('k', completions, 0).length).toBe(4);
    expect(suggestionsOf('k', { ...completions, items: ['a', 'b', 'c', 'd'].map(value) }, 3).length).toBe(4);
  });
});

describe('completed', () => {
  it.each([
    ['ki', 0, 2, field('kind'), 'kind:', 5],
    ['kind:j', 5, 6, value('job'), 'kind:job ', 9],
    ['kind:j state:failed', 5, 6, value('job'), 'kind:job state:failed', 8],
  ])('%s', (query, from, to, completion, next, cursor) => {
    expect(completed(query, { from, to, items: [] }, completion)).toStrictEqual({ query: next, cursor });
  });
});

describe('firstActive', () => {
  it('is the first hit where there are hits, else or with a mistake the first suggestion', () => {
    expect([firstActive(3, 2, 0), firstActive(3, 0, 0), firstActive(0, 0, 0), firstActive(3, 2, 1)]).toStrictEqual([
      3, 0, 0, 0,
    ]);
  });
});
