import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The real configuration, all of it: what is tested is that these very files refuse the planted violations. */
const CONFIGURATION = [
  '.oxlintrc.json',
  'package.json',
  'tsconfig.json',
  'shared/tsconfig.json',
  'shared/ambient.d.ts',
  'electron/tsconfig.json',
  'electron/preload/tsconfig.json',
  'renderer/tsconfig.json',
  'renderer/tsconfig.worker.json',
  'test/tsconfig.json',
];

/** Files by path, as text. */
export type Sources = Readonly<Record<string, string>>;

/** A temporary project with our configuration and the given sources. */
export interface PlantedCopy {
  /** What the linter says about each file: `path: message [rule]`. */
  lint(): string[];
  /** What the compiler says about each file: `path: error TSnnnn: message`. */
  compile(): string[];
  remove(): void;
}

/** Writes the copy. The packages are linked one by one, so that the compiler's cache in node_modules is the copy's own. */
export function plant(sources: Sources): PlantedCopy {
  const folder = mkdtempSync(join(tmpdir(), 'layers-'));
  for (const file of CONFIGURATION) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '.cache') symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  for (const [path, text] of Object.entries(sources)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return {
    lint: () => linesOf(run(folder, 'oxlint', ['--type-aware', '--format', 'unix']), /^(\S+?):\d+:\d+: (.*)$/gm),
    compile: () => linesOf(run(folder, 'tsc', ['-b', '--pretty', 'false']), /^(\S+?)\(\d+,\d+\): (.*)$/gm),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function run(folder: string, tool: string, parameters: readonly string[]): string {
  const result = spawnSync(join(root, 'node_modules', '.bin', tool), parameters, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (result.status === null) throw new Error(`${tool} did not end: ${String(result.error ?? result.signal)}`);
  // A tool that could not even start must not look like one that found nothing.
  if (result.status !== 0 && !/error|problem/i.test(result.stdout + result.stderr)) {
    throw new Error(`${tool} failed without a finding: ${result.stdout}${result.stderr}`);
  }
  return `${result.stdout}${result.stderr}`;
}

function linesOf(output: string, pattern: RegExp): string[] {
  return [...output.matchAll(pattern)].map((match) => `${match[1] ?? ''}: ${match[2] ?? ''}`).toSorted();
}
