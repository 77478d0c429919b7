import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, sortKeys } from '../../../../shared/inventory/canonical-json.ts';
import type { JsonValue } from '../../../../shared/json.ts';

const json = fc.jsonValue() as fc.Arbitrary<JsonValue>;

describe('canonicalJson', () => {
  it('sorts keys at every level and leaves lists as they are', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }, 0], a: { f: null, e: 'x' } })).toBe(
      '{"a":{"e":"x","f":null},"b":[{"c":2,"d":1},0]}',
    );
  });

  it('is the same for equal values whatever the order of their keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('changes no value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toStrictEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('shares what is sorted', () => {
    const value = { a: [{ b: 1, c: 2 }] };
    expect(sortKeys(value)).toBe(value);
  });
});

function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) {
    return value.map((element: JsonValue) => reversed(element));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, member]) => [key, reversed(member)]),
      )
    : value;
}
