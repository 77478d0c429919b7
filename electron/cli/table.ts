import { printable } from './terminal.ts';

/** Longest cell; the full value is in the JSON output. */
const CELL_LENGTH = 80;

const segmenter = new Intl.Segmenter('en');

/** A table in plain text: columns aligned by spaces, two between them, nothing after the last. */
export function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [header, ...rows].map((row) => row.map(fit));
  const widths = header.map((_title, column) =>
    cells.reduce((width, row) => Math.max(width, charactersOf(row[column] ?? '').length), 0),
  );
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - charactersOf(cell).length))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

function fit(text: string, column: number, row: readonly string[]): string {
  const characters = charactersOf(printable(text));
  // The last column may be as long as it is: it is the id, which people copy.
  return characters.length <= CELL_LENGTH || column === row.length - 1
    ? characters.join('')
    : `${characters.slice(0, CELL_LENGTH - 1).join('')}…`;
}

/** What people count as characters. */
function charactersOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
