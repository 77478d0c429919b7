/** Bounds of what untrusted input may cost; each is reported by name when it is met. */
export interface InputLimits {
  /** Bytes looked at to tell a file's format. */
  readonly sniffBytes: number;
  /** Bytes up to which a JSON value is held and parsed at once; a larger list is taken element by element. */
  readonly wholeBytes: number;
  /** Bytes of one record: a line, a list element, a YAML document. */
  readonly recordBytes: number;
  /** Bytes of one YAML document or list item: the YAML parser needs far more memory and time per byte than JSON's. */
  readonly yamlBytes: number;
  /** Levels of lists and objects inside one another. */
  readonly depth: number;
  /** Documents of one inventory. */
  readonly documents: number;
  /** Problems of one code in one file that are reported each; the rest is counted. */
  readonly problemsOfOneKind: number;
  /** Different unknown types counted by name per file; the rest is counted together. */
  readonly skippedTypes: number;
}

export const INPUT_LIMITS: InputLimits = {
  sniffBytes: 256 * 1024,
  wholeBytes: 16 * 1024 * 1024,
  recordBytes: 16 * 1024 * 1024,
  yamlBytes: 2 * 1024 * 1024,
  depth: 100,
  documents: 1_000_000,
  problemsOfOneKind: 50,
  skippedTypes: 1_000,
};
