import { BYTE, skipSpace } from './utf8.ts';

/**
 * Finds the value of the top-level key `asset_type` or `assetType` of a JSON object by reading no further than to it, so that
 * assets nobody asked for cost next to nothing. Members before it must be strings or flat lists (`name`, `ancestors`);
 * otherwise, and for any text that is not such an object, the answer is undefined and the record has to be parsed.
 * Because every member is read in turn from the opening brace, a key of the same name further in or inside a string cannot
 * be taken for it.
 *
 * Returns the half-open range of the value's bytes between its quotes.
 */
export function findAssetType(
  bytes: Uint8Array,
  start: number,
  end: number,
): { readonly from: number; readonly to: number } | undefined {
  let at = skipSpace(bytes, start, end);
  if (bytes[at] !== BYTE.openBrace) {
    return undefined;
  }
  for (;;) {
    at = skipSpace(bytes, at + 1, end);
    const keyEnd = endOfString(bytes, at, end);
    if (keyEnd < 0) {
      return undefined;
    }
    const isAssetType = isAssetTypeKey(bytes, at + 1, keyEnd - 1);
    at = skipSpace(bytes, keyEnd, end);
    if (bytes[at] !== BYTE.colon || at >= end) {
      return undefined;
    }
    at = skipSpace(bytes, at + 1, end);
    const valueEnd = bytes[at] === BYTE.openBracket ? endOfFlatList(bytes, at, end) : endOfString(bytes, at, end);
    if (valueEnd < 0) {
      return undefined;
    }
    if (isAssetType) {
      return bytes[at] === BYTE.quote ? { from: at + 1, to: valueEnd - 1 } : undefined;
    }
    at = skipSpace(bytes, valueEnd, end);
    if (bytes[at] !== BYTE.comma || at >= end) {
      return undefined;
    }
  }
}

/** Index after a string's closing quote; -1 where there is no string or it has escapes or does not end. */
function endOfString(bytes: Uint8Array, start: number, end: number): number {
  if (start >= end || bytes[start] !== BYTE.quote) {
    return -1;
  }
  for (let index = start + 1; index < end; index += 1) {
    const byte = bytes[index];
    if (byte === BYTE.quote) {
      return index + 1;
    }
    if (byte === BYTE.backslash) {
      return -1;
    }
  }
  return -1;
}

/** Index after a list of strings; -1 for any other list. */
function endOfFlatList(bytes: Uint8Array, start: number, end: number): number {
  let at = skipSpace(bytes, start + 1, end);
  while (at < end && bytes[at] !== BYTE.closeBracket) {
    const itemEnd = endOfString(bytes, at, end);
    if (itemEnd < 0) {
      return -1;
    }
    at = skipSpace(bytes, itemEnd, end);
    if (bytes[at] === BYTE.comma) {
      at = skipSpace(bytes, at + 1, end);
    }
  }
  return at < end ? at + 1 : -1;
}

const SNAKE_CASE = new TextEncoder().encode('asset_type');
const CAMEL_CASE = new TextEncoder().encode('assetType');

function isAssetTypeKey(bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  return (
    (length === SNAKE_CASE.length && startsWith(bytes, from, SNAKE_CASE)) ||
    (length === CAMEL_CASE.length && startsWith(bytes, from, CAMEL_CASE))
  );
}

function startsWith(bytes: Uint8Array, from: number, expected: Uint8Array): boolean {
  for (let index = 0; index < expected.length; index += 1) {
    if (bytes[from + index] !== expected[index]) {
      return false;
    }
  }
  return true;
}
