/** Whether one word becomes the other by one letter: wrong, missing, too many, or two neighbours swapped. */
export function isNear(word: string, other: string): boolean {
  if (Math.abs(word.length - other.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === other[start]) start += 1;
  let end = 0;
  const shorter = Math.min(word.length, other.length) - start;
  while (end < shorter && word.at(-1 - end) === other.at(-1 - end)) end += 1;
  const left = word.slice(start, word.length - end);
  const right = other.slice(start, other.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/**
 * The names that a mistyped one probably means, best first: one letter away, begun, containing it, or alike in most letters.
 * Capitals and separators do not matter.
 */
export function nearestNames(typed: string, names: readonly string[], limit = 1): string[] {
  const wanted = bare(typed);
  if (wanted === '') return [];
  return names
    .map((name) => ({ name, distance: distanceOf(wanted, bare(name)) }))
    .filter(({ distance }) => distance < 4)
    .toSorted((a, b) => a.distance - b.distance || a.name.length - b.name.length)
    .slice(0, limit)
    .map(({ name }) => name);
}

function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.\s]/g, '');
}

function distanceOf(typed: string, name: string): number {
  if (typed === name) return 0;
  if (isNear(typed, name) && name.length > 2) return 1;
  if (typed.length > 1 && name.startsWith(typed)) return 2;
  if (typed.length > 3 && (name.includes(typed) || (name.length > 3 && typed.includes(name)))) return 3;
  return 4;
}
