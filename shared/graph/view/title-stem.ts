import { compareText } from '../../compare.ts';

/** Characters that part the words of a name. */
const SEPARATORS = '-_./@: ';

/**
 * Returns the constant part of a display name that is numbered or dated: `train-fraud-20251101-0012` gives `train-fraud`. Parts
 * at the end that hold a digit vary; a name of nothing else has the stem `''`.
 */
export function titleStem(title: string): string {
  let end = title.length;
  let hasDigit = false;
  // Read from the end, letter by letter: this is done for every job, and an expression takes ten times as long.
  for (let index = title.length - 1; index >= -1; index -= 1) {
    const letter = index < 0 ? SEPARATORS.charAt(0) : title.charAt(index);
    if (!SEPARATORS.includes(letter)) {
      if (letter >= '0' && letter <= '9') hasDigit = true;
      continue;
    }
    if (!hasDigit && end - index > 1) return title.slice(0, end);
    end = Math.max(0, index);
    hasDigit = false;
  }
  return '';
}

/** Texts with how often each occurs, most frequent first, then by name. */
export function byCount(counts: ReadonlyMap<string, number>): [text: string, count: number][] {
  return [...counts].toSorted(([a, countA], [b, countB]) => countB - countA || compareText(a, b));
}
