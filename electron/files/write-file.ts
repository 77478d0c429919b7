import { randomUUID } from 'node:crypto';
import { open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { gzip } from 'node:zlib';
import { promisify } from 'node:util';

/**
 * Writes a file so that, whatever happens, either the old contents or the new stand under the name: into a temporary file
 * beside it, flushed to disk, then renamed. A symbolic link stays one, and a file that exists keeps its permissions; a new
 * one is readable by the user only when `secret` is set. Rejects with the system's error.
 */
export async function writeFileAtomically(
  path: string,
  contents: Uint8Array | string,
  options: { readonly secret?: boolean } = {},
): Promise<void> {
  const target = await resolveLink(path);
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  const file = await open(temporary, 'wx', await modeOf(target, options.secret === true));
  try {
    try {
      await file.writeFile(contents);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

/** Compresses bytes when the file's name asks for it (`.gz`); equal bytes give equal results (no time, no name inside). */
export async function packForName(path: string, contents: Uint8Array): Promise<Uint8Array> {
  return path.toLowerCase().endsWith('.gz') ? promisify(gzip)(contents) : contents;
}

async function resolveLink(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    // A file that does not exist yet has no real path.
    return path;
  }
}

async function modeOf(path: string, secret: boolean): Promise<number> {
  const fresh = secret ? 0o600 : 0o666;
  try {
    return (await stat(path)).mode & 0o777;
  } catch {
    return fresh;
  }
}
