import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../shared/errors/problem.ts';
import { describeSystemError } from './describe-system-error.ts';

/** Name that stands for standard input. */
export const STANDARD_INPUT = '-';

/** Bounds of what one folder may bring in. */
export interface FolderLimits {
  readonly files: number;
  readonly depth: number;
}

export const FOLDER_LIMITS: FolderLimits = { files: 10_000, depth: 32 };

/** One file to read, in the order in which files are read. */
export interface ListedFile {
  /** As the user named it; below a folder, the folder's name and the path in it. */
  readonly path: string;
  /** Bytes on disk; 0 where there is no telling (standard input, pipes). */
  readonly size: number;
}

export interface FileListing {
  readonly files: readonly ListedFile[];
  readonly problems: readonly Problem[];
}

interface Walk {
  readonly files: ListedFile[];
  readonly problems: Problem[];
  readonly limits: FolderLimits;
  /** Real paths of the folders read, so that a link to a folder above does not go round for ever. */
  readonly visited: Set<string>;
}

/**
 * Finds the files that `paths` stand for: files as they are, folders with all that is in them (sorted by name; hidden entries,
 * pipes and devices left out with a note). What cannot be looked at is a problem and costs only itself.
 */
export async function listFiles(paths: readonly string[], limits: FolderLimits = FOLDER_LIMITS): Promise<FileListing> {
  const walk: Walk = { files: [], problems: [], limits, visited: new Set() };
  for (const path of paths) {
    if (path === STANDARD_INPUT) {
      walk.files.push({ path, size: 0 });
    } else {
      await addNamed(walk, path);
    }
  }
  return { files: walk.files, problems: walk.problems };
}

async function addNamed(walk: Walk, path: string): Promise<void> {
  const found = await look(walk, path);
  if (found?.isDirectory() === true) {
    const before = walk.files.length;
    await addFolder(walk, path, 0, before);
    if (walk.files.length === before) {
      walk.problems.push({
        code: 'file-empty',
        severity: 'warning',
        file: path,
        reason: 'The folder has no files to read.',
      });
    }
  } else if (found !== undefined) {
    // A pipe is read when it is named: that is what `<(gcloud … list)` hands over.
    walk.files.push({ path, size: found.isFile() ? found.size : 0 });
  }
}

async function addFolder(walk: Walk, folder: string, depth: number, filesBefore: number): Promise<void> {
  if (depth > walk.limits.depth) {
    walk.problems.push(problem('too-deep', folder, `Folders more than ${walk.limits.depth} levels down are not read.`));
    return;
  }
  const entries = await openFolder(walk, folder);
  let hidden = 0;
  for (const entry of entries) {
    if (walk.files.length - filesBefore >= walk.limits.files) {
      walk.problems.push(
        problem(
          'too-many',
          folder,
          `Only the first ${walk.limits.files} files of a folder are read; open smaller folders one by one.`,
        ),
      );
      return;
    }
    if (entry.name.startsWith('.')) {
      hidden += 1;
      continue;
    }
    const path = join(folder, entry.name);
    const found = await look(walk, path);
    if (found?.isDirectory() === true) {
      await addFolder(walk, path, depth + 1, filesBefore);
    } else if (found?.isFile() === true) {
      walk.files.push({ path, size: found.size });
    } else if (found !== undefined) {
      walk.problems.push(problem('file-unreadable', path, 'Not a regular file (a pipe, socket or device); not read.'));
    }
  }
  if (hidden > 0) {
    walk.problems.push({
      code: 'file-unreadable',
      severity: 'note',
      file: folder,
      reason: `${hidden} hidden ${hidden === 1 ? 'entry was' : 'entries were'} not read; name a hidden file to read it.`,
    });
  }
}

/** Entries of a folder by name; none where it was read before or cannot be read. */
async function openFolder(walk: Walk, folder: string): Promise<readonly Dirent[]> {
  try {
    const real = await realpath(folder);
    if (walk.visited.has(real)) {
      walk.problems.push({
        code: 'duplicate',
        severity: 'note',
        file: folder,
        reason: 'This folder was read already under another name; it is not read again.',
      });
      return [];
    }
    walk.visited.add(real);
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.toSorted((left, right) => (left.name < right.name ? -1 : 1));
  } catch (error) {
    walk.problems.push(problem('file-unreadable', folder, describeSystemError(error)));
    return [];
  }
}

async function look(walk: Walk, path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    walk.problems.push(problem('file-unreadable', path, describeSystemError(error)));
    return undefined;
  }
}

function problem(code: Problem['code'], file: string, reason: string): Problem {
  return { code, severity: code === 'file-unreadable' ? 'error' : 'warning', file, reason };
}
