import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anywhere, patternTest } from '../../../../../shared/search/query/pattern.ts';
import type { PatternPart } from '../../../../../shared/search/query/syntax.ts';

function parts(pattern: string): PatternPart[] {
  return pattern
    .split('')
    .map((sign): PatternPart =>
      sign === '*' ? { wildcard: 'any' } : sign === '?' ? { wildcard: 'one' } : { literal: sign },
    );
}

describe('patternTest', () => {
  it.each([
    ['europe-*', 'europe-west4', true],
    ['europe-*', 'my-europe-west4', false],
    ['*@developer.*', '7-compute@developer.gserviceaccount.com', true],
    ['*@developer.*', '7-compute@developer', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['A*B', 'ab', true],
    ['*a*a', 'aa', true],
    ['*a*a', 'a', false],
    ['*', '', true],
    ['?', '', false],
  ])('%s fits %s: %s', (pattern, text, expected) => {
    expect(patternTest(parts(pattern))(text)).toBe(expected);
  });

  it('finds a pattern anywhere', () => {
    expect(patternTest(anywhere(parts('b?d')))('abcde')).toBe(true);
  });

  it('agrees with a regular expression', () => {
    const sign = fc.constantFrom('a', 'b', '*', '?');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 8 }), fc.stringMatching(/^[ab]{0,10}$/), (signs, text) => {
        const expression = new RegExp(`^${signs.join('').replaceAll('*', '.*').replaceAll('?', '.')}$`);
        expect(patternTest(parts(signs.join('')))(text)).toBe(expression.test(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('is not slowed down by many stars', () => {
    const start = performance.now();
    expect(patternTest(parts(`${'*a'.repeat(200)}b`))('a'.repeat(20_000))).toBe(false);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
