import { LineSplitter } from './line-splitter.ts';
import type { Line } from './line-splitter.ts';
import { BYTE, decodeUtf8 } from './utf8.ts';

/** A stretch of a YAML text that is a document, or one item of a document that is a list. */
export interface YamlPiece {
  readonly text: string;
  readonly validUtf8: boolean;
  /** 1-based line at which the piece starts. */
  readonly line: number;
  /** Index of the item where the document is a list; the text is then a list of this one item. */
  readonly item?: number;
  /** 0-based number of the document in the file. */
  readonly document: number;
  readonly tooLarge: boolean;
}

const NEWLINE = new Uint8Array([BYTE.newline]);

/**
 * Cuts a YAML text into documents (`---`, `...`) and lists at the margin into items, which YAML's indentation rules make safe
 * to do by line, so that one bad item does not cost the others and a long listing is held piece by piece.
 */
export class YamlSplitter {
  readonly #lines: LineSplitter;
  readonly #limit: number;
  #held: Uint8Array[] = [];
  #size = 0;
  #tooLarge = false;
  #hasContent = false;
  #line = 1;
  #document = 0;
  #item: number | undefined;

  constructor(limit: number, firstLine = 1) {
    this.#lines = new LineSplitter(limit, firstLine);
    this.#limit = limit;
    this.#line = firstLine;
  }

  *push(chunk: Uint8Array): Generator<YamlPiece, void> {
    for (const line of this.#lines.push(chunk)) {
      yield* this.#take(line);
    }
  }

  *end(): Generator<YamlPiece, void> {
    for (const line of this.#lines.end()) {
      yield* this.#take(line);
    }
    yield* this.#flush();
  }

  *#take(line: Line): Generator<YamlPiece, void> {
    const { bytes, start, end, number } = line;
    if (isMarker(bytes, start, end)) {
      yield* this.#flush();
      this.#document += this.#item !== undefined || this.#hadDocument ? 1 : 0;
      this.#hadDocument = false;
      this.#item = undefined;
      this.#line = number;
      // What stands behind the dashes belongs to the document.
      if (bytes[start] === DASH && end - start > 4) {
        const rest = bytes.slice(start, end);
        rest.fill(BYTE.space, 0, 3);
        this.#keep(rest, false);
      }
      return;
    }
    const startsItem = bytes[start] === DASH && (end === start + 1 || isBlank(bytes[start + 1]));
    if (startsItem && (this.#item !== undefined || !this.#hasContent)) {
      if (this.#item !== undefined) {
        yield* this.#flush();
        this.#item += 1;
      } else {
        this.#item = 0;
      }
      this.#line = this.#size === 0 ? number : this.#line;
    }
    if (this.#size === 0 && !this.#hasContent) {
      this.#line = number;
    }
    this.#keep(line.tooLarge ? NEWLINE : bytes.slice(start, end), line.tooLarge);
  }

  #hadDocument = false;

  #keep(bytes: Uint8Array, tooLarge: boolean): void {
    this.#size += bytes.length + 1;
    this.#tooLarge ||= tooLarge || this.#size > this.#limit;
    this.#hasContent ||= hasContent(bytes);
    if (this.#tooLarge) {
      this.#held = [];
    } else {
      this.#held.push(bytes, NEWLINE);
    }
  }

  *#flush(): Generator<YamlPiece, void> {
    const { text, valid } = decodeUtf8(join(this.#held));
    const piece: YamlPiece = {
      text,
      validUtf8: valid,
      line: this.#line,
      ...(this.#item === undefined ? {} : { item: this.#item }),
      document: this.#document,
      tooLarge: this.#tooLarge,
    };
    const isWorthwhile = this.#hasContent || this.#tooLarge;
    this.#hadDocument ||= isWorthwhile;
    this.#held = [];
    this.#size = 0;
    this.#tooLarge = false;
    this.#hasContent = false;
    if (isWorthwhile) {
      yield piece;
    }
  }
}

const DASH = 0x2d;
const DOT = 0x2e;
const HASH = 0x23;

function isBlank(byte: number | undefined): boolean {
  return byte === BYTE.space || byte === BYTE.tab || byte === BYTE.carriageReturn;
}

/** `---` or `...` at the margin, alone or followed by white space. */
function isMarker(bytes: Uint8Array, start: number, end: number): boolean {
  const byte = bytes[start];
  return (
    (byte === DASH || byte === DOT) &&
    bytes[start + 1] === byte &&
    bytes[start + 2] === byte &&
    end - start >= 3 &&
    (end - start === 3 || isBlank(bytes[start + 3]))
  );
}

/** Whether a line is more than white space and a comment. */
function hasContent(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => !isBlank(byte) && byte !== BYTE.newline);
  return first !== undefined && first !== HASH;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
