/** A JSON object as parsed: plain data, own enumerable string keys only. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Any JSON value (RFC 8259). int64 values are strings, as in the REST v1 JSON of Google's APIs. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** Whether a value is a JSON object (not null, not an array). */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
