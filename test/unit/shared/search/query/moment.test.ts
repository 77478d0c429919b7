import { describe, expect, it } from 'vitest';
import { readMoment } from '../../../../../shared/search/query/moment.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const iso = (microseconds: number): string => new Date(microseconds / 1000).toISOString();

describe('readMoment', () => {
  it.each([
    ['2026', '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['2026-02', '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
    ['2026-12', '2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['2026-2-8', '2026-02-08T00:00:00.000Z', '2026-02-09T00:00:00.000Z'],
    ['today', '2026-11-23T00:00:00.000Z', '2026-11-24T00:00:00.000Z'],
  ])('%s is a stretch of time', (text, from, to) => {
    const moment = readMoment(text, NOW);
    expect([iso(moment?.from ?? 0), iso(moment?.to ?? 0)]).toStrictEqual([from, to]);
  });

  it.each([
    ['-7d', '2026-11-16T12:00:00.000Z'],
    ['7d', '2026-11-30T12:00:00.000Z'],
    ['+2h', '2026-11-23T14:00:00.000Z'],
    ['-90min', '2026-11-23T10:30:00.000Z'],
    ['-1mo', '2026-10-24T12:00:00.000Z'],
    ['-1y', '2025-11-23T12:00:00.000Z'],
    ['now', '2026-11-23T12:00:00.000Z'],
    ['2026-11-16T10:00:00+02:00', '2026-11-16T08:00:00.000Z'],
  ])('%s is an instant', (text, at) => {
    const moment = readMoment(text, NOW);
    expect([iso(moment?.from ?? 0), iso(moment?.to ?? 0)]).toStrictEqual([at, at]);
  });

  it('keeps microseconds', () => {
    expect(readMoment('2026-11-16T10:00:00.123456Z', NOW)?.from).toBe(1_794_823_200_123_456);
  });

  it.each(['yesterday', '2026-13', '2026-02-30', '26-01-01', '-7', '7x', '', '2026-11-16T10:00:00'])(
    '%j is no time',
    (text) => {
      expect(readMoment(text, NOW)).toBeUndefined();
    },
  );
});
