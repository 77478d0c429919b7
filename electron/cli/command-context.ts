import type { Terminal } from './terminal.ts';

/** What commands depend on beyond the disk. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly version: string;
  /** Calls `stop` at the first interruption (Ctrl+C); the next ends the process. Returns what takes that back. */
  readonly onInterrupt: (stop: () => void) => () => void;
}
