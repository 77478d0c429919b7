import { createWriteStream } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';

/** The file type bits of a Unix mode, and their value for a symbolic link (stat(2)). */
const TYPE_MASK = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/**
 * Unpacks a zip archive, with the files' modes. yauzl refuses absolute names and names with `..`.
 *
 * @param place where in the folder an entry goes, or undefined to leave it out
 */
export async function unzip(
  archive: string,
  folder: string,
  place: (entry: string) => string | undefined,
): Promise<void> {
  const zip = await openPromise(archive, { autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      const path = place(entry.fileName);
      if (path !== undefined) await unpackEntry(zip, entry, join(folder, path));
    }
  } finally {
    zip.close();
  }
}

async function unpackEntry(zip: ZipFile, entry: Entry, target: string): Promise<void> {
  const mode = entry.externalFileAttributes >>> 16;
  const content = await zip.openReadStreamPromise(entry);
  await mkdir(dirname(target), { recursive: true });
  if ((mode & TYPE_MASK) === SYMBOLIC_LINK) await symlink(await text(content), target);
  else await pipeline(content, createWriteStream(target, { mode: mode & 0o777 || 0o644 }));
}
