import { PlainError } from './host.ts';
import type { Host } from './host.ts';
import type { Places } from './places.ts';

/** An Electron that can be started. */
export interface ElectronRuntime {
  /** Absolute path of the executable. */
  readonly executable: string;
  /** What the app is told about it, in VERTEX_LINEAGE_RUNTIME: `electron 45.4.1`, or `fallback`. */
  readonly mark: string;
}

/** One way to an Electron: the runtime, or the reason there is none. */
export type Attempt = { readonly runtime: ElectronRuntime } | { readonly reason: string };

/** The file that tells when the last download failed, and from where: `<milliseconds> <mirror>`. */
const FAILURE_FILE = 'download-failed.txt';

/** A download that failed is not tried again for an hour, as long as the fallback serves: each try costs seconds. */
const RETRY_AFTER_MILLISECONDS = 3_600_000;

const DOWNLOAD_TIMEOUT_MILLISECONDS = 600_000;

/**
 * Finds an Electron, in this order: the distribution ELECTRON_OVERRIDE_DIST_PATH names, the `electron` package's own binary
 * (downloaded if need be; ELECTRON_MIRROR says from where), the fallback. Throws a PlainError that lists every reason when
 * there is none.
 *
 * @param prepareFallback prepares the fallback runtime, or says why it cannot
 * @param hasFallback whether it is prepared already
 */
export async function findElectron(
  host: Host,
  places: Places,
  fallback: { isReady(): boolean; prepare(): Promise<Attempt> },
): Promise<ElectronRuntime> {
  const override = host.environment['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return fromOverride(host, override);

  const own = await fromPackage(host, places, fallback.isReady());
  if ('runtime' in own) return own.runtime;

  const other = await fallback.prepare();
  if ('runtime' in other) return other.runtime;

  throw new PlainError(
    [
      'No Electron to run the app with:',
      `- ${own.reason}`,
      `- ${other.reason}`,
      'Set ELECTRON_MIRROR to a mirror of Electron releases, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked distribution.',
    ].join('\n'),
  );
}

/** The name of the executable in an Electron distribution. */
export function executableName(platform: string): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

function fromOverride(host: Host, folder: string): ElectronRuntime {
  const executable = `${folder}/${executableName(host.platform)}`;
  // A path the user gave and that is wrong is an error, not a reason to use something else.
  if (!host.exists(executable)) {
    throw new PlainError(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable}`);
  }
  const version = host.readText(`${folder}/version`)?.trim().replace(/^v/, '') ?? 'unknown';
  return { executable, mark: `electron ${version}` };
}

/** The `electron` package has no binary in it; its install.js downloads one, and does nothing when it is there. */
async function fromPackage(host: Host, places: Places, fallbackIsReady: boolean): Promise<Attempt> {
  const version = versionOfPackage(host, places);
  if (version === undefined) return { reason: 'the electron package is not installed: run npm ci' };

  const distribution = `${places.electronPackage}/dist`;
  const executable = `${distribution}/${executableName(host.platform)}`;
  const runtime = { executable, mark: `electron ${version}` };
  if (isInstalled(host, distribution, executable, version)) return { runtime };

  const mirror = host.environment['ELECTRON_MIRROR'] ?? '';
  const reason = `Electron ${version} could not be downloaded`;
  const failureFile = `${places.cache}/${FAILURE_FILE}`;
  if (fallbackIsReady && failedLately(host.readText(failureFile), host.now(), mirror)) {
    return { reason: `${reason} within the last hour` };
  }

  host.say(`Downloading Electron ${version} ...`);
  const result = await host.run('node', [`${places.electronPackage}/install.js`], {
    timeoutMilliseconds: DOWNLOAD_TIMEOUT_MILLISECONDS,
  });
  if (result.code === 0 && host.exists(executable)) return { runtime };

  host.writeText(failureFile, `${host.now()} ${mirror}`);
  const why = result.stderr.trim().split('\n')[0] || `exit code ${result.code}`;
  host.say(`${reason}: ${why}`);
  return { reason: `${reason}: ${why}` };
}

function versionOfPackage(host: Host, places: Places): string | undefined {
  const text = host.readText(`${places.electronPackage}/package.json`);
  if (text === undefined) return undefined;
  const manifest: unknown = JSON.parse(text);
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return undefined;
  return typeof manifest.version === 'string' ? manifest.version : undefined;
}

function isInstalled(host: Host, distribution: string, executable: string, version: string): boolean {
  const installed = host.readText(`${distribution}/version`)?.trim().replace(/^v/, '');
  return installed === version && host.exists(executable);
}

/** Whether the last download from this mirror failed less than an hour ago. */
export function failedLately(record: string | undefined, now: number, mirror: string): boolean {
  if (record === undefined) return false;
  const [time = '', ...from] = record.split(' ');
  const age = now - Number(time);
  return from.join(' ') === mirror && age >= 0 && age < RETRY_AFTER_MILLISECONDS;
}
