/**
 * Returns the labels of a menu's entries with `&` before the letter that chooses each (Windows and Linux): the first letter of a
 * word where it is free, else the first free letter. No letter is given twice; an entry for which none is left has none.
 */
export function withMnemonics(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const letters = [...title.matchAll(/\p{L}|\p{N}/gu)].map(({ index }) => index);
    const initials = letters.filter((index) => index === 0 || title[index - 1] === ' ');
    const place = [...initials, ...letters].find((index) => !taken.has(letterAt(title, index)));
    if (place === undefined) return escapeLabel(title);
    taken.add(letterAt(title, place));
    return `${escapeLabel(title.slice(0, place))}&${escapeLabel(title.slice(place))}`;
  });
}

/** Returns a text as a menu shows it: a single `&` would mark the next letter. */
export function escapeLabel(text: string): string {
  return text.replaceAll('&', '&&');
}

function letterAt(title: string, index: number): string {
  return (title[index] ?? '').toLowerCase();
}
