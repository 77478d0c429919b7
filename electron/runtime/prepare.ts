import { existsSync } from 'node:fs';
import { fallbackFolder, prepareFallback } from './fallback-runtime.ts';
import type { ElectronRuntime } from './find-electron.ts';
import { findElectron } from './find-electron.ts';
import type { Host } from './host.ts';
import { PlainError } from './host.ts';
import type { Places } from './places.ts';
import { ensureSystemLibraries } from './system-libraries.ts';

/** An Electron that can be started now: found or fetched, with the system libraries it needs. */
export async function prepareRuntime(host: Host, places: Places): Promise<ElectronRuntime> {
  const runtime = await findElectron(host, places, {
    isReady: () => existsSync(`${fallbackFolder(places.cache)}/electron`),
    prepare: () => prepareFallback(host, places.cache),
  });
  await ensureSystemLibraries(host, runtime.executable);
  return runtime;
}

/** Builds the app into out/. Throws with the bundler's messages when it cannot. */
export async function buildApp(host: Host, places: Places): Promise<void> {
  const bundler = `${places.root}/node_modules/electron-vite/bin/electron-vite.js`;
  const result = await host.run(process.execPath, [bundler, 'build', '--logLevel', 'warn'], { cwd: places.root });
  if (result.code !== 0) throw new PlainError(`The app could not be built:\n${result.stdout}${result.stderr}`);
}
