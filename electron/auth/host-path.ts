import { posix, win32 } from 'node:path';
import type { AuthHost } from './auth-host.ts';

/** Joins the parts of a path as the host's system does. */
export function joinPath({ platform }: Pick<AuthHost, 'platform'>, ...parts: readonly string[]): string {
  return platform === 'win32' ? win32.join(...parts) : posix.join(...parts);
}
