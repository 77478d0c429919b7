import { describe, expect, it } from 'vitest';
import { cardDetail } from '../../../../../renderer/graph/style/card.ts';

describe('cardDetail', () => {
  it('is compact from afar and full from near', () => {
    expect([cardDetail(0.4, 'full'), cardDetail(1, 'compact')]).toStrictEqual(['compact', 'full']);
  });

  it('is less still where nothing can be read', () => {
    expect([cardDetail(0.3, 'full'), cardDetail(0.3, 'compact')]).toStrictEqual(['far', 'far']);
  });

  it('stays as it was between two of them', () => {
    expect([cardDetail(0.76, 'full'), cardDetail(0.76, 'compact'), cardDetail(0.76, 'far')]).toStrictEqual([
      'full',
      'compact',
      'compact',
    ]);
    expect([cardDetail(0.37, 'compact'), cardDetail(0.37, 'far')]).toStrictEqual(['compact', 'far']);
  });
});
