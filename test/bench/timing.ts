/** Milliseconds that `work` takes, once. */
export function timeOnce(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Median of several runs in milliseconds; the first run, which compiles, is left out. */
export function timeMedian(runs: number, work: () => unknown): number {
  work();
  return percentile(
    Array.from({ length: runs }, () => timeOnce(work)),
    0.5,
  );
}

/** The value below which the given share of the numbers lies (nearest rank). */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Most memory the process has used so far, in megabytes. */
export function peakMemory(): number {
  // Kilobytes on every platform: https://nodejs.org/api/process.html#processresourceusage
  return process.resourceUsage().maxRSS / 1024;
}
