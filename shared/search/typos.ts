import UFuzzy from '@leeoniya/ufuzzy';
import type { SearchIndex } from './search-index.ts';

/** Shorter words are one letter away from too many others. */
const LEAST_LENGTH = 4;

/** One letter wrong, missing, too many or swapped with its neighbour, in words that begin and end alike. */
const matcher = new UFuzzy({
  // 1 is SingleError; the library declares an enum for it that does not exist when the program runs.
  intraMode: 1,
  intraIns: 1,
  intraSub: 1,
  intraTrn: 1,
  intraDel: 1,
});

/**
 * Replaces each term that occurs nowhere by the most frequent word one letter away from it. Returns undefined where no term
 * needs it or one cannot be corrected. Costs a pass over the vocabulary for each such term, not over the resources.
 */
export function correctTypos(index: SearchIndex, terms: readonly string[]): string[] | undefined {
  let changed = false;
  const corrected: string[] = [];
  for (const term of terms) {
    if (index.lower.includes(term)) {
      corrected.push(term);
      continue;
    }
    const word = nearestWord(index.vocabulary(), term);
    if (word === undefined) return undefined;
    corrected.push(word);
    changed = true;
  }
  return changed ? corrected : undefined;
}

function nearestWord(vocabulary: string[], term: string): string | undefined {
  if (term.length < LEAST_LENGTH) return undefined;
  const near = matcher.filter(vocabulary, term) ?? [];
  // Words of about the term's length first: `fraud` is meant by `fruad`, not `fraudulent`.
  const words = near.map((place) => vocabulary[place] ?? '').filter((word) => word !== '');
  return words.toSorted((a, b) => Math.abs(a.length - term.length) - Math.abs(b.length - term.length))[0];
}
