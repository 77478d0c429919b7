import { needsVirtualDisplay } from './display.ts';
import { PlainError } from './host.ts';
import type { Host } from './host.ts';

/**
 * The Debian or Ubuntu packages that hold the shared libraries Electron is linked with, by the name the loader looks for.
 * Ubuntu 24.04 and Debian 13 renamed some (`t64`): the newer name stands first, and the first that exists is taken.
 */
const PACKAGES_BY_LIBRARY: Readonly<Record<string, readonly string[]>> = {
  'libX11.so.6': ['libx11-6'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXrandr.so.2': ['libxrandr2'],
  'libXss.so.1': ['libxss1'],
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libatk-1.0.so.0': ['libatk1.0-0t64', 'libatk1.0-0'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  'libatspi.so.0': ['libatspi2.0-0t64', 'libatspi2.0-0'],
  'libcairo.so.2': ['libcairo2'],
  'libcups.so.2': ['libcups2t64', 'libcups2'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libdrm.so.2': ['libdrm2'],
  'libexpat.so.1': ['libexpat1'],
  'libgbm.so.1': ['libgbm1'],
  'libgdk_pixbuf-2.0.so.0': ['libgdk-pixbuf-2.0-0'],
  'libgio-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libglib-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgobject-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libgdk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnspr4.so': ['libnspr4'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libsmime3.so': ['libnss3'],
  'libudev.so.1': ['libudev1'],
  'libxcb.so.1': ['libxcb1'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
};

/** What the machine lacks: shared libraries by name, and packages for what is not a library. */
export interface Missing {
  readonly libraries: readonly string[];
  readonly packages: readonly string[];
}

/** The names of the libraries that `ldd` reports as not found. */
export function missingLibraries(lddOutput: string): string[] {
  const found = [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
  return [...new Set(found)].toSorted();
}

/** Asks the machine what is missing to run this executable. Nothing is asked outside Linux. */
export async function findMissing(host: Host, executable: string): Promise<Missing> {
  if (host.platform !== 'linux') return { libraries: [], packages: [] };
  const packages: string[] = [];
  if (needsVirtualDisplay(host)) {
    if (!(await hasProgram(host, 'xvfb-run'))) packages.push('xvfb');
    if (!(await hasProgram(host, 'xauth'))) packages.push('xauth');
  }
  const linked = await host.run('ldd', [executable]);
  // Without a single font all text is empty boxes, and nothing says why.
  const fonts = await host.run('fc-list', [':', 'family']);
  if (fonts.code !== 0 || fonts.stdout.trim() === '') packages.push('fonts-dejavu');
  return { libraries: missingLibraries(linked.stdout), packages };
}

async function hasProgram(host: Host, name: string): Promise<boolean> {
  return (await host.run('which', [name])).code === 0;
}

/** For every library or package, the names it may have, best first. Libraries that no package is known for are left out. */
export function packageChoices(missing: Missing): string[][] {
  const ofLibraries = missing.libraries.flatMap((library) => {
    const choices = PACKAGES_BY_LIBRARY[library];
    return choices === undefined ? [] : [[...choices]];
  });
  const all = [...missing.packages.map((name) => [name]), ...ofLibraries];
  return [...new Map(all.map((choices) => [choices.join(' '), choices])).values()];
}

/**
 * Sees to it that the executable can run: on Debian and Ubuntu, missing packages are installed with apt-get when we are root
 * (after saying so); otherwise a PlainError tells the exact command.
 */
export async function ensureSystemLibraries(host: Host, executable: string): Promise<void> {
  const missing = await findMissing(host, executable);
  if (missing.libraries.length + missing.packages.length === 0) return;

  const wanted = [...missing.libraries, ...missing.packages].join(', ');
  const choices = packageChoices(missing);
  if (!(await hasProgram(host, 'apt-get')) || choices.length === 0) {
    throw new PlainError(`This system lacks ${wanted}. Install them with its package manager, then try again.`);
  }
  if (!host.isRoot) {
    const names = await chooseNames(host, choices);
    throw new PlainError(
      `This system lacks ${wanted}. Install them with:\n  sudo apt-get update && sudo apt-get install -y ${names.join(' ')}`,
    );
  }
  await install(host, choices);

  const still = await findMissing(host, executable);
  if (still.libraries.length + still.packages.length > 0) {
    throw new PlainError(`Still missing after the installation: ${[...still.libraries, ...still.packages].join(', ')}`);
  }
}

async function install(host: Host, choices: readonly string[][]): Promise<void> {
  host.say('Missing system packages are installed with apt-get, as we are root: apt-get update');
  await aptGet(host, ['update']);
  const names = await chooseNames(host, choices);
  host.say(`apt-get install -y ${names.join(' ')}`);
  await aptGet(host, ['install', '-y', '--no-install-recommends', ...names]);
}

async function aptGet(host: Host, parameters: readonly string[]): Promise<void> {
  const result = await host.run('apt-get', parameters, { environment: { DEBIAN_FRONTEND: 'noninteractive' } });
  if (result.code !== 0) {
    throw new PlainError(`apt-get ${parameters.join(' ')} failed:\n${result.stderr.trim() || result.stdout.trim()}`);
  }
}

/** Of each list of names, the first that this release of Debian or Ubuntu can install; the last when it knows none. */
async function chooseNames(host: Host, choices: readonly string[][]): Promise<string[]> {
  const chosen: string[] = [];
  for (const names of choices) chosen.push(await chooseName(host, names));
  return [...new Set(chosen)].toSorted();
}

async function chooseName(host: Host, names: readonly string[]): Promise<string> {
  for (const name of names) {
    const policy = await host.run('apt-cache', ['policy', name]);
    // A name that only another package provides has no candidate of its own.
    if (/^\s*Candidate: (?!\(none\))\S/m.test(policy.stdout)) return name;
  }
  return names.at(-1) ?? '';
}
