import type { TimelineBars } from '../../shared/timeline/timeline.ts';

/** The largest sum of a part: what the highest bar stands for. */
export function highestBar(bars: readonly TimelineBars[]): number {
  return Math.max(0, ...sums(bars));
}

/** The part with the most jobs, and how many these are. */
export function fullestPart(bars: readonly TimelineBars[]): { readonly part: number; readonly jobs: number } {
  const all = sums(bars);
  const jobs = Math.max(0, ...all);
  return { part: Math.max(0, all.indexOf(jobs)), jobs };
}

function sums(bars: readonly TimelineBars[]): readonly number[] {
  const parts = bars[0]?.counts.length ?? 0;
  return Array.from({ length: parts }, (_, part) => bars.reduce((sum, { counts }) => sum + (counts[part] ?? 0), 0));
}

/**
 * The bars of each group of states as one path, stacked on those before it, in a box of one unit per part and of height 1: few
 * elements, however many jobs there are.
 */
export function barPaths(bars: readonly TimelineBars[]): readonly string[] {
  const highest = highestBar(bars);
  const below: number[] = [];
  return bars.map(({ counts }) => {
    const pieces: string[] = [];
    counts.forEach((count, part) => {
      if (count === 0) return;
      const base = below[part] ?? 0;
      const top = 1 - (base + count) / highest;
      pieces.push(`M${String(part + 0.06)} ${short(top)}h.88v${short(count / highest)}h-.88z`);
      below[part] = base + count;
    });
    return pieces.join('');
  });
}

function short(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
