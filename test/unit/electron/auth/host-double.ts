import { posix, win32 } from 'node:path';
import type { AuthHost, Environment, ProcessResult } from '../../../../electron/auth/auth-host.ts';

/** A computer in memory. */
interface HostSettings {
  readonly environment?: Environment;
  /** Contents by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly platform?: NodeJS.Platform;
  readonly homeFolder?: string;
  /** How a program answers; without it no program can be started. */
  readonly process?: (run: ProcessRun) => ProcessResult;
  readonly now?: () => number;
  readonly fetch?: typeof fetch;
}

/** A program that was run. */
export interface ProcessRun {
  readonly file: string;
  readonly args: readonly string[];
  readonly environment: Environment;
}

/** A host in memory, with what was run on it. `files` can be changed. */
export interface HostDouble extends AuthHost {
  readonly files: Map<string, string>;
  readonly runs: ProcessRun[];
}

/** Makes a computer in memory; what it is not given is not there. */
export function createHostDouble(settings: HostSettings = {}): HostDouble {
  const files = new Map(Object.entries(settings.files ?? {}));
  const platform = settings.platform ?? 'linux';
  const path = platform === 'win32' ? win32 : posix;
  const runs: ProcessRun[] = [];
  return {
    files,
    runs,
    environment: settings.environment ?? {},
    homeFolder: settings.homeFolder ?? '/home/ada',
    platform,
    readFile: async (file) => files.get(file) ?? (await notThere(file)),
    async readFolder(folder) {
      const names = [...files.keys()]
        .filter((file) => path.dirname(file) === folder)
        .map((file) => path.basename(file));
      return names.length > 0 ? names : await notThere(folder);
    },
    async runProcess(file, args, environment) {
      const run = { file, args, environment };
      runs.push(run);
      return await Promise.resolve(settings.process?.(run) ?? notThere(file));
    },
    now: settings.now ?? (() => Date.parse('2026-11-23T10:00:00Z')),
    fetch: settings.fetch ?? (async () => await Promise.reject(new TypeError('fetch failed'))),
  };
}

async function notThere(path: string): Promise<never> {
  return await Promise.reject(Object.assign(new Error(`no ${path}`), { code: 'ENOENT' }));
}

/** A `fetch` that finds every host of Google at the fake, and nothing else. */
export function fetchAt(rest: string): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.hostname === '127.0.0.1') {
      return await fetch(url, init);
    }
    return url.hostname.endsWith('.googleapis.com')
      ? await fetch(`${rest}_service/${url.hostname}${url.pathname}${url.search}`, init)
      : await Promise.reject(new TypeError(`no host ${url.hostname}`));
  };
}
