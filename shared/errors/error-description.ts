/** An error in the user's words. */
export interface AppErrorDescription {
  readonly title: string;
  /** What happened, one sentence. */
  readonly message: string;
  /** What the user can do, one sentence. */
  readonly advice: string;
  /** What to run in a terminal, where a command helps. */
  readonly command?: string;
}
