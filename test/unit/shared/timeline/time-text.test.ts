import { describe, expect, it } from 'vitest';
import { readTimeText, writeTimeText } from '../../../../shared/timeline/time-text.ts';

const NOW = Date.UTC(2026, 2, 10, 12);

describe('readTimeText()', () => {
  it('takes times to the minute and second as UTC, and RFC 3339 as it stands', () => {
    const texts = ['2026-03-02 05:00', '2026-03-02T05:00:30', ' 2026-03-02 05:00 UTC ', '2026-03-02T05:00:00+02:00'];
    expect(texts.map((text) => readTimeText(text, false, NOW))).toStrictEqual([
      Date.UTC(2026, 2, 2, 5),
      Date.UTC(2026, 2, 2, 5, 0, 30),
      Date.UTC(2026, 2, 2, 5),
      Date.UTC(2026, 2, 2, 3),
    ]);
  });

  it('takes days, months and years as a whole: their beginning, or the end where a range ends', () => {
    expect([false, true].map((end) => readTimeText('2026-03', end, NOW))).toStrictEqual([
      Date.UTC(2026, 2, 1),
      Date.UTC(2026, 3, 1),
    ]);
    expect(readTimeText('-7d', true, NOW)).toBe(Date.UTC(2026, 2, 3, 12));
  });

  it('takes nothing else', () => {
    expect(
      ['', 'soon', '2026-02-30', '2026-03-02 25:00', '5 May'].map((text) => readTimeText(text, false, NOW)),
    ).toStrictEqual(Array<undefined>(5).fill(undefined));
  });
});

describe('writeTimeText()', () => {
  it('is as short as it can be, and read back the same', () => {
    const times = [Date.UTC(2026, 2, 2), Date.UTC(2026, 2, 2, 5, 0, 30), Date.UTC(2026, 2, 2) + 7];
    const texts = times.map(writeTimeText);
    expect(texts).toStrictEqual(['2026-03-02 00:00', '2026-03-02 05:00:30', '2026-03-02 00:00:00.007']);
    expect(texts.map((text) => readTimeText(text, false, NOW))).toStrictEqual(times);
  });
});
