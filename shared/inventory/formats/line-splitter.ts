import { ByteBuffer } from './byte-buffer.ts';
import { BYTE } from './utf8.ts';

/** One line without its line break; the bytes are valid until the splitter goes on. */
export interface Line {
  /** The line is `bytes` from `start` to `end`: no copy and no view is made for lines that are only looked at. */
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** 1-based. */
  readonly number: number;
  /** The line is longer than the limit; its bytes are not there. */
  readonly tooLarge: boolean;
}

/** Says that a line, given by its place in some bytes, is not wanted. */
export type SkipLine = (bytes: Uint8Array, start: number, end: number) => boolean;

/**
 * Cuts bytes into lines; holds one unfinished line, never more than `limit` bytes. Lines that `skip` does not want are counted
 * and nothing is made of them, which matters where they are most of a file.
 */
export class LineSplitter {
  readonly #limit: number;
  readonly #skip: SkipLine;
  readonly #held = new ByteBuffer();
  #tooLarge = false;
  #number: number;

  constructor(limit: number, firstLine = 1, skip: SkipLine = () => false) {
    this.#limit = limit;
    this.#skip = skip;
    this.#number = firstLine;
  }

  *push(chunk: Uint8Array): Generator<Line, void> {
    let start = 0;
    for (let end = chunk.indexOf(BYTE.newline); end >= 0; end = chunk.indexOf(BYTE.newline, start)) {
      const isWhole = this.#held.length === 0 && !this.#tooLarge && end - start <= this.#limit;
      if (isWhole && this.#skip(chunk, start, end)) {
        this.#number += 1;
      } else {
        const line = this.#finish(chunk, start, end);
        if (isWhole || line.tooLarge || !this.#skip(line.bytes, line.start, line.end)) {
          yield line;
        }
      }
      start = end + 1;
    }
    this.#hold(chunk, start, chunk.length);
  }

  /** Yields the last line if it has no line break. */
  *end(): Generator<Line, void> {
    if (this.#held.length > 0 || this.#tooLarge) {
      const line = this.#finish(this.#held.view(), 0, 0);
      if (line.tooLarge || !this.#skip(line.bytes, line.start, line.end)) {
        yield line;
      }
    }
  }

  #finish(chunk: Uint8Array, start: number, end: number): Line {
    const number = this.#number;
    this.#number += 1;
    if (this.#held.length === 0 && !this.#tooLarge && end - start <= this.#limit) {
      return { bytes: chunk, start, end, number, tooLarge: false };
    }
    this.#hold(chunk, start, end);
    const bytes = this.#held.view().slice();
    const { length } = bytes;
    const tooLarge = this.#tooLarge;
    this.#held.clear();
    this.#tooLarge = false;
    return { bytes, start: 0, end: length, number, tooLarge };
  }

  #hold(chunk: Uint8Array, start: number, end: number): void {
    this.#tooLarge ||= this.#held.length + end - start > this.#limit;
    if (this.#tooLarge) {
      this.#held.clear();
    } else if (end > start) {
      this.#held.append(chunk.subarray(start, end));
    }
  }
}
