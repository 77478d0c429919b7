/** Everything credentials touch outside: the environment, the disk, processes, the clock and the network. */
export interface AuthHost {
  readonly environment: Environment;
  readonly homeFolder: string;
  readonly platform: NodeJS.Platform;
  /** A file as text; rejects with the system's error (`code` is `ENOENT` where there is none). */
  readFile(file: string): Promise<string>;
  /** Names of what a folder holds; rejects with the system's error. */
  readFolder(folder: string): Promise<readonly string[]>;
  /** Runs a program to its end, without a shell; rejects with the system's error where it cannot be started. */
  runProcess(file: string, args: readonly string[], environment: Environment): Promise<ProcessResult>;
  /** Milliseconds since 1970. */
  now(): number;
  readonly fetch: typeof fetch;
}

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How a program ended. */
export interface ProcessResult {
  /** Exit status; null where a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
