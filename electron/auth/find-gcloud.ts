import type { AuthHost, Environment } from './auth-host.ts';
import { joinPath } from './host-path.ts';

/** How to start gcloud. */
export interface GcloudProgram {
  readonly file: string;
  /** Come before gcloud's own. */
  readonly args: (gcloudArgs: readonly string[]) => readonly string[];
  readonly environment: Environment;
}

/**
 * Finds gcloud on the search path, then where its installers put it: an app started from a desktop has a short search path.
 * Undefined where there is none. Starts no process.
 */
export async function findGcloud(host: AuthHost): Promise<GcloudProgram | undefined> {
  const isWindows = host.platform === 'win32';
  const program = isWindows ? 'gcloud.cmd' : 'gcloud';
  for (const folder of foldersOf(host)) {
    const files = await host.readFolder(folder).catch((): readonly string[] => []);
    if (files.some((file) => (isWindows ? file.toLowerCase() : file) === program)) {
      return isWindows ? windowsProgram(host.environment, folder) : posixProgram(host, folder);
    }
  }
  return undefined;
}

function posixProgram(host: AuthHost, folder: string): GcloudProgram {
  return {
    file: joinPath(host, folder, 'gcloud'),
    args: (gcloudArgs) => gcloudArgs,
    environment: host.environment,
  };
}

/**
 * A `.cmd` file needs cmd.exe, whose quoting cannot be trusted with any text: the command has fixed words only, and the folder
 * comes by the search path. Without the last variable cmd.exe would first look for gcloud.cmd in the current folder.
 * https://learn.microsoft.com/en-us/windows/win32/api/processenv/nf-processenv-needcurrentdirectoryforexepathw
 */
function windowsProgram(environment: Environment, folder: string): GcloudProgram {
  return {
    file: environment['COMSPEC'] ?? 'C:\\Windows\\System32\\cmd.exe',
    args: (gcloudArgs) => ['/d', '/s', '/c', ['gcloud.cmd', ...gcloudArgs].map(safeWord).join(' ')],
    environment: {
      ...environment,
      PATH: `${folder};${environment['PATH'] ?? ''}`,
      NODEFAULTCURRENTDIRECTORYINEXEPATH: '1',
    },
  };
}

function safeWord(word: string): string {
  if (!/^[\w.=-]+$/u.test(word)) {
    throw new Error('A word of a gcloud command has characters that cmd.exe may take for its own');
  }
  return word;
}

function foldersOf(host: AuthHost): readonly string[] {
  const { environment, homeFolder, platform } = host;
  const isWindows = platform === 'win32';
  const searchPath = (environment['PATH'] ?? '').split(isWindows ? ';' : ':');
  const installed = isWindows
    ? [environment['LOCALAPPDATA'], environment['PROGRAMFILES(X86)'], environment['PROGRAMFILES']]
        .filter((folder) => folder !== undefined)
        .map((folder) => joinPath(host, folder, 'Google', 'Cloud SDK', 'google-cloud-sdk', 'bin'))
    : [
        joinPath(host, homeFolder, 'google-cloud-sdk', 'bin'),
        '/opt/homebrew/bin',
        '/usr/local/bin',
        '/usr/lib/google-cloud-sdk/bin',
        '/opt/google-cloud-sdk/bin',
        '/snap/bin',
      ];
  // A relative folder would be looked up in whatever folder the app was started in.
  const isAbsolute = (folder: string): boolean => (isWindows ? /^[a-z]:[\\/]/iu.test(folder) : folder.startsWith('/'));
  return [...searchPath, ...installed].filter(isAbsolute);
}
