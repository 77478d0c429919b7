import { describe, expect, it } from 'vitest';
import { cardDetail } from '../../../../../renderer/graph/style/card.ts';

describe('cardDetail', () => {
  it('is compact from afar and full from near', () => {
    expect([cardDetail(0.4, 'full'), cardDetail(1, 'compact')]).toStrictEqual(['compact', 'full']);
  });

  it('stays as it was between the two', () => {
    expect([cardDetail(0.76, 'full'), cardDetail(0.76, 'compact')]).toStrictEqual(['full', 'compact']);
  });
});
