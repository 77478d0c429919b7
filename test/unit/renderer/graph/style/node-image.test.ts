import { describe, expect, it } from 'vitest';
import { compactCount, memberPillSpace, nodeImage } from '../../../../../renderer/graph/style/node-image.ts';
import type { NodePicture } from '../../../../../renderer/graph/style/node-image.ts';
import { THEMES } from '../../../../../renderer/ui/theme/tokens.ts';

const PICTURE: NodePicture = {
  appearance: { glyph: 'job', shape: 'round-rectangle', hue: 'blue' },
  state: 'present',
  detail: 'full',
  tone: 'none',
  unsubmitted: false,
  subtitle: 'europe-west4',
  members: 0,
  hiddenLinks: 0,
  attention: 0,
};

function markup(change: Partial<NodePicture>): string {
  const address = nodeImage({ ...PICTURE, ...change }, THEMES.light, '"Inter", sans-serif');
  return decodeURIComponent(address.replace('data:image/svg+xml,', ''));
}

/** Texts drawn in the image, as a reader sees them. */
function texts(change: Partial<NodePicture>): readonly string[] {
  return [...markup(change).matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);
}

describe('nodeImage', () => {
  it('is one SVG of the card and the margin around it', () => {
    expect(markup({})).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="228" height="60" viewBox="-10 -10 228 60">.*<\/svg>$/,
    );
  });

  it('is the same text for the same picture', () => {
    expect(markup({})).toBe(markup({}));
  });

  it('shows subtitle, number of members and hidden links', () => {
    expect(texts({ members: 1_234, hiddenLinks: 12 })).toStrictEqual(['europe-west4', '1.2k', '+12']);
  });

  it('shows no text where there is nothing to say', () => {
    expect(texts({ subtitle: '' })).toStrictEqual([]);
  });

  it('keeps markup in a subtitle text', () => {
    expect(texts({ subtitle: '<script>"&"</script>' })).toStrictEqual([
      '&lt;script&gt;&quot;&amp;&quot;&lt;/script&gt;',
    ]);
  });

  it('fills the chip of a collected resource only', () => {
    expect(markup({})).toContain('fill="#1156bd" stroke="#1156bd" stroke-width="2"/>');
    expect(markup({ state: 'referenced' })).toContain('stroke="#1156bd" stroke-width="2" stroke-dasharray="5 3.5"/>');
    expect(markup({ state: 'unresolved' })).toContain(
      `stroke="${THEMES.light.warning}" stroke-width="2" stroke-dasharray="1 4"/>`,
    );
  });

  it('has a different picture for every state', () => {
    const pictures = [
      markup({}),
      markup({ state: 'referenced' }),
      markup({ state: 'unresolved' }),
      markup({ unsubmitted: true }),
      markup({ tone: 'failed' }),
      markup({ tone: 'running' }),
      markup({ tone: 'waiting' }),
      markup({ tone: 'succeeded' }),
      markup({ tone: 'stopped' }),
      markup({ attention: 1 }),
    ];
    expect(new Set(pictures).size).toBe(pictures.length);
  });
});

describe('compactCount', () => {
  it('writes counts in at most four characters', () => {
    expect([7, 999, 1_000, 1_234, 9_949, 9_950, 13_400, 999_499, 1_500_000].map(compactCount)).toStrictEqual([
      '7',
      '999',
      '1k',
      '1.2k',
      '9.9k',
      '10k',
      '13k',
      '999k',
      '2M',
    ]);
  });
});

describe('memberPillSpace', () => {
  it('is none for a single node and grows with the count', () => {
    expect([0, 7, 24, 1_234].map((members) => memberPillSpace(members, 'full'))).toStrictEqual([0, 25, 32, 46]);
    expect(memberPillSpace(24, 'compact')).toBeCloseTo(41.1);
  });
});
