import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { systemErrorCode } from './describe-system-error.ts';
import { writeFileAtomically } from './write-file.ts';

/** What is kept of the work on inventories: a file for each, readable by the user only. */
export interface KeptReviews {
  /** The text of an inventory's file; undefined where there is none. Rejects with the system's error. */
  read(key: string): Promise<string | undefined>;
  /** Replaces the text; of several that wait to be written the last one is. Rejects with the system's error. */
  write(key: string, text: string): Promise<void>;
  /** Gives the file another name, so that the next `write` does not replace what could not be read. */
  setAside(key: string): Promise<void>;
  /** How much is kept. Rejects with the system's error. */
  size(): Promise<KeptLimits>;
  /** Deletes everything that is kept. Rejects with the system's error. */
  forget(): Promise<void>;
  /** Resolves when nothing waits to be written any more. */
  flush(): Promise<void>;
}

/** How much is kept; the oldest goes first. */
export interface KeptLimits {
  readonly files: number;
  readonly bytes: number;
}

const KEPT_LIMITS: KeptLimits = { files: 100, bytes: 256 * 1024 * 1024 };

const ENDING = '.review.json';

/** Returns the name under which the work on an inventory is kept: see decisions/0001-an-inventory-is-where-it-came-from.md. */
export function keyOfInventory(identity: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 32);
}

/** Returns the kept reviews of a folder, which is made by the first. */
export function createKeptReviews(folder: string, limits: KeptLimits = KEPT_LIMITS): KeptReviews {
  /** Texts that wait to be written, by key. */
  const waiting = new Map<string, string>();
  const writing = new Map<string, Promise<void>>();

  function fileOf(key: string): string {
    if (!/^[0-9a-f]{32}$/.test(key)) throw new Error('This is not the key of an inventory.');
    return join(folder, `${key}${ENDING}`);
  }

  async function writeWaiting(key: string): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (let text = waiting.get(key); text !== undefined; text = waiting.get(key)) {
      waiting.delete(key);
      await writeFileAtomically(fileOf(key), text, { secret: true });
    }
    await prune(folder, fileOf(key), limits);
  }

  return {
    async read(key) {
      const text = waiting.get(key);
      if (text !== undefined) return text;
      await writing.get(key)?.catch(() => undefined);
      try {
        return await readFile(fileOf(key), 'utf8');
      } catch (error) {
        if (systemErrorCode(error) === 'ENOENT') return undefined;
        throw error;
      }
    },
    write(key, text) {
      fileOf(key);
      waiting.set(key, text);
      const under = writing.get(key);
      if (under !== undefined) return under;
      const write = writeWaiting(key).finally(() => writing.delete(key));
      writing.set(key, write);
      return write;
    },
    async setAside(key) {
      try {
        await rename(fileOf(key), join(folder, `${key}.unreadable${ENDING}`));
      } catch (error) {
        if (systemErrorCode(error) !== 'ENOENT') throw error;
      }
    },
    async size() {
      await Promise.allSettled(writing.values());
      const sizes = await Promise.all((await filesIn(folder)).map(async (path) => (await stat(path)).size));
      return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
    },
    async forget() {
      waiting.clear();
      await Promise.allSettled(writing.values());
      await Promise.all((await filesIn(folder)).map((path) => unlink(path)));
    },
    async flush() {
      await Promise.allSettled(writing.values());
    },
  };
}

/** The files of a folder that are kept reviews, also those put aside; none where there is no folder. */
async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(ENDING)).map((name) => join(folder, name));
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Removes the oldest files beyond the limits, never the one just written. */
async function prune(folder: string, written: string, limits: KeptLimits): Promise<void> {
  const files = await Promise.all(
    (await filesIn(folder)).map(async (path) => {
      const { size, mtimeMs } = await stat(path);
      return { path, size, age: path === written ? -Infinity : -mtimeMs };
    }),
  );
  let bytes = 0;
  let count = 0;
  for (const { path, size } of files.toSorted((left, right) => left.age - right.age)) {
    count += 1;
    bytes += size;
    if (path !== written && (count > limits.files || bytes > limits.bytes)) await unlink(path);
  }
}
