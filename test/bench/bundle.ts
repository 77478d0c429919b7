import { join } from 'node:path';
import { bundleForNode } from '../tools/bundle-for-node.ts';

/**
 * Bundles the measures as the app is bundled and returns the path of the script. Run from their sources by a loader that keeps
 * the names of functions, the same code takes up to twice as long.
 */
export async function bundleMeasures(): Promise<string> {
  const outDir = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'bench');
  await bundleForNode(
    {
      measures: join(import.meta.dirname, 'measures', 'run.ts'),
      lister: join(import.meta.dirname, 'live', 'lister.ts'),
    },
    outDir,
  );
  return join(outDir, 'measures.mjs');
}
