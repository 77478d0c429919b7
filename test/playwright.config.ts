import { defineConfig } from 'playwright/test';

const results = '../node_modules/.cache/test-results';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: `${results}/e2e`,
  // Two cores: one window beside the runner. A test that passes on its second try is still a defect, so there is none.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // Time that is only ever needed in full by a test that fails: a slow machine is not to decide.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: `${results}/e2e.json` }]],
});
