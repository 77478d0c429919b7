/** Characters that part the words of names. */
const SEPARATOR = /[\s/\-_.@:=,;()[\]{}"'`|<>#?&%+~$!*^\\]/;

/**
 * Lower case with the same length as the text, so that positions hold for both. Letters whose lower case is longer (`İ`) stay
 * as they are.
 */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from({ length: text.length }, (_, index) => {
    const letter = text.charAt(index);
    const small = letter.toLowerCase();
    return small.length === 1 ? small : letter;
  }).join('');
}

/** Whether a word starts at a position: at the start, after a separator, or at a capital after a small letter or a digit. */
export function isWordStart(text: string, index: number): boolean {
  if (index <= 0) return true;
  const before = text.charAt(index - 1);
  const here = text.charAt(index);
  return SEPARATOR.test(before) || (/[\p{Ll}\d]/u.test(before) && /\p{Lu}/u.test(here));
}

/** Whether a word ends before a position. */
export function isWordEnd(text: string, index: number): boolean {
  return index >= text.length || SEPARATOR.test(text.charAt(index)) || isWordStart(text, index);
}

/** Words of a text in lower case: `TrainFraud-v2@eu` gives `train`, `fraud`, `v2`, `eu`. */
export function words(text: string): string[] {
  return text
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .split(SEPARATOR)
    .filter((word) => word !== '')
    .map(lowerCase);
}
