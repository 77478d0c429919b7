import { mix, visibleOn } from '../../ui/theme/colour.ts';
import type { ThemeTokens } from '../../ui/theme/tokens.ts';
import type { LinkPalette } from './worker/link-protocol.ts';

/** More links than this are drawn fainter, so that the cards stand out from them. */
const DENSE = 180;

/** The colours of a view with so many links. Mixed, as translucent lines would be darker where they cross. */
export function linkPalette(tokens: ThemeTokens, fontFamily: string, links: number): LinkPalette {
  const quiet = mix(tokens.borderStrong, tokens.canvas, 0.85);
  return {
    canvas: tokens.canvas,
    line: links > DENSE ? mix(quiet, tokens.canvas, 0.55) : quiet,
    access: mix(tokens.hues.pink, tokens.canvas, 0.7),
    dim: mix(tokens.borderStrong, tokens.canvas, 0.14),
    lit: tokens.accent,
    picked: tokens.selection,
    focused: tokens.focus,
    text: tokens.text,
    textMuted: tokens.textMuted,
    badges: badgeColours(tokens),
    fontFamily,
  };
}

/** As badges of cards have them (`remark-badges.ts`). */
function badgeColours(tokens: ThemeTokens): LinkPalette['badges'] {
  const { surface1, danger, warning } = tokens;
  const serious = { face: danger, edge: surface1, ink: visibleOn(danger, tokens.onHue) };
  return {
    critical: serious,
    high: serious,
    medium: { face: warning, edge: surface1, ink: visibleOn(warning, tokens.onHue) },
    low: { face: surface1, edge: tokens.borderStrong, ink: tokens.text },
  };
}
