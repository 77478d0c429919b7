/**
 * A link that says what to search for: `vertex-lineage://query?q=kind%3Ajob`. It names no file and asks for no action: whoever
 * made it, all it can do is to put words into a search box.
 */

/** Longest query that is taken from outside. */
export const MAX_LINKED_QUERY = 4000;

const LINK = /^vertex-lineage:\/\/query\/?\?q=([^&#]+)$/i;

/** Each character may take nine in a link. */
const LONGEST_LINK = MAX_LINKED_QUERY * 9 + 100;

/** Characters that are no text: controls, and marks that turn the direction of what follows. */
const NO_TEXT = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Returns the link of a query. */
export function queryLink(query: string): string {
  return `vertex-lineage://query?q=${encodeURIComponent(query.trim())}`;
}

/** Whether a text claims to be such a link, right or wrong. */
export function looksLikeQueryLink(text: string): boolean {
  return /^vertex-lineage:/i.test(text.trim());
}

/** Returns the query of a link; undefined for any other text, and for one that has more than a query in it. Never throws. */
export function readQueryLink(text: string): string | undefined {
  if (text.length > LONGEST_LINK) return undefined;
  const encoded = LINK.exec(text.trim())?.[1];
  return encoded === undefined ? undefined : readQuery(decoded(encoded.replaceAll('+', ' ')));
}

/** Returns a query that came from outside as it may stand in the search box; undefined for one that may not. */
export function readQuery(text: string | undefined): string | undefined {
  const query = text?.trim() ?? '';
  return query === '' || query.length > MAX_LINKED_QUERY || NO_TEXT.test(query) ? undefined : query;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
