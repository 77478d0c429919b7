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
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: `${results}/e2e.json` }]],
});
