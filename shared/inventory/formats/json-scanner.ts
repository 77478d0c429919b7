import { ByteBuffer } from './byte-buffer.ts';
import { BYTE, decodeUtf8, isSpace } from './utf8.ts';
import type { TextPosition } from './utf8.ts';

/** A part of a JSON text that is a value by itself. */
export interface JsonPiece {
  /** Valid until the scanner goes on. Empty where the piece is larger than the limit. */
  readonly bytes: Uint8Array;
  readonly tooLarge: boolean;
  /** Key of the member the piece is or lies in (mode `members`). */
  readonly key?: string;
  /** Index in the list the piece lies in. */
  readonly index?: number;
  /** 1-based line and column, in bytes, at which the piece starts. */
  readonly line: number;
  readonly column: number;
}

/**
 * `values`: each value of the text, where a list at the top counts by its elements.
 * `members`: the members of one object, where a member that is a list counts by its elements.
 */
export type ScanMode = 'values' | 'members';

/** Levels beyond which brackets are counted but no longer told apart. */
const TRACKED_LEVELS = 1024;
const NO_BYTES = new Uint8Array(0);

/** 1 for the bytes at which something may begin or end; all others are passed over at once. */
const STRUCTURAL = new Uint8Array(256);
for (const character of '{}[],:" \t\r\n') {
  STRUCTURAL[character.charCodeAt(0)] = 1;
}

/**
 * Cuts a JSON text of any size into pieces without parsing it, holding one piece at a time. A bracket that does not fit closes
 * what is open down to its counterpart, and a string ends with its line at the latest, so that the pieces after a broken one
 * survive. Whether a piece is valid is for its parser to say.
 */
export class JsonScanner {
  readonly #mode: ScanMode;
  readonly #limit: number;
  readonly #openers = new Uint8Array(TRACKED_LEVELS);
  #depth = 0;
  /** Depth at which commas part the pieces. */
  #splitDepth: number;
  #inString = false;
  #escaped = false;

  readonly #held = new ByteBuffer();
  #inPiece = false;
  #tooLarge = false;
  #pieceLine = 1;
  #pieceColumn = 1;

  /** Bytes of the key that is being read. */
  readonly #keyBytes = new ByteBuffer();
  #inKey = false;
  #key: string | undefined;
  #afterColon = false;
  #index: number | undefined;

  #line: number;
  /** Offset of the line's first byte; offsets count from the scanner's first byte. */
  #lineOffset: number;
  #offset = 0;

  constructor(mode: ScanMode, limit: number, start: TextPosition = { line: 1, column: 1 }) {
    this.#mode = mode;
    this.#limit = limit;
    this.#splitDepth = mode === 'values' ? 0 : 1;
    this.#line = start.line;
    this.#lineOffset = 1 - start.column;
  }

  /** Where the scanner is. */
  get position(): TextPosition {
    return { line: this.#line, column: this.#offset - this.#lineOffset + 1 };
  }

  /** Brackets still open. */
  get depth(): number {
    return this.#depth;
  }

  /** Takes the next bytes; yields the pieces that end in them. */
  *push(chunk: Uint8Array): Generator<JsonPiece, void> {
    let start = 0;
    let index = 0;
    while (index < chunk.length) {
      if (this.#inString) {
        index = this.#skipString(chunk, index);
        continue;
      }
      const byte = chunk[index] ?? 0;
      if (this.#inPiece && (STRUCTURAL[byte] === 0 || (byte === BYTE.space && this.#depth > 0))) {
        index += 1;
        continue;
      }
      if (byte === BYTE.quote) {
        this.#inString = true;
        this.#inKey = this.#expectsKey();
      }
      if (this.#endsPiece(byte)) {
        const inclusive = this.#splitDepth === 0 && byte === BYTE.closeBrace;
        yield this.#finish(chunk.subarray(start, inclusive ? index + 1 : index));
      } else if (this.#startsPiece(byte)) {
        this.#begin(index);
        start = index;
      }
      this.#step(byte, index);
      index += 1;
    }
    if (this.#inPiece) {
      this.#hold(chunk.subarray(start));
    }
    this.#offset += chunk.length;
  }

  /** The text ends; yields the piece that is still open, which is complete only if it is a number or a literal at the top. */
  *end(): Generator<JsonPiece, void> {
    if (this.#inPiece) {
      yield this.#finish(NO_BYTES);
    }
  }

  /** Returns the index of the first byte beyond the string, or beyond the chunk when it goes on. */
  #skipString(chunk: Uint8Array, from: number): number {
    const length = chunk.length;
    let index = this.#escaped && from < length ? from + 1 : from;
    this.#escaped = false;
    for (; index < length; index += 1) {
      const byte = chunk[index];
      if (byte === BYTE.backslash) {
        index += 1;
        this.#escaped = index === length;
      } else if (byte === BYTE.quote || byte === BYTE.newline) {
        this.#inString = false;
        break;
      }
    }
    index = Math.min(index, length);
    if (this.#inKey) {
      this.#keyBytes.append(chunk.subarray(from, index));
      if (!this.#inString) {
        this.#inKey = false;
        this.#key = readKey(this.#keyBytes.view());
        this.#keyBytes.clear();
      }
    }
    // A newline that ends a string is looked at again, because it is counted.
    return !this.#inString && chunk[index] === BYTE.quote ? index + 1 : index;
  }

  #expectsKey(): boolean {
    return this.#mode === 'members' && this.#depth === 1 && !this.#afterColon;
  }

  #startsPiece(byte: number): boolean {
    if (this.#inPiece || this.#depth !== this.#splitDepth || isSpace(byte)) {
      return false;
    }
    if (byte === BYTE.comma || byte === BYTE.colon || byte === BYTE.closeBrace || byte === BYTE.closeBracket) {
      return false;
    }
    const mayOpenList = this.#index === undefined && byte === BYTE.openBracket;
    return !mayOpenList && (this.#mode === 'values' || this.#afterColon);
  }

  #endsPiece(byte: number): boolean {
    if (!this.#inPiece) {
      return false;
    }
    const isCloser = byte === BYTE.closeBrace || byte === BYTE.closeBracket;
    if (this.#splitDepth === 0) {
      // At the top an object ends with its own bracket, and a scalar with what cannot be part of it.
      const endsObject = isCloser && this.#depthAfterClosing(byte) === 0;
      const endsScalar = this.#depth === 0 && (isSpace(byte) || byte === BYTE.comma);
      return endsObject || endsScalar;
    }
    return (
      (byte === BYTE.comma && this.#depth === this.#splitDepth) ||
      (isCloser && this.#depthAfterClosing(byte) < this.#splitDepth)
    );
  }

  /** Follows the brackets and counts the lines. */
  #step(byte: number, index: number): void {
    switch (byte) {
      case BYTE.newline:
        this.#line += 1;
        this.#lineOffset = this.#offset + index + 1;
        break;
      case BYTE.openBracket:
      case BYTE.openBrace:
        this.#open(byte);
        break;
      case BYTE.closeBracket:
      case BYTE.closeBrace:
        this.#close(byte);
        break;
      case BYTE.comma:
        if (this.#depth === this.#splitDepth && this.#index !== undefined) {
          this.#index += 1;
        } else if (this.#depth === 1) {
          this.#afterColon = false;
        }
        break;
      case BYTE.colon:
        this.#afterColon ||= this.#depth === 1;
        break;
      default:
    }
  }

  #open(byte: number): void {
    const opensList =
      byte === BYTE.openBracket && !this.#inPiece && this.#depth === this.#splitDepth && this.#index === undefined;
    if (this.#depth < TRACKED_LEVELS) {
      this.#openers[this.#depth] = byte;
    }
    this.#depth += 1;
    if (opensList && (this.#mode === 'values' || this.#afterColon)) {
      this.#splitDepth = this.#depth;
      this.#index = 0;
    }
  }

  #close(byte: number): void {
    this.#depth = this.#depthAfterClosing(byte);
    const top = this.#mode === 'values' ? 0 : 1;
    if (this.#depth < this.#splitDepth && this.#index !== undefined) {
      this.#splitDepth = top;
      this.#index = undefined;
    }
  }

  /** Depth once `byte` has closed its counterpart and all that is open inside; unchanged when there is none. */
  #depthAfterClosing(byte: number): number {
    const opener = byte === BYTE.closeBrace ? BYTE.openBrace : BYTE.openBracket;
    if (this.#depth > TRACKED_LEVELS) {
      return this.#depth - 1;
    }
    for (let depth = this.#depth - 1; depth >= 0; depth -= 1) {
      if (this.#openers[depth] === opener) {
        return depth;
      }
    }
    return this.#depth;
  }

  #begin(index: number): void {
    this.#inPiece = true;
    this.#tooLarge = false;
    this.#pieceLine = this.#line;
    this.#pieceColumn = this.#offset + index - this.#lineOffset + 1;
  }

  #hold(bytes: Uint8Array): void {
    this.#tooLarge ||= this.#held.length + bytes.length > this.#limit;
    if (this.#tooLarge) {
      this.#held.clear();
    } else {
      this.#held.append(bytes);
    }
  }

  #finish(last: Uint8Array): JsonPiece {
    let bytes = last;
    if (this.#tooLarge || this.#held.length > 0 || last.length > this.#limit) {
      this.#hold(last);
      bytes = this.#held.view().slice();
      this.#held.clear();
    }
    this.#inPiece = false;
    return {
      bytes,
      tooLarge: this.#tooLarge,
      ...(this.#mode === 'members' && this.#key !== undefined ? { key: this.#key } : {}),
      ...(this.#index === undefined ? {} : { index: this.#index }),
      line: this.#pieceLine,
      column: this.#pieceColumn,
    };
  }
}

/** A key with escapes is spelled as JSON spells it. */
function readKey(bytes: Uint8Array): string {
  const { text } = decodeUtf8(bytes);
  try {
    const value: unknown = JSON.parse(`"${text}"`);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
}
