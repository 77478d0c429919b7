/** Width of a text in CSS pixels; a canvas measures it in the window, a table in the tests. */
export type Measure = (text: string) => number;

const ELLIPSIS = '…';

/** A second line has at least so many characters if the first can be shorter. */
const LEAST_REST = 3;

/** Parts of a path tried from its end. */
const TAIL_PARTS = 8;

const EMAIL = /^([^@/\s]+)@[^@/\s]+\.[a-z]+$/i;

/** Characters after which a name may be broken. */
const SEPARATORS: ReadonlySet<string> = new Set('-_/.@: ');

/** Control characters, and the invisible ones that reorder or hide text: a name must not look like another one. */
// oxlint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g;

/**
 * The text as it may be drawn: control, bidirectional and zero-width characters as `\uFFFD`, lone surrogates likewise, so that
 * it is well-formed in XML and reads as what it is.
 */
export function displayText(text: string): string {
  return text.toWellFormed().replaceAll(INVISIBLE, '\uFFFD');
}

/**
 * The text, or its two ends around an ellipsis, at most `width` wide. Cloud names begin alike and end in what tells them apart,
 * so the end gets the larger part.
 */
export function truncateMiddle(text: string, width: number, measure: Measure): string {
  return fit(text, width, measure, (characters, kept) => {
    const head = Math.floor(kept * 0.45);
    return characters.slice(0, head).join('') + ELLIPSIS + characters.slice(characters.length - (kept - head)).join('');
  });
}

/**
 * A resource's title, at most `width` wide, cut where it tells least: an e-mail address loses its domain, a path its first
 * parts, anything else its middle.
 */
export function shortTitle(title: string, width: number, measure: Measure): string {
  const text = boundedText(title);
  if (measure(text) <= width) return text;
  const email = EMAIL.exec(text);
  if (email?.[1] !== undefined) {
    const local = `${email[1]}@${ELLIPSIS}`;
    return measure(local) <= width ? truncateEnd(text, width, measure) : truncateMiddle(local, width, measure);
  }
  const segments = text.split('/');
  for (let first = Math.max(1, segments.length - TAIL_PARTS); first < segments.length; first++) {
    const tail = `${ELLIPSIS}/${segments.slice(first).join('/')}`;
    if (measure(tail) <= width) return tail;
  }
  return truncateMiddle(segments.at(-1) || text, width, measure);
}

/**
 * A resource's title on at most two lines, joined by a line feed: broken after a separator if that leaves a first line of some
 * length; what does not fit the second line is cut from its middle.
 */
export function twoLineTitle(title: string, width: number, measure: Measure): string {
  const text = boundedText(title);
  if (measure(text) <= width) return text;
  const start = firstLine(text, width, measure);
  if (start === '') return shortTitle(text, width, measure);
  const rest = text.slice(start.length);
  // The domain of an e-mail address tells least at its end.
  const end = start.endsWith('@') ? truncateEnd(rest, width, measure) : shortTitle(rest, width, measure);
  return `${start}\n${end}`;
}

/** The longest beginning that fits and ends in a separator; if that is short, the longest that fits. */
function firstLine(text: string, width: number, measure: Measure): string {
  const local = EMAIL.test(text) ? text.slice(0, text.indexOf('@') + 1) : '';
  if (local !== '' && measure(local) <= width) return local;
  let fitting = '';
  let broken = '';
  for (const character of text.slice(0, 200)) {
    if (measure(fitting + character) > width) break;
    fitting += character;
    if (SEPARATORS.has(character) && text.length - fitting.length >= LEAST_REST) broken = fitting;
  }
  return broken.length * 2 >= fitting.length ? broken : fitting;
}

/** The text, or its beginning and an ellipsis, at most `width` wide. */
export function truncateEnd(text: string, width: number, measure: Measure): string {
  return fit(text, width, measure, (characters, kept) => characters.slice(0, kept).join('') + ELLIPSIS);
}

/** A label never needs more than this, and names of a megabyte exist in hostile files. */
function boundedText(text: string): string {
  return text.length > 400 ? text.slice(0, 200) + text.slice(-200) : text;
}

function fit(
  text: string,
  width: number,
  measure: Measure,
  shorten: (characters: readonly string[], kept: number) => string,
): string {
  const bounded = boundedText(text);
  if (measure(bounded) <= width) return bounded;
  const characters = Array.from(bounded);
  let low = 0;
  let high = characters.length - 1;
  while (low < high) {
    const kept = Math.ceil((low + high) / 2);
    if (measure(shorten(characters, kept)) <= width) low = kept;
    else high = kept - 1;
  }
  return shorten(characters, low);
}
