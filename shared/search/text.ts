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

const OTHER = 0;
const SMALL_OR_DIGIT = 1;
const CAPITAL = 2;
const SEPARATOR = 3;

/** Class of each ASCII character: names consist of them, and a table is far faster than an expression. */
const ASCII_CLASSES = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z\d]/.test(character)) return SMALL_OR_DIGIT;
  return /[A-Z]/.test(character) ? CAPITAL : SEPARATOR;
});

/** Letters of other alphabets are parts of words; that they have capitals is not looked at. */
function classAt(text: string, index: number): number {
  return ASCII_CLASSES[text.charCodeAt(index)] ?? OTHER;
}

/**
 * Whether a word starts at a position: at the start, after a separator (all ASCII characters but letters and digits), or at a
 * capital after a small letter or a digit.
 */
export function isWordStart(text: string, index: number): boolean {
  if (index <= 0) return true;
  const before = classAt(text, index - 1);
  return before === SEPARATOR || (before === SMALL_OR_DIGIT && classAt(text, index) === CAPITAL);
}

/** Whether a word ends before a position. */
export function isWordEnd(text: string, index: number): boolean {
  return index >= text.length || classAt(text, index) === SEPARATOR || isWordStart(text, index);
}

/** Words of a text in lower case: `TrainFraud-v2@eu` gives `train`, `fraud`, `v2`, `eu`. */
export function words(text: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (let index = 0; index <= text.length; index += 1) {
    if (!isWordEnd(text, index) || (index === 0 && text !== '')) continue;
    const from = classAt(text, start) === SEPARATOR ? start + 1 : start;
    if (index > from) found.push(lowerCase(text.slice(from, index)));
    start = index;
  }
  return found;
}
