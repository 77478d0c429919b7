import type { AuthHost, Environment } from './auth-host.ts';
import { AuthFailure } from './auth-failure.ts';
import { isMissing } from './file-error.ts';
import { joinPath } from './host-path.ts';
import { parsePythonIni } from './python-ini.ts';
import type { IniFile } from './python-ini.ts';

/** Settings of a gcloud configuration, those of the environment before those of its file. */
export interface GcloudConfiguration {
  /** Absent for `NONE`, the configuration that is the environment alone. */
  readonly name?: string;
  /** A setting such as `core`, `project`; undefined where it is not set or empty. */
  setting(section: string, name: string): string | undefined;
  /** A section of the file, without the environment. */
  section(name: string): ReadonlyMap<string, string>;
}

const NAME = /^[a-z][-a-z0-9]*$/u;
const NO_CONFIGURATION = 'NONE';

/** The folder of gcloud's settings: https://cloud.google.com/sdk/docs/configurations (what is stored where). */
export function gcloudFolder(host: AuthHost): string {
  const { environment, homeFolder, platform } = host;
  const chosen = environment['CLOUDSDK_CONFIG'];
  if (chosen !== undefined && chosen !== '') {
    return chosen;
  }
  return platform === 'win32'
    ? joinPath(host, environment['APPDATA'] ?? joinPath(host, homeFolder, 'AppData', 'Roaming'), 'gcloud')
    : joinPath(host, homeFolder, '.config', 'gcloud');
}

/** Name of the configuration gcloud uses now; undefined for `NONE`. */
export async function activeConfigurationName(host: AuthHost): Promise<string | undefined> {
  const chosen = host.environment['CLOUDSDK_ACTIVE_CONFIG_NAME'];
  const name =
    chosen === undefined || chosen === ''
      ? (await readIfThere(host, joinPath(host, gcloudFolder(host), 'active_config')))?.trim()
      : chosen;
  if (name === NO_CONFIGURATION) {
    return undefined;
  }
  return name !== undefined && NAME.test(name) ? name : 'default';
}

/** Names of all configurations that have a file, sorted. */
export async function configurationNames(host: AuthHost): Promise<readonly string[]> {
  const folder = joinPath(host, gcloudFolder(host), 'configurations');
  const files = await host.readFolder(folder).catch((error: unknown) => {
    if (isMissing(error)) {
      return [];
    }
    throw new AuthFailure({ kind: 'credentials-invalid', file: folder, reason: 'The folder cannot be read.' });
  });
  return files
    .filter((file) => file.startsWith('config_'))
    .map((file) => file.slice('config_'.length))
    .filter((name) => NAME.test(name))
    .toSorted();
}

/**
 * Reads a configuration: the named one, or the active one. Rejects with an `AuthFailure` where a named one has no file; the
 * active one may have none.
 */
export async function readConfiguration(host: AuthHost, chosen?: string): Promise<GcloudConfiguration> {
  const name = chosen ?? (await activeConfigurationName(host));
  const file =
    name === undefined
      ? undefined
      : await readIfThere(host, joinPath(host, gcloudFolder(host), 'configurations', `config_${name}`));
  if (file === undefined && chosen !== undefined && chosen !== (await activeConfigurationName(host))) {
    throw new AuthFailure({ kind: 'configuration-missing', configuration: chosen });
  }
  return configurationOf(name, parsePythonIni(file ?? ''), host.environment);
}

function configurationOf(name: string | undefined, file: IniFile, environment: Environment): GcloudConfiguration {
  return {
    ...(name === undefined ? {} : { name }),
    setting(section, setting) {
      const inEnvironment = environment[`CLOUDSDK_${section}_${setting}`.toUpperCase()];
      const value = inEnvironment ?? file.get(section)?.get(setting);
      return value === '' ? undefined : value;
    },
    section: (section) => file.get(section) ?? new Map(),
  };
}

async function readIfThere(host: AuthHost, file: string): Promise<string | undefined> {
  try {
    return await host.readFile(file);
  } catch (error) {
    if (isMissing(error)) {
      return undefined;
    }
    throw new AuthFailure({ kind: 'credentials-invalid', file, reason: 'The file cannot be read.' });
  }
}
