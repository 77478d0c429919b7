import { describe, expect, it } from 'vitest';
import { linkBadges } from '../../../../../renderer/graph/links/link-badges.ts';

describe('linkBadges()', () => {
  it('says the worst severity and how many findings there are', () => {
    expect(
      linkBadges({ one: { severity: 'critical', failed: 1 }, many: { severity: 'info', failed: 1_200 } }),
    ).toStrictEqual({
      one: { shape: 'critical', text: 'C 1' },
      many: { shape: 'low', text: 'i 1.2k' },
    });
  });
});
