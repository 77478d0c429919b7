/** Words for the errors that people meet; the code of any other is shown as it is. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  EACCES: 'You are not permitted to read or write it.',
  EPERM: 'You are not permitted to read or write it.',
  ENOTDIR: 'Part of the path is a file, not a folder.',
  EISDIR: 'It is a folder.',
  ELOOP: 'Its symbolic links lead round in a circle.',
  ENAMETOOLONG: 'The name is too long.',
  EMFILE: 'Too many files are open; close some programs and try again.',
  ENOSPC: 'The disk is full.',
  EROFS: 'The disk is read-only.',
  EBUSY: 'Another program is using it.',
  EIO: 'The disk reported an error.',
  Z_DATA_ERROR: 'The compressed data is damaged.',
  Z_BUF_ERROR: 'The compressed data ends too early; the file was probably cut short.',
};

/** Says in one sentence why a file operation failed. */
export function describeSystemError(error: unknown): string {
  const code = systemErrorCode(error);
  if (code !== undefined) {
    return REASONS[code] ?? `The system reported ${code}.`;
  }
  return error instanceof Error ? error.message : 'The system reported an unknown error.';
}

/** The code of a system error (`ENOENT`); undefined for anything else. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
