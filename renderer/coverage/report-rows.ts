import type { Problem } from '../../shared/errors/problem.ts';
import type { NodeId } from '../../shared/graph/graph.ts';
import { REVIEW_DOCUMENT } from '../../shared/review/mask-review.ts';
import type { CoverageReport } from '../inventory/worker/protocol/protocol.ts';
import { formatCount } from '../state/format.ts';
import { problemPlace } from '../inventory/report-text.ts';

/** One line of a list of the report. */
export interface ReportRow {
  readonly severity: Problem['severity'] | 'plain';
  /** Where: file and line, or resource and path. */
  readonly place: string;
  readonly text: string;
  /** The resource the line is about, to be shown in the graph, and the place in its document. */
  readonly node?: { readonly id: NodeId; readonly path: string; readonly value: string };
}

const RANK: Readonly<Record<Problem['severity'], number>> = { error: 0, warning: 1, note: 2 };

/** Problems, errors first, else in the order in which they were met. */
export function problemRows({ problems }: CoverageReport): readonly ReportRow[] {
  return problems
    .toSorted((first, second) => RANK[first.severity] - RANK[second.severity])
    .map((problem) => ({ severity: problem.severity, place: problemPlace(problem), text: problem.reason }));
}

/** Strings that look like a resource name and no rule reads. */
export function unclaimedRows({ unclaimed, beyond }: CoverageReport): readonly ReportRow[] {
  const rows = unclaimed.map(({ document, path, value }): ReportRow => ({
    severity: 'plain',
    place: `${shortName(document)} ${path}`,
    text: value,
    node: { id: document, path, value },
  }));
  return [...rows, ...notListed(beyond?.unclaimed)];
}

/** Values that are masked, now or when the snapshot was written. */
export function redactionRows({ redactions, beyond }: CoverageReport): readonly ReportRow[] {
  const rows = redactions.map(({ document, path, reason }): ReportRow => ({
    severity: 'plain',
    place: `${shortName(document)} ${path}`,
    text: reason,
    // A redaction names its document by full name, which is the node's id; the review is no resource.
    ...(document === REVIEW_DOCUMENT ? {} : { node: { id: document as NodeId, path, value: '' } }),
  }));
  return [...rows, ...notListed(beyond?.redactions)];
}

/** Types of records the app does not know. */
export function skippedRows({ skipped }: CoverageReport): readonly ReportRow[] {
  return skipped.map(({ file, type, count }) => ({
    severity: 'plain',
    place: type,
    text: `${formatCount(count, 'record')} in ${file} counted and skipped`,
  }));
}

/** Names the inventory holds that fit no grammar. */
export function unresolvedRows({ unresolved, beyond }: CoverageReport): readonly ReportRow[] {
  const rows = unresolved.map(({ id, title, reason }): ReportRow => ({
    severity: 'warning',
    place: title,
    text: reason,
    node: { id, path: '', value: '' },
  }));
  return [...rows, ...notListed(beyond?.unresolved)];
}

/** Says how many entries a list leaves out. */
function notListed(count: number | undefined): ReportRow[] {
  return count === undefined
    ? []
    : [{ severity: 'plain', place: formatCount(count, 'more', 'more'), text: 'not listed' }];
}

/** The end of a full name, enough to recognise it in a list; the whole is one click away. */
function shortName(name: string): string {
  return name.split('/').slice(-2).join('/');
}
