import type { Problem } from '../../shared/errors/problem.ts';
import type { Inventory } from '../../shared/inventory/inventory.ts';
import { createInventoryReader } from '../../shared/inventory/reader.ts';
import { readFiles } from '../files/read-files.ts';
import { EXIT } from './exit-status.ts';
import type { ExitStatus } from './exit-status.ts';
import { writeMessage } from './terminal.ts';
import type { Terminal } from './terminal.ts';

/** Milliseconds between two lines of progress. */
const PROGRESS_INTERVAL = 200;

export interface OpenedInventory {
  readonly inventory: Inventory;
  /**
   * `badInput` when a file could not be opened, or not read to its end, or when nothing in it was understood: a script must
   * not take half an estate for the whole. A single bad record is only a message.
   */
  readonly status: ExitStatus;
}

/** Reads files into an inventory. Shows progress on a terminal, and every problem on standard error. */
export async function openInventory(
  paths: readonly string[],
  terminal: Terminal,
  now: () => number,
): Promise<OpenedInventory> {
  const reader = createInventoryReader();
  const progress = createProgress(terminal, now);
  const unusable = new Set<string>();
  let file = '';
  for await (const message of readFiles(paths, { standardInput: terminal.stdin })) {
    switch (message.type) {
      case 'file':
        file = message.name;
        reader.beginFile(file);
        break;
      case 'chunk':
        reader.push(message.data);
        progress.show(reader.progress);
        break;
      case 'file-end':
        reader.endFile();
        if (reader.progress.records === 0) {
          unusable.add(file);
        }
        break;
      case 'file-problem':
        reader.addProblem(message.problem);
        break;
      case 'start':
      case 'end':
        break;
    }
  }
  progress.clear();
  const inventory = reader.finish();
  for (const problem of inventory.problems) {
    await writeMessage(terminal, describe(problem));
  }
  for (const { type, count, file: name } of inventory.skipped) {
    const records = count === 1 ? 'record' : 'records';
    await writeMessage(
      terminal,
      `note: ${name}: ${count} ${records} of type ${type} not kept: no kind of this product`,
    );
  }
  const isBad = inventory.problems.some(
    (problem) => problem.severity === 'error' && (problem.code === 'file-unreadable' || unusable.has(problem.file)),
  );
  return { inventory, status: isBad ? EXIT.badInput : EXIT.done };
}

/** `error: jobs.json line 3, [2].name: …` */
export function describe({ severity, file, line, path, reason }: Problem): string {
  const name = file === '-' ? 'standard input' : file;
  const place = [...(line === undefined ? [] : [`line ${line}`]), ...(path === undefined ? [] : [path])].join(', ');
  const where = [name, place].filter((part) => part !== '').join(' ');
  return `${severity}: ${where === '' ? '' : `${where}: `}${reason}`;
}

interface Progress {
  show(progress: { readonly file: string; readonly bytes: number; readonly documents: number }): void;
  clear(): void;
}

function createProgress({ stderr }: Terminal, now: () => number): Progress {
  let shownAt = now();
  let isShown = false;
  return {
    show({ bytes, documents }) {
      if (stderr.isTTY === true && now() - shownAt >= PROGRESS_INTERVAL) {
        shownAt = now();
        isShown = true;
        stderr.write(`\r\u001b[Kreading: ${(bytes / 1e6).toFixed(1)} MB, ${documents} documents`);
      }
    },
    clear() {
      if (isShown) {
        stderr.write('\r\u001b[K');
      }
    },
  };
}
