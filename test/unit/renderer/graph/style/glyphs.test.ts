import { describe, expect, it } from 'vitest';
import { glyph, UNKNOWN_GLYPH } from '../../../../../renderer/graph/style/glyphs.ts';
import { KINDS } from '../../../../../shared/kinds/index.ts';

describe('glyphs', () => {
  it('exist for every kind', () => {
    const missing = KINDS.filter(({ appearance }) => glyph(appearance.glyph) === UNKNOWN_GLYPH).map(({ id }) => id);
    expect(missing).toStrictEqual([]);
  });

  it('tell all kinds apart, by drawing alone', () => {
    const drawings = KINDS.map(({ appearance }) => JSON.stringify(glyph(appearance.glyph)));
    expect(new Set(drawings).size).toBe(KINDS.length);
  });

  it('are repeated by shape and hue, which no two kinds share', () => {
    const chips = KINDS.map(({ appearance }) => `${appearance.shape} ${appearance.hue}`);
    expect(chips.filter((chip, at) => chips.indexOf(chip) !== at)).toStrictEqual([]);
  });

  it('fall back to a question mark', () => {
    expect(glyph('no such glyph')).toBe(UNKNOWN_GLYPH);
  });
});
