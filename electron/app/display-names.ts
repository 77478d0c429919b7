import { dirname, relative, sep } from 'node:path';
import type { Problem } from '../../shared/errors/problem.ts';
import type { StreamMessage } from '../../shared/ipc/stream.ts';

/**
 * Names files as the user knows them, relative to the folder that all opened paths have in common: a snapshot keeps these
 * names, and it should not carry the reader's home folder to whoever gets it.
 */
export async function* withDisplayNames(
  paths: readonly string[],
  messages: AsyncIterable<StreamMessage>,
): AsyncGenerator<StreamMessage, void> {
  const parent = commonParent(paths);
  const prefix = parent.endsWith(sep) ? parent : parent + sep;
  for await (const message of messages) {
    if (message.type === 'file') yield { ...message, name: displayName(parent, message.name) };
    else if (message.type === 'file-problem')
      yield { type: 'file-problem', problem: renamed(message.problem, parent, prefix) };
    else yield message;
  }
}

/** Returns the deepest folder that all paths lie in. */
export function commonParent(paths: readonly string[]): string {
  const folders = paths.map((path) => dirname(path).split(sep));
  const [first = [], ...others] = folders;
  const length = others.reduce((shared, folder) => {
    const differs = first.slice(0, shared).findIndex((part, index) => folder[index] !== part);
    return differs === -1 ? shared : differs;
  }, first.length);
  return first.slice(0, length).join(sep) || sep;
}

function displayName(parent: string, path: string): string {
  const name = relative(parent, path);
  return name === '' || name.startsWith('..') ? path : name;
}

function renamed(problem: Problem, parent: string, prefix: string): Problem {
  const file = problem.file === '' ? '' : displayName(parent, problem.file);
  return { ...problem, file, reason: problem.reason.replaceAll(prefix, '') };
}
