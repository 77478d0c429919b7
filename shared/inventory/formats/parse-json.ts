import type { JsonValue } from '../../json.ts';
import { findJsonError } from './json-error.ts';
import type { JsonError } from './json-error.ts';
import { decodeUtf8 } from './utf8.ts';

export type ParsedJson =
  | { readonly ok: true; readonly value: JsonValue; readonly validUtf8: boolean }
  | { readonly ok: false; readonly error: JsonError };

/** Parses the bytes of one JSON value; an error says where it is within these bytes. Never throws. */
export function parseJson(bytes: Uint8Array): ParsedJson {
  const { text, valid } = decodeUtf8(bytes);
  try {
    return { ok: true, value: JSON.parse(text) as JsonValue, validUtf8: valid };
  } catch {
    const unknown: JsonError = { line: 1, column: 1, reason: 'the text is not JSON' };
    return { ok: false, error: findJsonError(text) ?? unknown };
  }
}
