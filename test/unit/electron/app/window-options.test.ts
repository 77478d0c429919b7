import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { backgroundColour, windowOptions } from '../../../../electron/app/window-options.ts';

/** The page's own ground colours, light before dark, as its style sheet has them. */
function pageColours(): readonly string[] {
  const tokens = readFileSync('renderer/ui/theme/tokens.css', 'utf8');
  return /--surface-0: light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/.exec(tokens)?.slice(1) ?? [];
}

describe('windowOptions', () => {
  it('hide the window until the page has drawn, at the size asked for', () => {
    const { show, width, height, useContentSize } = windowOptions({
      preload: '/app/preload.cjs',
      bounds: { width: 1280, height: 800 },
      isContentSize: true,
      dark: false,
      title: 'Vertex Lineage Explorer',
      devTools: false,
    });
    expect({ show, width, height, useContentSize }).toStrictEqual({
      show: false,
      width: 1280,
      height: 800,
      useContentSize: true,
    });
  });
});

describe('backgroundColour', () => {
  it('is the ground of the page, so that nothing flashes while it loads', () => {
    expect([backgroundColour(false), backgroundColour(true)]).toStrictEqual(pageColours());
  });
});
