/** What a finished process leaves behind. `code` is 127 when it could not be started and 124 when it took too long. */
export interface ProcessResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a process is run. Its output is collected, and also shown on the terminal if `show` is set. */
export interface ProcessOptions {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly timeoutMilliseconds?: number;
  readonly show?: boolean;
}

/**
 * All that the runtime finder needs of the machine it runs on. Everything else in this folder is decided from it, so that
 * tests can stand in for any machine. `host-node.ts` is the real one.
 */
export interface Host {
  readonly platform: string;
  readonly architecture: string;
  readonly isRoot: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Runs a program with an argument list, never through a shell. */
  run(command: string, parameters: readonly string[], options?: ProcessOptions): Promise<ProcessResult>;
  exists(path: string): boolean;
  /** The text of a file, or undefined when it cannot be read. */
  readText(path: string): string | undefined;
  writeText(path: string, text: string): void;
  /** Milliseconds since 1970. */
  now(): number;
  /** Prints one line for the person at the terminal. */
  say(line: string): void;
}

/** An error whose message is all that the person at the terminal needs: it is shown without a stack. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}
