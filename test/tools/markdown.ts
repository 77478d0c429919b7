/** A Markdown table; bars in cells are escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** Text as code. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** Texts as code, with commas between. */
export function codes(texts: readonly string[]): string {
  return texts.map(code).join(', ');
}
