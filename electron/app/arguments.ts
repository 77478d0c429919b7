import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the command line asks of the app. */
export interface AppArguments {
  /** Absolute paths, as named. */
  readonly files: readonly string[];
  readonly sample: boolean;
  readonly help: boolean;
  readonly version: boolean;
  readonly screenshot?: string;
  readonly theme?: 'light' | 'dark';
  readonly size?: { readonly width: number; readonly height: number };
}

export const USAGE = `Usage: vertex-lineage-explorer [options] [FILE or FOLDER…]

Opens inventories of Vertex AI custom jobs: gcloud listings, Cloud Asset Inventory exports, job files and snapshots.

  --sample              open the sample inventory
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
  return {
    files: positionals.map((file) => resolve(workingDirectory, file)),
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

function parseSize(value: string | boolean | (string | boolean)[]): AppArguments['size'] | null {
  const match = /^(\d{2,4})x(\d{2,4})$/.exec(String(value));
  if (match === null) return null;
  const width = Number(match[1]);
  const height = Number(match[2]);
  return width <= LARGEST_SIDE && height <= LARGEST_SIDE ? { width, height } : null;
}
