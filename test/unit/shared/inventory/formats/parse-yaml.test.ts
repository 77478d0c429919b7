import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../../../shared/inventory/formats/parse-yaml.ts';

describe('parseYaml', () => {
  it('takes for numbers and truth values only what gcloud writes as such', () => {
    const text = [
      'replicas: 2',
      'rate: 1e-4',
      'ratio: 0.5',
      'big: 12345678901234567890',
      'number: "418820347715"',
      'created: 2025-03-04T10:11:12+0000',
      'digest: 0x1F',
      'octal: 010',
      'web: true',
      'word: yes',
      'none: null',
      'empty:',
    ].join('\n');
    expect(parseYaml(text, 100)).toStrictEqual({
      ok: true,
      value: {
        replicas: 2,
        rate: '1e-4',
        ratio: 0.5,
        big: '12345678901234567890',
        number: '418820347715',
        created: '2025-03-04T10:11:12+0000',
        digest: '0x1F',
        octal: '010',
        web: true,
        word: 'yes',
        none: null,
        empty: null,
      },
    });
  });

  it('reads block texts', () => {
    expect(parseYaml('a: |\n  x\n  y\nb: >-\n  one\n  line\n', 100)).toStrictEqual({
      ok: true,
      value: { a: 'x\ny\n', b: 'one line' },
    });
  });

  it.each([
    ['a: [1\nb: 2', 2, 1, 'the indentation does not fit'],
    ['a: 1\na: 2', 2, 1, 'a key occurs twice'],
    ['a: &x [1]\nb: *x', 2, 4, 'aliases (*name) are not expanded; write the value out'],
    ['a: !!binary aGk=', 1, 13, 'the value has a type that JSON does not have'],
    ['a: "x', 1, 6, 'a closing bracket or quotation mark, or a comma, is missing'],
  ])('says where and why %j is refused', (text, line, column, reason) => {
    expect(parseYaml(text, 100)).toStrictEqual({ ok: false, error: { line, column, reason } });
  });

  it.each(['[', '{a: ', '- ', '? '])('refuses thousands of levels of %j without running out of stack', (opener) => {
    expect(parseYaml(opener.repeat(20_000), 100)).toMatchObject({
      ok: false,
      error: { reason: 'the document is nested more than 100 levels deep' },
    });
  });

  it('makes a key named __proto__ an ordinary key', () => {
    const parsed = parseYaml('__proto__: {polluted: true}', 100);
    expect(parsed).toStrictEqual({ ok: true, value: JSON.parse('{"__proto__":{"polluted":true}}') as unknown });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
