/** Linear-light red, green and blue, each 0 to 1. */
export type LinearRgb = readonly [number, number, number];

/** Linear-light channels of a `#rrggbb` colour (sRGB transfer function, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
export function linearRgb(hex: string): LinearRgb {
  return [channel(hex, 1), channel(hex, 3), channel(hex, 5)];
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** `share` (0 to 1) of `colour` laid over `ground`, as `#rrggbb`. Mixed in sRGB, as a translucent layer would be. */
export function mix(colour: string, ground: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const value = byte(colour, at) * share + byte(ground, at) * (1 - share);
    return Math.round(value).toString(16).padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

/** Least contrast of signs and shapes that carry meaning (https://www.w3.org/TR/WCAG22/#non-text-contrast). */
export const SIGN_CONTRAST = 3;

/** `preferred` if it can be seen on `ground`, else black or white. */
export function visibleOn(ground: string, preferred: string): string {
  if (contrast(ground, preferred) >= SIGN_CONTRAST) return preferred;
  return contrast(ground, '#ffffff') > contrast(ground, '#000000') ? '#ffffff' : '#000000';
}

function luminance(hex: string): number {
  const [red, green, blue] = linearRgb(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channel(hex: string, at: number): number {
  const value = byte(hex, at) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function byte(hex: string, at: number): number {
  return Number.parseInt(hex.slice(at, at + 2), 16);
}
