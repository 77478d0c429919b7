import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The repository's root, so that the tests find fixtures and sources whatever folder the runner is started in. */
const root = fileURLToPath(new URL('..', import.meta.url));

/** Tests of code without processes, files and modules that are replaced. */
const PURE = ['test/unit/{shared,renderer}/**/*.test.{ts,tsx}'];

export default defineConfig({
  root,
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    // No test may pass because it was never written, and none may be left as the only one that runs.
    passWithNoTests: false,
    allowOnly: false,
    // By default one core of two is left idle, which costs a third of the time.
    maxWorkers: '100%',
    restoreMocks: true,
    unstubGlobals: true,
    // Time that is only ever needed in full by a test that fails: a slow machine is not to decide.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: PURE,
          // Loading the modules anew for each file takes as long as the tests. These have no state that a test could leave behind.
          isolate: false,
          pool: 'threads',
        },
      },
      {
        extends: true,
        test: {
          name: 'machine',
          include: ['test/{unit,architecture,security}/**/*.test.{ts,tsx}'],
          exclude: PURE,
        },
      },
    ],
  },
});
