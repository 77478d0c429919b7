import { BYTE } from './utf8.ts';

/** Levels beyond which brackets are counted but no longer told apart. */
const TRACKED_LEVELS = 1024;

/** The brackets that are open. A bracket that does not fit closes what is open down to its counterpart. */
export class BracketStack {
  readonly #openers = new Uint8Array(TRACKED_LEVELS);
  #depth = 0;

  /** Brackets open. */
  get depth(): number {
    return this.#depth;
  }

  open(byte: number): void {
    if (this.#depth < TRACKED_LEVELS) {
      this.#openers[this.#depth] = byte;
    }
    this.#depth += 1;
  }

  close(byte: number): void {
    this.#depth = this.depthAfterClosing(byte);
  }

  /** Depth once `byte` has closed its counterpart and all that is open inside; unchanged when there is none. */
  depthAfterClosing(byte: number): number {
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
}
