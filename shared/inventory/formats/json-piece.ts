/** A part of a JSON text that is a value by itself. */
export interface JsonPiece {
  /** Valid until the scanner goes on. Empty where the piece is larger than the limit. */
  readonly bytes: Uint8Array;
  readonly tooLarge: boolean;
  /** Key of the member the piece is or lies in (mode `members`). */
  readonly key?: string;
  /** Further keys that lead to it, where that member is grouped: `zones/europe-west4-a`, `instances`. */
  readonly within?: readonly string[];
  /** Index in the list the piece lies in. */
  readonly index?: number;
  /** 1-based line and column, in bytes, at which the piece starts. */
  readonly line: number;
  readonly column: number;
}
