import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../../shared/search/query/parse.ts';
import type { Syntax } from '../../../../../shared/search/query/syntax.ts';

/** A tree in short: `(and a field:b (not c))`. */
function short(syntax: Syntax | undefined): string {
  if (syntax === undefined) return '';
  switch (syntax.type) {
    case 'all':
      return `(and ${syntax.items.map(short).join(' ')})`;
    case 'any':
      return `(or ${syntax.items.map(short).join(' ')})`;
    case 'not':
      return `(not ${short(syntax.item)})`;
    case 'text':
      return `${syntax.term.isQuoted ? `"${syntax.term.text}"` : syntax.term.text}${syntax.term.isFuzzy ? '~' : ''}`;
    case 'links':
      return `${syntax.name.text}{${short(syntax.query)}}${modifiersOf(syntax)}`;
    case 'field': {
      const { value } = syntax;
      const shown = 'text' in value ? value.text : `[${value.low?.text ?? ''}..${value.high?.text ?? ''}]`;
      return `${syntax.name.text}${syntax.operator}${shown}${modifiersOf(syntax)}`;
    }
  }
}

function modifiersOf({ modifiers }: Extract<Syntax, { type: 'field' | 'links' }>): string {
  return modifiers.map(({ name, values }) => `<${name} ${values.map(({ text }) => text).join(',')}>`).join('');
}

function read(text: string) {
  const { tree, problems } = parseQuery(text);
  return { tree: short(tree), problems: problems.map(({ from, to, message }) => [text.slice(from, to), message]) };
}

describe('parseQuery', () => {
  it.each([
    ['', ''],
    ['   ', ''],
    ['churn', 'churn'],
    ['churn fraud', '(and churn fraud)'],
    ['churn AND fraud', '(and churn fraud)'],
    ['a OR b c', '(or a (and b c))'],
    ['(a OR b) c', '(and (or a b) c)'],
    ['-a', '(not a)'],
    ['NOT a', '(not a)'],
    ['NOT -a', '(not (not a))'],
    ['a -b NOT c', '(and a (not b) (not c))'],
    ['and or not', '(and and or not)'],
    ['train-fraud - --x', '(and train-fraud - --x)'],
    ['"exact words"', '"exact words"'],
    ['"a \\"b\\" \\\\"', '"a "b" \\"'],
    ['fuzzy~', 'fuzzy~'],
    ['a~b', 'a~b'],
    ['\\(a\\)', '(a)'],
    ['kind:job', 'kind:job'],
    ['kind: job', 'kind:job'],
    ['label.team:vision', 'label.team:vision'],
    ['created:>2026-01-01', 'created>2026-01-01'],
    ['created>=2026', 'created>=2026'],
    ['state!=failed', 'state!=failed'],
    ['state=failed', 'state=failed'],
    ['created:>-7d', 'created>-7d'],
    ['created:(-7d)', 'created:-7d'],
    ['created:[2026-01 TO 2026-03]', 'created:[2026-01..2026-03]'],
    ['created:[* TO 2026-03]', 'created:[..2026-03]'],
    ['state:(failed OR cancelled)', '(or state:failed state:cancelled)'],
    ['replicas:(>2 <5)', '(and replicas>2 replicas<5)'],
    ['state:(failed -cancelled)', '(and state:failed (not state:cancelled))'],
    ['label.team:"two words"', 'label.team:two words'],
    ['id:gs://b/x', 'id:gs://b/x'],
    ['gs://b/x https://example.com', '(and gs://b/x https://example.com)'],
    ['linked:(kind:bucket location:us) hops:2', 'linked{(and kind:bucket location:us)}<hops 2>'],
    ['linked:kind:bucket a', '(and linked{kind:bucket} a)'],
    ['uses:(a) via:(RUNS_AS OR WRITES_TO) hops:3 b', '(and uses{a}<via RUNS_AS,WRITES_TO><hops 3> b)'],
    ['linked:(upstream:(a) hops:2) hops:1', 'linked{upstream{a}<hops 2>}<hops 1>'],
    ['crosses:region via:WRITES_TO', 'crosses:region<via WRITES_TO>'],
    ['crosses:(project OR region) via:A', '(or crosses:project<via A> crosses:region<via A>)'],
    ['kind:job via:RUNS_AS', '(and kind:job via:RUNS_AS)'],
    ['crosses:region AND via:WRITES_TO', '(and crosses:region via:WRITES_TO)'],
  ])('reads %j', (text, tree) => {
    expect(read(text)).toStrictEqual({ tree, problems: [] });
  });

  it.each([
    ['kind:', '', [['kind:', 'kind lacks a value.']]],
    [
      'kind: OR a',
      'a',
      [
        ['kind:', 'kind lacks a value.'],
        ['OR', 'Nothing stands before OR.'],
      ],
    ],
    ['a OR', 'a', [['OR', 'Nothing stands after OR.']]],
    ['OR a', 'a', [['OR', 'Nothing stands before OR.']]],
    ['AND a', 'a', [['AND', 'Nothing stands before AND.']]],
    ['a AND', 'a', [['AND', 'Nothing stands after AND.']]],
    ['NOT', '', [['NOT', 'Nothing stands after NOT.']]],
    ['(a b', '(and a b)', [['(', 'This parenthesis is not closed.']]],
    ['a) b', '(and a b)', [[')', 'This parenthesis was not opened.']]],
    ['a ()', 'a', [['()', 'There is nothing in the parentheses.']]],
    ['a "b', '(and a "b")', [['"b', 'This quotation has no end.']]],
    ['a*~', 'a*', [['a*~', 'A word with * or ? cannot be fuzzy too.']]],
    ['created:[2026', '', [['[2026', 'A range is written [LOW TO HIGH]; * is an open end.']]],
    ['created:[2026 TO] a', 'a', [['[2026 TO]', 'A range is written [LOW TO HIGH]; * is an open end.']]],
    ['linked:', '', [['linked:', 'linked lacks a query in parentheses.']]],
    ['linked:(a) via:', 'linked{a}<via >', [['via:', 'via lacks a value.']]],
  ])('tells what is wrong with %j, and reads the rest', (text, tree, problems) => {
    expect(read(text)).toStrictEqual({ tree, problems });
  });

  it('tells wildcards from characters that were escaped', () => {
    const { tree } = parseQuery('a\\*b*?c');
    expect(tree?.type === 'text' ? tree.term.pattern : undefined).toStrictEqual([
      { literal: 'a*b' },
      { wildcard: 'any' },
      { wildcard: 'one' },
      { literal: 'c' },
    ]);
  });

  it('refuses what is too long or nested too deep', () => {
    expect(read('a '.repeat(2001)).problems.map(([, message]) => message)).toStrictEqual([
      'The query is longer than 4000 characters.',
    ]);
    expect(read(`${'('.repeat(60)}a`).problems.map(([, message]) => message)).toContain(
      'Parentheses and negations are nested deeper than 40.',
    );
    expect(read('-x:('.repeat(500)).problems.length).toBeGreaterThan(0);
  });

  it('reads anything without throwing, every place inside the text', () => {
    const piece = fc.constantFrom(
      'a',
      'kind:',
      '(',
      ')',
      '"',
      ' ',
      'AND',
      'OR',
      'NOT',
      '-',
      '[',
      ']',
      'TO',
      'linked:(',
      'hops:',
      '2',
      '*',
      '?',
      '~',
      '\\',
      ':',
      '>',
      '=',
      'via:',
      'é',
      '🙂',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const { problems } = parseQuery(text);
        const inside = problems.every(({ from, to }) => from >= 0 && from <= to && from <= text.length);
        expect(inside).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
