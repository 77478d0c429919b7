import { isJsonObject } from '../json.ts';
import type { JsonObject, JsonValue } from '../json.ts';

/** The elements of a list; none where the value is no list. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

/** The texts of a list; undefined where the value is no list. */
export function stringsOf(value: JsonValue | undefined): readonly string[] | undefined {
  return Array.isArray(value)
    ? listOf(value).filter((element): element is string => typeof element === 'string')
    : undefined;
}

/** The value if it is an object. */
export function objectOf(value: JsonValue | undefined): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined;
}
