import type { Terminal } from './terminal.ts';

/** What commands depend on beyond the disk. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly version: string;
}
