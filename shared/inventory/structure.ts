import { isJsonObject } from '../json.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { formatPath } from '../links/field-path.ts';

/** What is wrong with the build of a JSON value, whatever it means. */
export interface StructureReport {
  /** The value without keys that could reach a prototype; the given value itself when it has none. */
  readonly value: JsonValue;
  /** Paths of keys that were left out. */
  readonly removed: readonly string[];
  /** Paths of keys that are kept, but that careless programs take for parts of an object's machinery. */
  readonly suspicious: readonly string[];
  /** The value is nested more deeply than allowed; nothing else was looked at. */
  readonly tooDeep: boolean;
}

const NOTHING: readonly string[] = [];
const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Checks nesting and keys of untrusted JSON. Linear in the value's size; calls itself at most `depth` times. */
export function checkStructure(value: JsonValue, depth: number): StructureReport {
  const marks = { unsafe: false };
  if (!scan(value, depth, marks)) {
    return { value: null, removed: NOTHING, suspicious: NOTHING, tooDeep: true };
  }
  if (!marks.unsafe) {
    return { value, removed: NOTHING, suspicious: NOTHING, tooDeep: false };
  }
  const found = { removed: [], suspicious: [] };
  return { value: clean(value, [], found), ...found, tooDeep: false };
}

/** Whether nothing lies deeper than `depth`; notes whether there is any key to look at more closely. */
function scan(value: JsonValue, depth: number, marks: { unsafe: boolean }): boolean {
  if (typeof value !== 'object' || value === null) {
    return true;
  }
  if (depth === 0) {
    return false;
  }
  if (!isJsonObject(value)) {
    for (const element of value) {
      if (typeof element === 'object' && !scan(element, depth - 1, marks)) {
        return false;
      }
    }
    return true;
  }
  // Parsed JSON inherits nothing that is enumerable; without a list of keys for each object this is twice as fast.
  for (const key in value) {
    // Their lengths tell nearly all keys from these three at no cost.
    marks.unsafe ||= (key.length === 9 || key.length === 11) && UNSAFE_KEYS.has(key);
    const member = value[key];
    if (typeof member === 'object' && !scan(member, depth - 1, marks)) {
      return false;
    }
  }
  return true;
}

function clean(
  value: JsonValue,
  path: readonly (string | number)[],
  found: { readonly removed: string[]; readonly suspicious: string[] },
): JsonValue {
  if (Array.isArray(value)) {
    return value.map((element: JsonValue, index) => clean(element, [...path, index], found));
  }
  if (!isJsonObject(value)) {
    return value;
  }
  const kept: [string, JsonValue][] = [];
  for (const [key, member] of Object.entries(value)) {
    const here = [...path, key];
    if (key === '__proto__') {
      found.removed.push(formatPath(here));
    } else {
      if (key === 'constructor' || key === 'prototype') {
        found.suspicious.push(formatPath(here));
      }
      kept.push([key, clean(member, here, found)]);
    }
  }
  const object: JsonObject = Object.fromEntries(kept);
  return object;
}
