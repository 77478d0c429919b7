import { describe, expect, it } from 'vitest';
import { linkPalette } from '../../../../../renderer/graph/links/link-palette.ts';
import { contrast } from '../../../../../renderer/ui/theme/colour.ts';
import { THEMES } from '../../../../../renderer/ui/theme/tokens.ts';

describe('linkPalette()', () => {
  it.each(Object.entries(THEMES))('lets links stand out less the more there are: %s', (_, tokens) => {
    const [few, many] = [linkPalette(tokens, 'sans-serif', 180), linkPalette(tokens, 'sans-serif', 181)];
    const steps = [few.dim, many.line, few.line].map((colour) => contrast(colour, tokens.canvas));
    expect(steps).toStrictEqual(steps.toSorted((one, other) => one - other));
  });
});
