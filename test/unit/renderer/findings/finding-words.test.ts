import { describe, expect, it } from 'vitest';
import {
  countsText,
  postureText,
  quietFamily,
  statusWord,
  trendText,
} from '../../../../renderer/findings/finding-words.ts';

const NONE = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
const FAMILY = { family: 'data', rules: 4, failed: 0, unknown: 0, accepted: 0, examined: 9 } as const;

describe('findings in words', () => {
  it('name statuses and counts, and leave out what there is none of', () => {
    expect((['fail', 'unknown', 'accepted'] as const).map(statusWord)).toStrictEqual(['failed', 'unknown', 'accepted']);
    expect(countsText({ failed: 1_234, unknown: 0, accepted: 2 })).toBe('1,234 failed, 2 accepted');
  });

  it('tell a trend', () => {
    const trend = { since: '2026-11-16T23:30:00Z', added: 2, gone: 1, same: 270 };
    expect(trendText(trend)).toBe('2 new, 1 gone, 270 as on 2026-11-16');
  });

  it('promise nothing of a family in which nothing was found', () => {
    expect(quietFamily(FAMILY)).toBe('no problem found by these rules');
    expect(quietFamily({ ...FAMILY, accepted: 1 })).toBe('nothing else found by these rules');
    expect(quietFamily({ ...FAMILY, examined: 0 })).toBe('nothing here to judge');
  });

  it('tell the posture at a glance, what is not judged beside what failed', () => {
    expect(
      postureText({ bySeverity: { ...NONE, critical: 4, high: 31, low: 9 }, posture: [{ ...FAMILY, unknown: 12 }] }),
    ).toBe('4 critical · 31 high · 12 not judged');
    expect(postureText({ bySeverity: { ...NONE, low: 9 }, posture: [FAMILY] })).toBe('9 medium or less');
    expect(postureText({ bySeverity: NONE, posture: [FAMILY] })).toBe('no problem found by these rules');
  });
});
