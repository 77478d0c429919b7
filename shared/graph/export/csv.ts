import type { ExportRows } from './export-rows.ts';

const NODE_COLUMNS = ['id', 'kind', 'state', 'title', 'project', 'location', 'reason'] as const;
const EDGE_COLUMNS = ['type', 'from', 'to', 'confidence', 'flow', 'document', 'path', 'value'] as const;

/** The table of nodes (RFC 4180). */
export function* writeNodesCsv(rows: ExportRows): Generator<string, void> {
  yield record(NODE_COLUMNS);
  for (const node of rows.nodes) {
    yield record(NODE_COLUMNS.map((column) => node[column] ?? ''));
  }
}

/** The table of links, one record per evidence: a link that is mentioned three times has three. */
export function* writeEdgesCsv(rows: ExportRows): Generator<string, void> {
  yield record(EDGE_COLUMNS);
  for (const { type, from, to, confidence, flow, evidence } of rows.edges) {
    for (const { document, path, value } of evidence) {
      yield record([type, from, to, confidence, flow, document, path, value]);
    }
  }
}

/** Both tables in one text, the links after an empty line: for reading and pipes; files get one table each. */
export function* writeCsv(rows: ExportRows): Generator<string, void> {
  yield* writeNodesCsv(rows);
  yield '\r\n';
  yield* writeEdgesCsv(rows);
}

function record(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/**
 * One cell. A text that a spreadsheet would run as a formula gets an apostrophe in front, which it shows as nothing
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) || harmless !== text ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
