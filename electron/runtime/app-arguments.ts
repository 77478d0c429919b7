import { isAbsolute, resolve } from 'node:path';
import { looksLikeQueryLink } from '../../shared/ipc/query-link.ts';

/** Options of the app whose value is a path on the user's machine. */
const PATH_OPTIONS: ReadonlySet<string> = new Set(['--screenshot']);

/** Options of the app whose value is not a path. */
const VALUE_OPTIONS: ReadonlySet<string> = new Set(['--theme', '--size', '--query', '--link']);

/**
 * Makes every path on the app's command line absolute: files, and the values of options that are paths. The app is started in
 * another folder than the one the user typed the command in. Everything else is handed on as it is; without a file, the sample
 * is asked for.
 *
 * @param folder the folder the user was in (npm changes it, and keeps it in INIT_CWD)
 */
export function appArguments(given: readonly string[], folder: string): string[] {
  const result: string[] = [];
  let expected: 'path' | 'value' | undefined;
  let onlyFiles = false;
  let files = 0;
  for (const argument of given) {
    if (expected === 'value') {
      result.push(argument);
      expected = undefined;
    } else if (expected === undefined && !onlyFiles && looksLikeQueryLink(argument)) {
      result.push(argument);
    } else if (expected === 'path' || onlyFiles || !argument.startsWith('-')) {
      result.push(absolutePath(argument, folder));
      files += expected === undefined ? 1 : 0;
      expected = undefined;
    } else {
      onlyFiles = argument === '--';
      if (!onlyFiles) result.push(absoluteOption(argument, folder));
      expected = valueExpectedAfter(argument);
    }
  }
  // From a checkout, `npm start` alone shows what the app is for; the packaged app begins with its start screen.
  return files === 0 ? [...result, '--sample'] : result;
}

function absolutePath(path: string, folder: string): string {
  return isAbsolute(path) ? path : resolve(folder, path);
}

/** `--screenshot=picture.png` in one word. */
function absoluteOption(argument: string, folder: string): string {
  const equals = argument.indexOf('=');
  const name = argument.slice(0, equals);
  if (equals < 0 || !PATH_OPTIONS.has(name)) return argument;
  return `${name}=${absolutePath(argument.slice(equals + 1), folder)}`;
}

function valueExpectedAfter(argument: string): 'path' | 'value' | undefined {
  if (PATH_OPTIONS.has(argument)) return 'path';
  return VALUE_OPTIONS.has(argument) ? 'value' : undefined;
}
