const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Text of some bytes, and whether they were valid UTF-8 (else each bad byte became U+FFFD). */
export function decodeUtf8(bytes: Uint8Array): { readonly text: string; readonly valid: boolean } {
  try {
    return { text: strict.decode(bytes), valid: true };
  } catch {
    return { text: lenient.decode(bytes), valid: false };
  }
}

export const BYTE = {
  tab: 0x09,
  newline: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  closeBrace: 0x7d,
} as const;

/** Whether a byte is JSON's white space. */
export function isSpace(byte: number | undefined): boolean {
  return byte === BYTE.space || byte === BYTE.newline || byte === BYTE.carriageReturn || byte === BYTE.tab;
}

/** Index of the first byte from `start` that is not white space; `end` when there is none. */
export function skipSpace(bytes: Uint8Array, start: number, end: number = bytes.length): number {
  let index = start;
  while (index < end && isSpace(bytes[index])) {
    index += 1;
  }
  return index;
}

/** Index after the last byte before `end` that is not white space; `start` when there is none. */
export function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  let index = end;
  while (index > start && isSpace(bytes[index - 1])) {
    index -= 1;
  }
  return index;
}

/** A place in a text, 1-based. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}
