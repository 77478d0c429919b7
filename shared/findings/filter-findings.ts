import type { NodeId } from '../graph/graph.ts';
import type { Family, Finding, FindingStatus, Severity } from './finding.ts';

/** Which findings are wanted. An empty list lets everything through. */
export interface FindingFilter {
  readonly severities: readonly Severity[];
  readonly statuses: readonly FindingStatus[];
  readonly families: readonly Family[];
  /** Words of a finding, or a query in the language of the search; empty: everything. */
  readonly query: string;
  /** Only what the earlier analysis did not have, or what was accepted until its last day was over. */
  readonly only?: 'new' | 'lapsed';
}

/** Lets everything through. */
export const ALL_FINDINGS: FindingFilter = { severities: [], statuses: [], families: [], query: '' };

/** What a filter asks of its surroundings. */
export interface FilterTools {
  /** Resources that the query finds. */
  readonly found: ReadonlySet<NodeId>;
  /** Whether a finding is new. */
  readonly isNew: (finding: Finding) => boolean;
}

/** Whether a filter leaves anything out. */
export function isNarrow({ severities, statuses, families, query, only }: FindingFilter): boolean {
  return severities.length + statuses.length + families.length > 0 || query.trim() !== '' || only !== undefined;
}

/** The findings that a filter lets through, in their order. */
export function filterFindings(
  findings: readonly Finding[],
  filter: FindingFilter,
  { found, isNew }: FilterTools,
): readonly Finding[] {
  if (!isNarrow(filter)) {
    return findings;
  }
  const { severities, statuses, families, only } = filter;
  const words = wordsOf(filter.query);
  return findings.filter(
    (finding) =>
      includes(severities, finding.severity) &&
      includes(statuses, finding.status) &&
      includes(families, finding.family) &&
      (only !== 'lapsed' || finding.lapsed !== undefined) &&
      (words.length === 0 || found.has(finding.resource) || speaksOf(finding, words)) &&
      (only !== 'new' || isNew(finding)),
  );
}

/** A filter in words, as a report says what it holds: `severity critical or high; status failed; bucket:logs`. */
export function describeFilter({ severities, statuses, families, query, only }: FindingFilter): string {
  const words = { fail: 'failed', unknown: 'unknown', accepted: 'accepted' } as const;
  return [
    severities.length === 0 ? '' : `severity ${severities.join(' or ')}`,
    statuses.length === 0 ? '' : `status ${statuses.map((status) => words[status]).join(' or ')}`,
    families.length === 0 ? '' : `family ${families.join(' or ')}`,
    only === undefined ? '' : only === 'new' ? 'new since the last analysis' : 'acceptance expired',
    query.trim() === '' ? '' : `found by ${query.trim()}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function includes<Value>(wanted: readonly Value[], value: Value): boolean {
  return wanted.length === 0 || wanted.includes(value);
}

function wordsOf(query: string): readonly string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

function speaksOf({ rule, title, family }: Finding, words: readonly string[]): boolean {
  const text = `${rule} ${title} ${family}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
