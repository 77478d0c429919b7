import { BracketStack } from './bracket-stack.ts';
import { ByteBuffer } from './byte-buffer.ts';
import type { JsonPiece } from './json-piece.ts';
import { KeyReader } from './key-reader.ts';
import { BYTE, isSpace } from './utf8.ts';
import type { TextPosition } from './utf8.ts';

/**
 * `values`: each value of the text, where a list at the top counts by its elements.
 * `members`: the members of one object, where a member that is a list counts by its elements. If it is the grouped member (an
 * object of objects of lists), the lists of its groups count by their elements too.
 */
export type ScanMode = 'values' | 'members';

/** Objects inside one another whose members are told apart: the object itself, the grouped member, a group. */
const GROUP_LEVEL = 3;

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
  readonly #groupedKey: string | undefined;
  readonly #limit: number;
  readonly #brackets = new BracketStack();
  /** Depth at which commas part the pieces. */
  #splitDepth: number;
  #inString = false;
  #escaped = false;

  readonly #held = new ByteBuffer();
  #inPiece = false;
  #tooLarge = false;
  #pieceLine = 1;
  #pieceColumn = 1;

  readonly #keyReader = new KeyReader();
  #inKey = false;
  /** Keys that lead to the member that is being read. */
  readonly #keys: string[] = [];
  /** Depth of the object whose members are being read. */
  #level = 1;
  #afterColon = false;
  #index: number | undefined;

  #line: number;
  /** Offset of the line's first byte; offsets count from the scanner's first byte. */
  #lineOffset: number;
  #offset = 0;

  constructor(mode: ScanMode, limit: number, start: TextPosition = { line: 1, column: 1 }, groupedKey?: string) {
    this.#mode = mode;
    this.#groupedKey = groupedKey;
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
    return this.#brackets.depth;
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
      if (this.#inPiece && (STRUCTURAL[byte] === 0 || (byte === BYTE.space && this.depth > 0))) {
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
      this.#keyReader.append(chunk.subarray(from, index));
      if (!this.#inString) {
        this.#inKey = false;
        this.#keys.length = this.#level - 1;
        this.#keys.push(this.#keyReader.take());
      }
    }
    // A newline that ends a string is looked at again, because it is counted.
    return !this.#inString && chunk[index] === BYTE.quote ? index + 1 : index;
  }

  #expectsKey(): boolean {
    return this.#mode === 'members' && this.depth === this.#level && !this.#afterColon;
  }

  #startsPiece(byte: number): boolean {
    if (this.#inPiece || this.depth !== this.#splitDepth || isSpace(byte)) {
      return false;
    }
    if (byte === BYTE.comma || byte === BYTE.colon || byte === BYTE.closeBrace || byte === BYTE.closeBracket) {
      return false;
    }
    const mayOpenList = this.#index === undefined && byte === BYTE.openBracket;
    return !mayOpenList && !this.#opensGroup(byte) && (this.#mode === 'values' || this.#afterColon);
  }

  /** Whether the bracket opens an object whose members are to be told apart. */
  #opensGroup(byte: number): boolean {
    return (
      byte === BYTE.openBrace &&
      this.#groupedKey !== undefined &&
      this.#keys[0] === this.#groupedKey &&
      this.#afterColon &&
      !this.#inPiece &&
      this.#index === undefined &&
      this.depth === this.#level &&
      this.#level < GROUP_LEVEL
    );
  }

  #endsPiece(byte: number): boolean {
    if (!this.#inPiece) {
      return false;
    }
    const isCloser = byte === BYTE.closeBrace || byte === BYTE.closeBracket;
    if (this.#splitDepth === 0) {
      // At the top an object ends with its own bracket, and a scalar with what cannot be part of it.
      const endsObject = isCloser && this.#brackets.depthAfterClosing(byte) === 0;
      const endsScalar = this.depth === 0 && (isSpace(byte) || byte === BYTE.comma);
      return endsObject || endsScalar;
    }
    return (
      (byte === BYTE.comma && this.depth === this.#splitDepth) ||
      (isCloser && this.#brackets.depthAfterClosing(byte) < this.#splitDepth)
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
        if (this.depth === this.#splitDepth && this.#index !== undefined) {
          this.#index += 1;
        } else if (this.depth === this.#level) {
          this.#afterColon = false;
        }
        break;
      case BYTE.colon:
        this.#afterColon ||= this.depth === this.#level;
        break;
      default:
    }
  }

  #open(byte: number): void {
    const opensGroup = this.#opensGroup(byte);
    const opensList =
      byte === BYTE.openBracket && !this.#inPiece && this.depth === this.#splitDepth && this.#index === undefined;
    this.#brackets.open(byte);
    if (opensList && (this.#mode === 'values' || this.#afterColon)) {
      this.#splitDepth = this.depth;
      this.#index = 0;
    }
    if (opensGroup) {
      this.#level = this.depth;
      this.#splitDepth = this.depth;
      this.#afterColon = false;
    }
  }

  #close(byte: number): void {
    this.#brackets.close(byte);
    if (this.depth < this.#splitDepth && this.#index !== undefined) {
      this.#splitDepth = this.#mode === 'values' ? 0 : this.#level;
      this.#index = undefined;
    }
    if (this.depth < this.#level && this.#level > 1) {
      this.#level = Math.max(1, this.depth);
      this.#splitDepth = this.#level;
      // The member that was this group is complete.
      this.#afterColon = true;
    }
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
    const [key, ...within] = this.#keys;
    return {
      bytes,
      tooLarge: this.#tooLarge,
      ...(key === undefined ? {} : { key }),
      ...(within.length === 0 ? {} : { within }),
      ...(this.#index === undefined ? {} : { index: this.#index }),
      line: this.#pieceLine,
      column: this.#pieceColumn,
    };
  }
}
