import { join } from 'node:path';
import { build } from 'vite';

/**
 * Bundles the measures as the app is bundled and returns the path of the script. Run from their sources by a loader that keeps
 * the names of functions, the same code takes up to twice as long.
 */
export async function bundleMeasures(): Promise<string> {
  const root = join(import.meta.dirname, '..', '..');
  const outDir = join(root, 'node_modules', '.cache', 'bench');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    // Everything is bundled, as in the app; Node's own modules stay outside.
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        input: {
          measures: join(import.meta.dirname, 'measures', 'run.ts'),
          lister: join(import.meta.dirname, 'live', 'lister.ts'),
        },
        output: {
          entryFileNames: '[name].mjs',
          chunkFileNames: '[name]-[hash].mjs',
          // Google's clients are CommonJS; electron-vite adds this to the app's bundles.
          banner: 'const __dirname = import.meta.dirname; const __filename = import.meta.filename;',
        },
      },
    },
  });
  return join(outDir, 'measures.mjs');
}
