import { describe, expect, it } from 'vitest';
import { formatBytes, formatCount, formatTime } from '../../../../renderer/state/format.ts';

describe('format', () => {
  it('writes sizes in decimal units with few digits', () => {
    expect([0, 999, 1000, 12_400_000, 456_700_000, 2_000_000_000].map(formatBytes)).toStrictEqual([
      '0 bytes',
      '999 bytes',
      '1 KB',
      '12.4 MB',
      '457 MB',
      '2 GB',
    ]);
  });

  it('counts one and many', () => {
    expect([formatCount(1, 'link'), formatCount(2345, 'link'), formatCount(0, 'key', 'keys')]).toStrictEqual([
      '1 link',
      '2,345 links',
      '0 keys',
    ]);
  });

  it('gives a time in UTC and in the zone of the reader', () => {
    expect(formatTime('2026-03-01T09:30:00.123Z', 'en-GB', 'Europe/Berlin')).toStrictEqual({
      utc: '2026-03-01 09:30:00 UTC',
      local: '1 Mar 2026, 10:30:00 CET',
    });
  });

  it('does not take another text for a time', () => {
    expect(formatTime('yesterday')).toBeUndefined();
  });
});
