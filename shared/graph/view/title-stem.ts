const SEPARATORS = /[-_./@: ]/;

/**
 * Returns the constant part of a display name that is numbered or dated: `train-fraud-20251101-0012` gives `train-fraud`. Parts
 * at the end that hold a digit vary; a name of nothing else has the stem `''`.
 */
export function titleStem(title: string): string {
  let stem = title;
  while (stem !== '') {
    const cut = lastSeparator(stem);
    const part = stem.slice(cut + 1);
    if (part !== '' && !/\d/.test(part)) return stem;
    stem = cut < 0 ? '' : stem.slice(0, cut);
  }
  return '';
}

function lastSeparator(text: string): number {
  for (let index = text.length - 1; index >= 0; index -= 1) {
    if (SEPARATORS.test(text.charAt(index))) return index;
  }
  return -1;
}

/** Stems of these titles with how often each occurs, most frequent first, then by name; titles without a stem are left out. */
export function countStems(titles: Iterable<string>): [stem: string, count: number][] {
  const counts = new Map<string, number>();
  for (const title of titles) {
    const stem = titleStem(title);
    if (stem !== '') counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return [...counts].toSorted(([a, countA], [b, countB]) => countB - countA || compareText(a, b));
}

/** Orders by UTF-16 code units: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
