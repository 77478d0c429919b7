import type { Problem } from '../../shared/errors/problem.ts';
import type { CoverageReport } from './worker/protocol/protocol.ts';

/** `jobs.ndjson:12 [3].jobSpec`: file, line and path as far as they are known. */
export function problemPlace({ file, line, path }: Pick<Problem, 'file' | 'line' | 'path'>): string {
  const place = line === undefined ? file : `${file}:${line}`;
  const whole = path === undefined || path === '' ? place : `${place} ${path}`;
  return whole === '' ? 'whole inventory' : whole;
}

/** The whole report as plain text, one fact a line, for tickets and mails. Sections without rows are left out. */
export function reportText(report: CoverageReport): string {
  return [
    section(
      'Problems',
      report.problems.map((problem) => `${problem.severity}: ${problemPlace(problem)}: ${problem.reason}`),
    ),
    section(
      'Coverage',
      report.coverage.map(
        ({ project, location, kind, status, count, error }) =>
          `${project} ${location} ${kind}: ${status}, ${count} read${error === undefined ? '' : `, ${error}`}`,
      ),
    ),
    section(
      'Not collected, but named by others',
      report.referenced.map(({ kind, count }) => `${kind}: ${count}`),
    ),
    section('Unresolved', [
      ...report.unresolved.map(({ title, reason }) => `${title}: ${reason}`),
      ...notListed(report.beyond?.unresolved),
    ]),
    section('References no rule claims', [
      ...report.unclaimed.map(({ document, path, value }) => `${document} ${path}: ${value}`),
      ...notListed(report.beyond?.unclaimed),
    ]),
    section('Masked secrets', [
      ...report.redactions.map(({ document, path, reason }) => `${document} ${path}: ${reason}`),
      ...notListed(report.beyond?.redactions),
    ]),
    section(
      'Skipped types',
      report.skipped.map(({ file, type, count }) => `${file}: ${type}: ${count}`),
    ),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

function notListed(count: number | undefined): string[] {
  return count === undefined ? [] : [`and ${count} more`];
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title} (${lines.length})\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
