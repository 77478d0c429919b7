import { describe, expect, it } from 'vitest';
import { barPaths, fullestPart, highestBar } from '../../../../renderer/timeline/bar-paths.ts';
import { spanOf, thumbsOf, widened, wholeOf } from '../../../../renderer/timeline/span.ts';
import { timeOfQuery, timeText } from '../../../../renderer/state/listing/timeline-operations.ts';
import type { TimelineBars } from '../../../../shared/timeline/timeline.ts';

const scale = { start: 1000, step: 100, count: 10 };

describe('the thumbs of a range of time', () => {
  it('stand at the edges of parts, and at the ends where nothing is chosen', () => {
    expect(thumbsOf(scale, undefined)).toStrictEqual([0, 10]);
    expect(thumbsOf(scale, { from: 1210, to: 1590 })).toStrictEqual([2, 6]);
    expect(spanOf(scale, 2, 6)).toStrictEqual({ from: 1200, to: 1600 });
  });

  it('stay on the scale and apart, whatever is chosen', () => {
    expect(thumbsOf(scale, { from: 0, to: 1 })).toStrictEqual([0, 1]);
    expect(thumbsOf(scale, { from: 9000, to: 9001 })).toStrictEqual([9, 10]);
    expect(thumbsOf(scale, { from: 1310, to: 1320 })).toStrictEqual([3, 4]);
  });
});

describe('widened()', () => {
  it('is three times as long, in the bounds of all there is, until it is all', () => {
    const whole = wholeOf(scale);
    expect(widened({ from: 1400, to: 1500 }, whole)).toStrictEqual({ from: 1300, to: 1600 });
    expect(widened({ from: 1000, to: 1100 }, whole)).toStrictEqual({ from: 1000, to: 1200 });
    expect(widened({ from: 1200, to: 1700 }, whole)).toBeUndefined();
  });
});

describe('the bars', () => {
  const bars: readonly TimelineBars[] = [
    { tone: 'failed', jobs: 3, counts: [1, 0, 2] },
    { tone: 'succeeded', jobs: 4, counts: [1, 1, 2] },
  ];

  it('are one path for each group of states, stacked, the highest as high as the box', () => {
    expect(highestBar(bars)).toBe(4);
    expect(fullestPart(bars)).toStrictEqual({ part: 2, jobs: 4 });
    expect(barPaths(bars)).toStrictEqual([
      'M0.06 0.75h.88v0.25h-.88zM2.06 0.5h.88v0.5h-.88z',
      'M0.06 0.5h.88v0.25h-.88zM1.06 0.75h.88v0.25h-.88zM2.06 0h.88v0.5h-.88z',
    ]);
  });

  it('are none where there is nothing to count', () => {
    expect([highestBar([]), barPaths([]), fullestPart([])]).toStrictEqual([0, [], { part: 0, jobs: 0 }]);
  });
});

describe('a range of time and the search', () => {
  const extent = { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 2, 9) };

  it('is taken from a query, open ends from the jobs there are', () => {
    const now = Date.UTC(2026, 2, 10);
    expect(timeOfQuery('kind:job created:>=2026-03-05', extent, now)).toStrictEqual({
      by: 'created',
      from: Date.UTC(2026, 2, 5),
      to: extent.to + 1,
    });
    expect(timeOfQuery('kind:job', extent, now)).toBeUndefined();
    expect(timeOfQuery('created:>=2026-03-05 created:<2026-03-01', extent, now)).toBeUndefined();
  });

  it('is told in words', () => {
    expect(timeText({ by: 'running', ...extent })).toBe('running 2026-03-01 00:00 to 2026-03-09 00:00');
  });
});
