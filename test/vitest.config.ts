import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The repository's root, so that the tests find fixtures and sources whatever folder the runner is started in. */
const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    include: ['test/{unit,architecture,security}/**/*.test.{ts,tsx}'],
    // No test may pass because it was never written, and none may be left as the only one that runs.
    passWithNoTests: false,
    allowOnly: false,
    // By default one core of two is left idle, which costs a third of the time.
    maxWorkers: '100%',
    restoreMocks: true,
    unstubGlobals: true,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
