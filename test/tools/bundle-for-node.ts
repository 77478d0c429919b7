import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..');

/** Bundles scripts by name into a folder as `NAME.mjs`, as the app is bundled: with everything but Node's own modules. */
export async function bundleForNode(input: Readonly<Record<string, string>>, outDir: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        input: { ...input },
        output: {
          entryFileNames: '[name].mjs',
          chunkFileNames: '[name]-[hash].mjs',
          // Google's clients are CommonJS; electron-vite adds this to the app's bundles.
          banner: 'const __dirname = import.meta.dirname; const __filename = import.meta.filename;',
        },
      },
    },
  });
}

/** The command line as a script that starts four times as fast as its sources do under a loader. */
export interface BundledCli {
  readonly script: string;
  remove(): Promise<void>;
}

/** Bundles the command line for a test that starts it often. */
export async function bundleCli(): Promise<BundledCli> {
  const folder = await mkdtemp(join(tmpdir(), 'bundled-cli-'));
  // As many folders below the package's description as in the app.
  const outDir = join(folder, 'out', 'main');
  await bundleForNode({ cli: join(root, 'electron', 'cli', 'main.ts') }, outDir);
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
  return {
    script: join(outDir, 'cli.mjs'),
    remove: () => rm(folder, { recursive: true }),
  };
}
