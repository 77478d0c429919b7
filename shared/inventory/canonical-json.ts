import { isJsonObject } from '../json.ts';
import type { JsonValue } from '../json.ts';

/** JSON text that is the same for equal values: keys sorted by code unit, no white space. Keys without a value are left out. */
export function canonicalJson(value: JsonValue): string {
  return JSON.stringify(sortKeys(value));
}

/** A copy with all keys sorted; shares what is sorted already. */
export function sortKeys(value: JsonValue): JsonValue {
  if (Array.isArray(value)) {
    const list: readonly JsonValue[] = value;
    const sorted = list.map(sortKeys);
    return sorted.some((element, index) => element !== list[index]) ? sorted : list;
  }
  if (!isJsonObject(value)) {
    return value;
  }
  const keys = Object.keys(value);
  const entries = keys.map((key): [string, JsonValue] => [key, sortKeys(value[key] ?? null)]);
  const isSorted = entries.every(
    ([key, member], index) => member === value[key] && (index === 0 || (keys[index - 1] ?? '') < key),
  );
  return isSorted ? value : Object.fromEntries(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
