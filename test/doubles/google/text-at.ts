import { isJsonObject } from '../../../shared/json.ts';
import type { JsonObject, JsonValue } from '../../../shared/json.ts';

/** The text at a path of keys; undefined where there is none, or no text. */
export function textAt(data: JsonObject, ...keys: readonly string[]): string | undefined {
  let value: JsonValue | undefined = data;
  for (const key of keys) {
    value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return typeof value === 'string' ? value : undefined;
}
