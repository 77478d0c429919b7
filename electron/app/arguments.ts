import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { looksLikeQueryLink, MAX_LINKED_QUERY, readQuery, readQueryLink } from '../../shared/ipc/query-link.ts';

/** What the command line asks of the app. */
export interface AppArguments {
  /** Absolute paths, as named. */
  readonly files: readonly string[];
  readonly sample: boolean;
  /** What to search for once the inventory is shown. */
  readonly query?: string;
  readonly help: boolean;
  readonly version: boolean;
  readonly screenshot?: string;
  readonly theme?: 'light' | 'dark';
  readonly size?: { readonly width: number; readonly height: number };
}

export const USAGE = `Usage: vertex-lineage-explorer [options] [FILE or FOLDER…]

Opens inventories of Vertex AI custom jobs: gcloud listings, Cloud Asset Inventory exports, job files and snapshots.

  --sample              open the sample inventory
  --query 'QUERY'       search for this as soon as the inventory is shown
  --link LINK           the same, as a link: vertex-lineage://query?q=…
  --screenshot OUT.png  open, wait for the graph, write a picture of the window, and exit
  --theme light|dark    colours of this run, whatever the settings say
  --size 1280x800       size of the window's contents
  --version             print the version, and exit
  --help                print this text, and exit
`;

const LARGEST_SIDE = 8192;

/**
 * Reads the command line. `argv` is what comes after the program (and, in development, after the app's folder). Switches it
 * does not know are left to Chromium, which takes a great many. Returns a sentence for the user when a value is wrong.
 */
export function parseArguments(
  argv: readonly string[],
  workingDirectory: string,
): AppArguments | { readonly wrong: string } {
  const { values, positionals } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: {
      sample: { type: 'boolean' },
      query: { type: 'string' },
      link: { type: 'string' },
      help: { type: 'boolean' },
      version: { type: 'boolean' },
      screenshot: { type: 'string' },
      theme: { type: 'string' },
      size: { type: 'string' },
    },
  });
  const { screenshot, theme } = values;
  if (screenshot !== undefined && (typeof screenshot !== 'string' || screenshot === '')) {
    return { wrong: '--screenshot needs the name of the picture to write, such as --screenshot window.png.' };
  }
  if (theme !== undefined && theme !== 'light' && theme !== 'dark') {
    return { wrong: `--theme is light or dark, not ${String(theme)}.` };
  }
  const size = values.size === undefined ? undefined : parseSize(values.size);
  if (size === null) {
    return { wrong: '--size is width and height in pixels, such as --size 1280x800.' };
  }
  const links = positionals.filter(looksLikeQueryLink);
  const query = queryFrom(values.query, values.link ?? links[0]);
  if (query === null) {
    return {
      wrong: `--query needs a query of at most ${String(MAX_LINKED_QUERY)} characters, and --link one as vertex-lineage://query?q=….`,
    };
  }
  return {
    files: positionals.filter((file) => !looksLikeQueryLink(file)).map((file) => resolve(workingDirectory, file)),
    ...(query === undefined ? {} : { query }),
    sample: values.sample === true,
    help: values.help === true,
    version: values.version === true,
    ...(screenshot === undefined ? {} : { screenshot: resolve(workingDirectory, screenshot) }),
    ...(theme === undefined ? {} : { theme }),
    ...(size === undefined ? {} : { size }),
  };
}

/**
 * Returns the arguments that are for the app: all after the program, and in development also after the app's folder, which
 * is the first that is not a switch (test drivers put switches of their own before it).
 */
export function ownArguments(argv: readonly string[], packaged: boolean): readonly string[] {
  const after = argv.slice(1);
  if (packaged) return after;
  const folder = after.findIndex((argument) => !argument.startsWith('-'));
  return folder === -1 ? [] : after.toSpliced(folder, 1);
}

type Given = string | boolean | (string | boolean)[] | undefined;

/** The query that was asked for, as itself or as a link; null for one that cannot be taken. */
function queryFrom(query: Given, link: Given): string | undefined | null {
  if (query === undefined && link === undefined) return undefined;
  const read = query === undefined ? readQueryLink(textOf(link)) : readQuery(textOf(query));
  return read ?? null;
}

/** An option without its value, or given twice, is no text. */
function textOf(given: Given): string {
  return typeof given === 'string' ? given : '';
}

function parseSize(value: string | boolean | (string | boolean)[]): AppArguments['size'] | null {
  const match = /^(\d{2,4})x(\d{2,4})$/.exec(String(value));
  if (match === null) return null;
  const width = Number(match[1]);
  const height = Number(match[2]);
  return width <= LARGEST_SIDE && height <= LARGEST_SIDE ? { width, height } : null;
}
