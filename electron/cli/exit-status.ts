/** What the process answers to its caller. */
export const EXIT = {
  /** Done. */
  done: 0,
  /** The query fits, but no resource does. */
  notFound: 1,
  /** The command line cannot be understood, or the input cannot be read. */
  badInput: 2,
  /** Something of what was asked for could not be read from Google Cloud; the rest is there. */
  partial: 3,
  /** There are no credentials that Google Cloud takes. */
  noCredentials: 4,
  /** Findings at least as bad as asked for. */
  findings: 5,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** A failure that ends the command, in the user's words. */
export class CommandError extends Error {
  readonly status: ExitStatus;

  constructor(message: string, status: ExitStatus = EXIT.badInput) {
    super(message);
    this.status = status;
  }
}
