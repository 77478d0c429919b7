import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { findJsonError } from '../../../../../shared/inventory/formats/json-error.ts';

describe('findJsonError', () => {
  it.each([
    ['{"a" 1}', 1, 6, 'a colon is missing after a key'],
    ['{"a":1,}', 1, 8, 'a key in double quotes is missing'],
    ['{a:1}', 1, 2, 'a key in double quotes or } is missing'],
    ['[1,]', 1, 4, 'a value is missing'],
    ['[1 2]', 1, 4, 'a comma or a closing bracket is missing'],
    ['[1}', 1, 3, 'a comma or a closing bracket is missing'],
    ['{\n  "a": tru\n}', 2, 8, 'a value is missing'],
    ['{"a": "x', 1, 7, 'a string is not closed'],
    ['{"a": "x\n"}', 1, 7, 'a string is not closed'],
    ['{"a": "\\q"}', 1, 7, 'a string holds a character or escape that JSON does not allow'],
    ['{} {}', 1, 4, 'there is more text after the end of the value'],
    [
      '[{"a":1},\n{"b":',
      2,
      6,
      'the text ends in the middle with 2 brackets still open; the file was probably cut short',
    ],
  ])('finds the place and the reason in %j', (text, line, column, reason) => {
    expect(findJsonError(text)).toStrictEqual({ line, column, reason });
  });

  it('finds nothing in what JSON.parse accepts', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(findJsonError(text)).toBeUndefined();
      }),
    );
  });

  it('agrees with JSON.parse on damaged texts', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom('', '"', '}', ',', '\n', '\u0001', 'x'), (text, at, instead) => {
        const place = at % text.length;
        const damaged = text.slice(0, place) + instead + text.slice(place + 1);
        expect(findJsonError(damaged) === undefined).toBe(isJson(damaged));
      }),
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
