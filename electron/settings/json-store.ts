import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { writeFileAtomically } from '../files/write-file.ts';

/** A small JSON file of the user's profile, read once and kept in memory. */
export interface JsonStore<Value> {
  get(): Value;
  /** Takes effect at once; the promise says whether it also reached the disk. Writes never overtake each other. */
  set(value: Value): Promise<void>;
  /** Resolves when all writes so far have ended, well or not. */
  flush(): Promise<void>;
}

/**
 * Opens a store. A file that is missing, damaged or of another shape gives the default: losing a setting must never keep
 * the app from starting. `reportDamage` hears of the latter two.
 */
export async function openJsonStore<Value>(
  path: string,
  schema: z.ZodType<Value>,
  initial: Value,
  reportDamage: (reason: string) => void,
): Promise<JsonStore<Value>> {
  let value = (await readValue(path, schema, reportDamage)) ?? initial;
  let lastWrite: Promise<void> = Promise.resolve();
  return {
    get: () => value,
    set: (next) => {
      value = next;
      const text = `${JSON.stringify(next, null, 2)}\n`;
      const write = lastWrite.then(() => writeFileAtomically(path, text, { secret: true }));
      lastWrite = write.catch(() => undefined);
      return write;
    },
    flush: () => lastWrite,
  };
}

async function readValue<Value>(
  path: string,
  schema: z.ZodType<Value>,
  reportDamage: (reason: string) => void,
): Promise<Value | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    reportDamage(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
