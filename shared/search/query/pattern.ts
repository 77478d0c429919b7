import { lowerCase } from '../text.ts';
import type { PatternPart } from './syntax.ts';

/** Whether a text, in lower case, fits. */
export type TextTest = (lowerText: string) => boolean;

/**
 * Returns a test of whole texts against a pattern; capitals do not matter. Never slower than text times pattern, whatever the
 * pattern: a part after a `*` is taken at its first place, which is as good as any later one.
 */
export function patternTest(parts: readonly PatternPart[]): TextTest {
  const segments = segmentsOf(parts);
  const [first = [], ...others] = segments;
  const last = others.at(-1);
  if (last === undefined) return (text) => first.length === text.length && fits(text, 0, first);
  const middle = others.slice(0, -1);
  return (text) => {
    if (first.length + last.length > text.length || !fits(text, 0, first)) return false;
    let at = first.length;
    for (const segment of middle) {
      at = find(text, at, segment);
      if (at < 0) return false;
      at += segment.length;
    }
    return at <= text.length - last.length && fits(text, text.length - last.length, last);
  };
}

/** The pattern with any text before and after it. */
export function anywhere(parts: readonly PatternPart[]): readonly PatternPart[] {
  return [{ wildcard: 'any' }, ...parts, { wildcard: 'any' }];
}

/** What stands between the stars: characters, with undefined for a `?`. */
function segmentsOf(parts: readonly PatternPart[]): (string | undefined)[][] {
  const segments: (string | undefined)[][] = [[]];
  for (const part of parts) {
    if ('literal' in part) segments.at(-1)?.push(...lowerCase(part.literal).split(''));
    else if (part.wildcard === 'one') segments.at(-1)?.push(undefined);
    else segments.push([]);
  }
  return segments;
}

function fits(text: string, at: number, segment: readonly (string | undefined)[]): boolean {
  return segment.every((character, index) => character === undefined || text[at + index] === character);
}

function find(text: string, from: number, segment: readonly (string | undefined)[]): number {
  for (let at = from; at + segment.length <= text.length; at += 1) if (fits(text, at, segment)) return at;
  return -1;
}
