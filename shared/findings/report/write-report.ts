import { writeFindingsCsv } from './csv.ts';
import { writeHtml } from './html.ts';
import { writeFindingsJson } from './json.ts';
import { writeMarkdown } from './markdown.ts';
import type { Report } from './report.ts';
import { writeSarif } from './sarif.ts';

/** The formats of a report in the order in which they are offered, with the ending of their files. */
export const REPORT_FORMATS = {
  html: { title: 'HTML page', ending: 'html', write: writeHtml },
  markdown: { title: 'Markdown', ending: 'md', write: writeMarkdown },
  csv: { title: 'Table (CSV)', ending: 'csv', write: writeFindingsCsv },
  json: { title: 'JSON', ending: 'json', write: writeFindingsJson },
  sarif: { title: 'SARIF 2.1.0', ending: 'sarif', write: writeSarif },
} as const satisfies Readonly<
  Record<
    string,
    { readonly title: string; readonly ending: string; readonly write: (report: Report) => Generator<string, void> }
  >
>;

export type ReportFormat = keyof typeof REPORT_FORMATS;

/** The report in a format, piece by piece. The command line and the window write with this, so both write the same. */
export function writeReport(format: ReportFormat, report: Report): Generator<string, void> {
  return REPORT_FORMATS[format].write(report);
}
