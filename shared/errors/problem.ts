/**
 * One thing that could not be read, was skipped or needs the user's attention. Plain data: crosses IPC, is printed by the CLI
 * and stored in snapshots. Problems never stop the reading of other documents.
 */
export interface Problem {
  /** Closed list, so that each has one describer and one place in the documentation. */
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning' | 'note';
  /** File as the user named it (`-` for standard input); empty for problems of the inventory as a whole. */
  readonly file: string;
  /** 1-based line in the file, where the format has lines (NDJSON, YAML, a JSON syntax error). */
  readonly line?: number;
  /** Field path inside the document or file, such as `[3].jobSpec.network`. */
  readonly path?: string;
  /** One sentence for the user: what is wrong and, where there is something to do, what to do. Never contains a secret. */
  readonly reason: string;
}

/** Everything that can go wrong with input; adding one means adding its description in `describe-problem.ts`. */
export const PROBLEM_CODES = [
  'file-unreadable',
  'file-empty',
  'not-text',
  'syntax',
  'too-large',
  'too-deep',
  'too-many',
  'unsafe-key',
  'unrecognised',
  'unknown-kind',
  'no-name',
  'bad-name',
  'duplicate',
  'unattached-policy',
  'incomplete-list',
  'project-conflict',
  'snapshot-newer',
  'snapshot-integrity',
  'snapshot-invalid',
  'cancelled',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Whether a text is the code of a problem. */
export function isProblemCode(text: string): text is ProblemCode {
  return (PROBLEM_CODES as readonly string[]).includes(text);
}
