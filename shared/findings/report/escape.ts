/** Text for HTML and SVG, between tags and in quoted attributes; what could act on a reader’s screen becomes U+FFFD. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069\uFFFE\uFFFF]/gu, (character) =>
      character === '\n' ? '\n' : '\uFFFD',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
