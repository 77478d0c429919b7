import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, linearRgb, mix } from '../../../../../renderer/ui/theme/colour.ts';
import type { LinearRgb } from '../../../../../renderer/ui/theme/colour.ts';
import { THEMES } from '../../../../../renderer/ui/theme/tokens.ts';
import type { ThemeName, ThemeTokens } from '../../../../../renderer/ui/theme/tokens.ts';

const css = readFileSync(new URL('../../../../../renderer/ui/theme/tokens.css', import.meta.url), 'utf8');

/** The custom properties of a theme in tokens.css, which writes those of light and dark together. */
function cssTokens(theme: ThemeName): ReadonlyMap<string, string> {
  const selector = theme.startsWith('contrast-') ? ":root[data-theme^='contrast-'] {" : ':root {\n  color-scheme:';
  const start = css.indexOf(selector);
  const block = css
    .slice(start, css.indexOf('}', start))
    .replaceAll(/light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g, theme.endsWith('dark') ? '$2' : '$1');
  return new Map([...block.matchAll(/--([a-z0-9-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
}

/** The canvas tokens under the names they have in CSS. */
function asCss({ hues, ...plain }: ThemeTokens): readonly (readonly [string, string])[] {
  return [
    ...Object.entries(plain).map(([name, value]) => [name.replaceAll(/[A-Z0-9]/g, kebab), value] as const),
    ...Object.entries(hues).map(([name, value]) => [`hue-${name}`, value] as const),
  ];
}

function kebab(letter: string): string {
  return `-${letter.toLowerCase()}`;
}

// Machado, Oliveira and Fernandes 2009, severity 1: https://www.inf.ufrgs.br/~oliveira/pubs_files/CVD_Simulation/CVD_Simulation.html
const PROTANOPIA = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998];
const DEUTERANOPIA = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881];
const NORMAL = [1, 0, 0, 0, 1, 0, 0, 0, 1];

function seen(hex: string, matrix: readonly number[]): LinearRgb {
  const rgb = linearRgb(hex);
  const [red = 0, green = 0, blue = 0] = [0, 3, 6].map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        rgb.reduce((sum, value, column) => sum + value * (matrix[row + column] ?? 0), 0),
      ),
    ),
  );
  return [red, green, blue];
}

/** Coordinates in Oklab, in which distance is about what people see: https://bottosson.github.io/posts/oklab/ */
function oklab([r, g, b]: LinearRgb): readonly number[] {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function distance(one: string, other: string, matrix: readonly number[]): number {
  const [a, b] = [oklab(seen(one, matrix)), oklab(seen(other, matrix))];
  return Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)));
}

function closestPair(tokens: ThemeTokens, matrix: readonly number[]): number {
  const hues = Object.values(tokens.hues);
  return Math.min(...hues.flatMap((one, at) => hues.slice(at + 1).map((other) => distance(one, other, matrix))));
}

const themes = Object.entries(THEMES) as [ThemeName, ThemeTokens][];

describe('theme tokens', () => {
  it.each(themes)('of %s have the same values in CSS', (name, tokens) => {
    expect([...cssTokens(name)]).toStrictEqual(expect.arrayContaining([...asCss(tokens)]));
  });

  it.each(themes)('of %s keep 3:1 for hues on the canvas, on panes and on their own cards', (_name, tokens) => {
    const weak = Object.entries(tokens.hues).filter(([, hue]) =>
      [tokens.canvas, tokens.surface1, mix(hue, tokens.surface1, 0.07)].some((ground) => contrast(hue, ground) < 3),
    );
    expect(weak).toStrictEqual([]);
  });

  it.each(themes)('of %s keep 3:1 for glyphs on every hue', (_name, tokens) => {
    const weak = Object.entries(tokens.hues).filter(([, hue]) => contrast(hue, tokens.onHue) < 3);
    expect(weak).toStrictEqual([]);
  });

  it.each(themes)('of %s keep 4.5:1 for text on panes, cards and the canvas', (_name, tokens) => {
    const grounds = [
      tokens.canvas,
      tokens.surface1,
      tokens.surface2,
      ...Object.values(tokens.hues).map((hue) => mix(hue, tokens.surface1, 0.07)),
    ];
    const texts = [tokens.text, tokens.textMuted];
    const weak = grounds.flatMap((ground) => texts.filter((text) => contrast(text, ground) < 4.5));
    expect(weak).toStrictEqual([]);
  });

  it.each(themes)('of %s keep 3:1 for links, selection, focus ring and states on the canvas', (_name, tokens) => {
    const { borderStrong, selection, focus, danger, warning, ok, info, accent } = tokens;
    const weak = [borderStrong, selection, focus, danger, warning, ok, info, accent].filter(
      (colour) => contrast(colour, tokens.canvas) < 3,
    );
    expect(weak).toStrictEqual([]);
  });

  it.each(themes)('of %s keep all hues apart for every kind of colour vision', (_name, tokens) => {
    // 0.02 is a just noticeable difference in Oklab; three of them, for chips that are not side by side.
    expect(closestPair(tokens, NORMAL)).toBeGreaterThan(0.06);
    expect(closestPair(tokens, PROTANOPIA)).toBeGreaterThan(0.06);
    expect(closestPair(tokens, DEUTERANOPIA)).toBeGreaterThan(0.06);
  });

  it.each(themes)('of %s tell the focus ring from the selection', (_name, tokens) => {
    expect(distance(tokens.focus, tokens.selection, DEUTERANOPIA)).toBeGreaterThan(0.1);
    expect(distance(tokens.focus, tokens.selection, PROTANOPIA)).toBeGreaterThan(0.06);
  });
});
