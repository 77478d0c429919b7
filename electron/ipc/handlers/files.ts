import { readFile, stat } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import type { WebContents } from 'electron';
import { AppFailure } from '../../app/app-failure.ts';
import { openFilesRequest, type InventoryWindows, type OpenRequest } from '../../app/inventory-windows.ts';
import { describeSystemError, systemErrorCode } from '../../files/describe-system-error.ts';
import { packForName, writeFileAtomically } from '../../files/write-file.ts';
import { describeRecent, findRecent } from '../../settings/recent-files.ts';
import type { RecentService } from '../../app/recent-service.ts';
import { MAX_CONFIGURATION_BYTES, type RequestOf, type SaveOutcome } from '../../../shared/ipc/contract.ts';
import type { Handlers } from '../register.ts';
import { pngProblem } from './png.ts';

type FileChannel = Extract<keyof Handlers, `files:${string}`>;

/** What the window saves; a report by its format. */
type SavedKind = 'snapshot' | 'image' | 'table' | RequestOf<'files:save-report'>['format'];

/** Asks the user for paths with the system's dialogs; an empty answer or undefined means that they closed it. */
export interface FileDialogs {
  chooseToOpen(what: 'files' | 'folder', contents: WebContents): Promise<readonly string[]>;
  chooseToSave(kind: SavedKind, suggestedName: string, contents: WebContents): Promise<string | undefined>;
  chooseConfiguration(contents: WebContents): Promise<string | undefined>;
}

/** What the file handlers need of the rest of the app. */
export interface FileServices {
  readonly dialogs: FileDialogs;
  readonly windows: Pick<InventoryWindows, 'open'>;
  readonly recent: RecentService;
  readonly sample: OpenRequest;
  /** Everything a window shows is in a snapshot now. */
  readonly saved: (contents: WebContents) => void;
}

/** Returns the handlers that open and save files. */
export function fileHandlers({ dialogs, windows, recent, sample, saved }: FileServices): Pick<Handlers, FileChannel> {
  return {
    'files:choose': async ({ what }, contents) => {
      const paths = await dialogs.chooseToOpen(what, contents);
      if (paths.length === 0) return { outcome: 'cancelled' };
      return { outcome: windows.open(openFilesRequest(paths), contents) };
    },
    'files:open-recent': async ({ id }, contents) => {
      const entry = findRecent(recent.get(), id);
      if (entry === undefined) throw new AppFailure({ kind: 'file-not-found', file: 'The recent file' });
      await requireFiles(entry.paths);
      return { outcome: windows.open(openFilesRequest(entry.paths), contents) };
    },
    'files:open-sample': (_request, contents) => ({ outcome: windows.open(sample, contents) }),
    'files:open-dropped': async ({ paths }, contents) => {
      await requireFiles(paths);
      return { outcome: windows.open(openFilesRequest(paths), contents) };
    },
    'files:list-recent': () => recent.get().map(describeRecent),
    'files:remove-recent': async ({ id }) => {
      await recent.remove(id);
      return undefined;
    },
    'files:clear-recent': async () => {
      await recent.clear();
      return undefined;
    },
    'files:save-snapshot': async ({ suggestedName, bytes }, contents) => {
      const file = await dialogs.chooseToSave('snapshot', safeName(suggestedName), contents);
      if (file === undefined) return { outcome: 'cancelled' };
      const outcome = await save(file, await packForName(file, bytes), true);
      saved(contents);
      return outcome;
    },
    'files:save-image': async ({ suggestedName, bytes }, contents) => {
      const problem = pngProblem(bytes);
      if (problem !== undefined) throw new AppFailure({ kind: 'image-invalid', reason: problem });
      const file = await dialogs.chooseToSave('image', safeName(suggestedName), contents);
      return file === undefined ? { outcome: 'cancelled' } : save(file, bytes, false);
    },
    'files:save-table': async ({ suggestedName, text }, contents) => {
      const file = await dialogs.chooseToSave('table', safeName(suggestedName), contents);
      return file === undefined ? { outcome: 'cancelled' } : save(file, new TextEncoder().encode(text), false);
    },
    'files:save-report': async ({ suggestedName, format, bytes }, contents) => {
      const file = await dialogs.chooseToSave(format, safeName(suggestedName), contents);
      return file === undefined ? { outcome: 'cancelled' } : save(file, bytes, false);
    },
    'files:choose-configuration': async (_request, contents) => {
      const file = await dialogs.chooseConfiguration(contents);
      if (file === undefined) return { outcome: 'cancelled' };
      return { outcome: 'chosen', file: basename(file), text: await readConfiguration(file) };
    },
  };
}

/** Throws unless every path is absolute and there is a file or folder; the caller's word for what it is counts for nothing. */
export async function requireFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const file = basename(path);
    if (!isAbsolute(path) || path.includes('\0')) throw new AppFailure({ kind: 'file-not-found', file });
    let entry;
    try {
      entry = await stat(path);
    } catch (error) {
      if (systemErrorCode(error) === 'ENOENT') {
        throw new AppFailure({ kind: 'file-not-found', file }, error);
      }
      throw new AppFailure({ kind: 'file-unreadable', file, reason: describeSystemError(error) }, error);
    }
    if (!entry.isFile() && !entry.isDirectory()) {
      throw new AppFailure({ kind: 'file-unreadable', file, reason: 'It is neither a file nor a folder.' });
    }
  }
}

async function readConfiguration(path: string): Promise<string> {
  const file = basename(path);
  await requireFiles([path]);
  const { size } = await stat(path);
  if (size > MAX_CONFIGURATION_BYTES) {
    const reason = `It is larger than ${MAX_CONFIGURATION_BYTES.toLocaleString('en')} bytes, so it is no configuration of findings.`;
    throw new AppFailure({ kind: 'file-unreadable', file, reason });
  }
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new AppFailure({ kind: 'file-unreadable', file, reason: describeSystemError(error) }, error);
  }
}

/** Returns a bare file name: a suggestion must not choose the folder. */
function safeName(suggested: string): string {
  return basename(suggested.replaceAll('\\', '/')).replaceAll(/[\p{Cc}<>:"|?*]/gu, '-') || 'inventory';
}

async function save(file: string, bytes: Uint8Array, secret: boolean): Promise<SaveOutcome> {
  try {
    await writeFileAtomically(file, bytes, { secret });
  } catch (error) {
    throw new AppFailure({ kind: 'file-not-written', file: basename(file), reason: describeSystemError(error) }, error);
  }
  return { outcome: 'saved', file };
}
