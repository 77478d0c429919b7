import { readFiles } from '../../electron/files/read-files.ts';
import type { Inventory } from '../../shared/inventory/inventory.ts';
import type { InputLimits } from '../../shared/inventory/limits.ts';
import { createInventoryReader } from '../../shared/inventory/reader.ts';

/** Contents of a file, by its name. */
export type FileContents = Readonly<Record<string, string | Uint8Array>>;

/** Reads files given by their contents, in pieces of at most `chunkBytes`. */
export function readContents(
  files: FileContents,
  limits: Partial<InputLimits> = {},
  chunkBytes = Number.MAX_SAFE_INTEGER,
): Inventory {
  const reader = createInventoryReader(limits);
  for (const [name, contents] of Object.entries(files)) {
    const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
    reader.beginFile(name);
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      reader.push(bytes.subarray(at, at + chunkBytes));
    }
    reader.endFile();
  }
  return reader.finish();
}

/** Reads files and folders from disk. */
export async function readPaths(...paths: readonly string[]): Promise<Inventory> {
  const reader = createInventoryReader();
  for await (const message of readFiles(paths)) {
    switch (message.type) {
      case 'file':
        reader.beginFile(message.name);
        break;
      case 'chunk':
        reader.push(message.data);
        break;
      case 'file-end':
        reader.endFile();
        break;
      case 'file-problem':
        reader.addProblem(message.problem);
        break;
      case 'start':
      case 'end':
        break;
    }
  }
  return reader.finish();
}
