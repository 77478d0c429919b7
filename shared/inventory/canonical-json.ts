import { isJsonObject } from '../json.ts';
import type { JsonObject, JsonValue } from '../json.ts';

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
  return sortObject(value);
}

/** Most objects come with sorted keys or share most members with their copy: nothing is allocated until something differs. */
function sortObject(value: JsonObject): JsonObject {
  const keys = Object.keys(value);
  let isSorted = true;
  let previous = '';
  let changed: Map<string, JsonValue> | undefined;
  for (const key of keys) {
    const member = value[key];
    const sorted = sortKeys(member ?? null);
    if (sorted !== member) {
      changed ??= new Map();
      changed.set(key, sorted);
    }
    isSorted &&= previous <= key;
    previous = key;
  }
  if (isSorted && changed === undefined) {
    return value;
  }
  const ordered = isSorted ? keys : keys.toSorted();
  return Object.fromEntries(ordered.map((key) => [key, changed?.get(key) ?? value[key] ?? null]));
}
