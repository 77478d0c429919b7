/** Width of a text in CSS pixels; a canvas measures it in the window, a table in the tests. */
export type Measure = (text: string) => number;

const ELLIPSIS = '…';

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
export function shortTitle(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  const email = /^([^@/\s]+)@[^@/\s]+\.[a-z]+$/i.exec(text);
  if (email?.[1] !== undefined) {
    const local = `${email[1]}@${ELLIPSIS}`;
    return measure(local) <= width ? truncateEnd(text, width, measure) : truncateMiddle(local, width, measure);
  }
  const segments = text.split('/');
  for (let first = 1; first < segments.length; first++) {
    const tail = `${ELLIPSIS}/${segments.slice(first).join('/')}`;
    if (measure(tail) <= width) return tail;
  }
  return truncateMiddle(segments.at(-1) || text, width, measure);
}

/** The text, or its beginning and an ellipsis, at most `width` wide. */
export function truncateEnd(text: string, width: number, measure: Measure): string {
  return fit(text, width, measure, (characters, kept) => characters.slice(0, kept).join('') + ELLIPSIS);
}

function fit(
  text: string,
  width: number,
  measure: Measure,
  shorten: (characters: readonly string[], kept: number) => string,
): string {
  if (measure(text) <= width) return text;
  // A label never needs more than this, and names of a megabyte exist in hostile files.
  const characters = Array.from(text.length > 2_000 ? text.slice(0, 1_000) + text.slice(-1_000) : text);
  let low = 0;
  let high = characters.length - 1;
  while (low < high) {
    const kept = Math.ceil((low + high) / 2);
    if (measure(shorten(characters, kept)) <= width) low = kept;
    else high = kept - 1;
  }
  return shorten(characters, low);
}
