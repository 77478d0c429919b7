import { describe, expect, it } from 'vitest';
import { addCounts, countPlaywright, countVitest, NONE, summaryLine, timesLine } from '../../../tools/count-results.ts';

describe('countVitest()', () => {
  it('reads passed, failed and skipped', () => {
    const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };
    expect(countVitest(report)).toStrictEqual({ passed: 7, failed: 1, skipped: 3 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const report = { numPassedTests: 7, numFailedTests: 0, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(countVitest(report)).toStrictEqual({ passed: 7, failed: 1, skipped: 0 });
  });
});

describe('countPlaywright()', () => {
  it('counts a test that passed only at its second try, and an error outside any test, as failures', () => {
    const report = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{ message: 'x' }] };
    expect(countPlaywright(report)).toStrictEqual({ passed: 4, failed: 3, skipped: 2 });
  });

  it('finds nothing in what is no report', () => {
    expect(countPlaywright('x')).toStrictEqual(NONE);
  });
});

describe('summaryLine()', () => {
  it('has the skipped only if there are any', () => {
    const counts = addCounts({ passed: 1, failed: 0, skipped: 0 }, { passed: 2, failed: 0, skipped: 0 });
    expect([summaryLine(counts), summaryLine({ ...counts, skipped: 1 })]).toStrictEqual([
      '3 passed, 0 failed',
      '3 passed, 0 failed, 1 skipped',
    ]);
  });
});

describe('timesLine()', () => {
  it('has minutes where there are any', () => {
    const times = [
      { stage: 'check', milliseconds: 41_300 },
      { stage: 'unit', milliseconds: 147_900 },
      { stage: 'build', milliseconds: 60_000 },
    ];
    expect(timesLine(times)).toBe('check 41 s, unit 2 min 28 s, build 1 min 0 s');
  });
});
