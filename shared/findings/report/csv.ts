import { cell } from '../../graph/export/csv.ts';
import { exportId } from '../../graph/export/export-rows.ts';
import type { Report } from './report.ts';

const COLUMNS = [
  'severity',
  'status',
  'rule',
  'family',
  'title',
  'resource',
  'evidence',
  'remediation',
  'reason',
  'expires',
  'author',
  'accepted on',
] as const;

/** One record for each finding (RFC 4180), its evidence line by line in one cell: for a spreadsheet or a tracker. */
export function* writeFindingsCsv({ analysis, masker }: Report): Generator<string, void> {
  yield record(COLUMNS);
  for (const finding of analysis.findings) {
    const { severity, status, rule, family, title, resource, evidence, remediation } = finding;
    const { reason = '', expires = '', author = '', time = '' } = finding.accepted ?? finding.lapsed ?? {};
    const proofs = evidence.map(({ document, path, value }) => {
      const place = document === resource ? path : `${exportId(document, masker)} ${path}`;
      return value === '' ? `${place} is absent` : `${place} = ${value}`;
    });
    yield record([
      severity,
      status,
      rule,
      family,
      title,
      exportId(resource, masker),
      proofs.join('\n'),
      remediation,
      masker.maskText(reason),
      expires,
      author,
      time,
    ]);
  }
}

function record(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}
