import { describe, expect, it } from 'vitest';
import { readTime, timeConditions, withoutTime, withTime } from '../../../../../shared/search/query/time-conditions.ts';

const range = { from: Date.UTC(2026, 2, 2), to: Date.UTC(2026, 2, 3, 12) };
const NOW = Date.UTC(2026, 2, 10);

describe('a range of time as conditions of a query', () => {
  it('is written as short as it can be, and read back the same', () => {
    const created = timeConditions({ by: 'created', ...range });
    const running = timeConditions({ by: 'running', ...range });
    expect([created, running]).toStrictEqual([
      'created:>=2026-03-02 created:<2026-03-03T12:00:00Z',
      'started:<2026-03-03T12:00:00Z (ended:>=2026-03-02 OR -has:ended)',
    ]);
    expect(readTime(created, NOW)).toStrictEqual({ by: 'created', ...range });
    expect(readTime(running, NOW)).toStrictEqual({ by: 'running', ...range });
  });

  it('is exact to the millisecond', () => {
    const fine = { by: 'created', from: range.from + 1, to: range.to + 999 } as const;
    expect(readTime(timeConditions(fine), NOW)).toStrictEqual(fine);
  });

  it('takes the place of the one a query has, beside its other conditions', () => {
    const query = 'kind:job started:<2026-01-01 (ended:>=2025-01-01 OR -has:ended) state:failed';
    expect(withTime(query, { by: 'created', ...range })).toBe(
      'kind:job state:failed created:>=2026-03-02 created:<2026-03-03T12:00:00Z',
    );
    expect(withTime('churn OR fraud', { by: 'created', ...range })).toMatch(/^\(churn OR fraud\) created:/);
    expect(withTime('', { by: 'created', ...range })).toBe(timeConditions({ by: 'created', ...range }));
    expect(withoutTime('created:2026 kind:job')).toBe('kind:job');
    expect(withoutTime(' kind:job ')).toBe('kind:job');
  });

  it('is read from what people write: days, months, ranges, times before now, one end only', () => {
    expect(readTime('created:2026-03', NOW)).toStrictEqual({
      by: 'created',
      from: Date.UTC(2026, 2, 1),
      to: Date.UTC(2026, 3, 1),
    });
    expect(readTime('kind:job created:[2026-03-02 TO *]', NOW)).toStrictEqual({ by: 'created', from: range.from });
    expect(readTime('created:>-7d', NOW)).toStrictEqual({ by: 'created', from: NOW - 7 * 86_400_000 + 1 });
    expect(readTime('started:<=2026-03-02', NOW)).toStrictEqual({ by: 'running', to: Date.UTC(2026, 2, 3) });
  });

  it('is not seen in queries that say nothing of it', () => {
    expect(readTime('kind:job churn', NOW)).toBeUndefined();
    expect(readTime('created:soon', NOW)).toBeUndefined();
    expect(readTime('(created:>2026 OR churn)', NOW)).toBeUndefined();
    expect(readTime('(ended:>=2026-03-02 OR kind:job)', NOW)).toBeUndefined();
    expect(readTime('-created:>2026', NOW)).toBeUndefined();
  });
});
