/** How many tests of a run passed, failed and were skipped. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** No tests. */
export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

/** A stage that has no tests of its own (types, lint, build) and did not come through. */
export const ONE_FAILURE: Counts = { passed: 0, failed: 1, skipped: 0 };

/** The sum of two runs. */
export function addCounts(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/**
 * The counts of vitest's JSON report (https://vitest.dev/guide/reporters.html#json-reporter). A file that could not be loaded has
 * no test that failed: it counts as one failure.
 */
export function countVitest(report: unknown): Counts {
  const files = Array.isArray(field(report, 'testResults')) ? (field(report, 'testResults') as unknown[]) : [];
  const broken = files.filter((file) => field(file, 'status') === 'failed' && !hasFailedTest(file)).length;
  return {
    passed: numberField(report, 'numPassedTests'),
    failed: numberField(report, 'numFailedTests') + broken,
    skipped: numberField(report, 'numPendingTests') + numberField(report, 'numTodoTests'),
  };
}

/** The counts of Playwright's JSON report (https://playwright.dev/docs/test-reporters#json-reporter). */
export function countPlaywright(report: unknown): Counts {
  const stats = field(report, 'stats');
  const errors = field(report, 'errors');
  return {
    passed: numberField(stats, 'expected'),
    failed:
      numberField(stats, 'unexpected') + numberField(stats, 'flaky') + (Array.isArray(errors) ? errors.length : 0),
    skipped: numberField(stats, 'skipped'),
  };
}

/** The one line that scripts read: `12 passed, 0 failed`, with `, 1 skipped` only if any was. */
export function summaryLine(counts: Counts): string {
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  return `${counts.passed} passed, ${counts.failed} failed${skipped}`;
}

/** How long a stage of `npm test` took. */
export interface StageTime {
  readonly stage: string;
  readonly milliseconds: number;
}

/** Where the time went, in one line: `check 41 s, unit 2 min 27 s`. */
export function timesLine(times: readonly StageTime[]): string {
  return times.map(({ stage, milliseconds }) => `${stage} ${duration(Math.round(milliseconds / 1000))}`).join(', ');
}

function duration(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function hasFailedTest(file: unknown): boolean {
  const tests = field(file, 'assertionResults');
  return Array.isArray(tests) && tests.some((one) => field(one, 'status') === 'failed');
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function numberField(value: unknown, name: string): number {
  const found = field(value, name);
  return typeof found === 'number' ? found : 0;
}
