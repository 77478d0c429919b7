import { findRule } from '../../../../shared/findings/catalogue.ts';
import { filterFindings, type FindingFilter } from '../../../../shared/findings/filter-findings.ts';
import { SEVERITIES } from '../../../../shared/findings/finding.ts';
import type { Analysis, Finding, Severity } from '../../../../shared/findings/finding.ts';
import { fingerprintOf } from '../../../../shared/findings/fingerprint.ts';
import { postureOf } from '../../../../shared/findings/report/report.ts';
import { trendOf, type EarlierFindings } from '../../../../shared/findings/trend.ts';
import type { Graph, NodeId } from '../../../../shared/graph/graph.ts';
import type { Masker } from '../../../../shared/inventory/masking.ts';
import { kindById } from '../../../../shared/kinds/index.ts';
import type { QueryProblem } from '../../../../shared/search/query/syntax.ts';
import type {
  FindingCounts,
  FindingEntry,
  FindingGroup,
  FindingGrouping,
  FindingsOverview,
} from '../protocol/findings-protocol.ts';
import type { TracedLink } from '../protocol/trace-protocol.ts';

/** Findings of an inventory, arranged for the window. */
export interface ArrangedFindings {
  readonly overview: FindingsOverview;
  /** What the filter lets through. */
  readonly findings: readonly Finding[];
  /** By grouping and key. */
  readonly members: Readonly<Record<FindingGrouping, ReadonlyMap<string, readonly Finding[]>>>;
}

/** What findings are arranged with. */
export interface ArrangeInput {
  readonly analysis: Analysis;
  readonly graph: Graph;
  readonly masker: Masker;
  readonly earlier: EarlierFindings | undefined;
  /** Resources that a query finds, and its mistakes. */
  readonly find: (query: string) => { readonly ids: readonly NodeId[]; readonly problems: readonly QueryProblem[] };
}

const GROUPINGS: readonly FindingGrouping[] = ['rule', 'severity', 'resource', 'project'];

/** Puts together what a filter lets through. */
export function arrangeFindings(input: ArrangeInput, filter: FindingFilter): ArrangedFindings {
  const { analysis, graph, earlier, find } = input;
  const { ids, problems } = filter.query.trim() === '' ? { ids: [], problems: [] } : find(filter.query);
  const before = newsTest(earlier);
  const findings = filterFindings(analysis.findings, filter, { found: new Set(ids), isNew: before });
  const members = {
    rule: groupBy(findings, ({ rule }) => rule),
    severity: groupBy(findings, ({ severity }) => severity),
    resource: groupBy(findings, ({ resource }) => resource),
    project: groupBy(findings, ({ resource }) => graph.nodes.get(resource)?.project ?? ''),
  };
  return { overview: { ...overviewOf(input, findings, members), problems }, findings, members };
}

/** The findings of one group from `offset` on, failed first. */
export function entriesOf(
  { members }: ArrangedFindings,
  grouping: FindingGrouping,
  key: string,
  page: { readonly offset: number; readonly limit: number },
  source: Pick<ArrangeInput, 'graph' | 'masker' | 'earlier'>,
): readonly FindingEntry[] {
  const found = members[grouping].get(key) ?? [];
  const isNew = newsTest(source.earlier);
  return found
    .slice(page.offset, page.offset + page.limit)
    .map((finding) => ({ ...entryOf(finding, source), ...(isNew(finding) ? { isNew: true as const } : {}) }));
}

/** Nothing is new where there is nothing to compare with; of what is not known it cannot be said. */
function newsTest(earlier: EarlierFindings | undefined): (finding: Finding) => boolean {
  if (earlier === undefined) return () => false;
  const before = new Set(earlier.fingerprints);
  return (finding) => finding.status !== 'unknown' && !before.has(fingerprintOf(finding));
}

function overviewOf(
  { analysis, graph, masker, earlier }: ArrangeInput,
  findings: readonly Finding[],
  members: ArrangedFindings['members'],
): Omit<FindingsOverview, 'problems'> {
  const titles: Readonly<Record<FindingGrouping, (key: string, first: Finding) => string>> = {
    rule: (_key, { title }) => title,
    severity: (key) => key,
    resource: (_key, { resource }) => masker.maskText(graph.nodes.get(resource)?.title ?? resource),
    project: (key) => (key === '' ? 'Of no project that is known' : key),
  };
  const groups = (grouping: FindingGrouping): readonly FindingGroup[] =>
    [...members[grouping]].map(([key, group]) => groupOf(key, group, titles[grouping])).toSorted(worstFirst);
  const [rule, severity, resource, project] = GROUPINGS.map(groups);
  const bySeverity: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  let lapsed = 0;
  for (const finding of analysis.findings) {
    if (finding.status === 'fail') bySeverity[finding.severity] += 1;
    if (finding.lapsed !== undefined) lapsed += 1;
  }
  return {
    asOf: analysis.asOf,
    posture: postureOf(analysis),
    bySeverity,
    shown: countsOf(findings),
    groups: { rule: rule ?? [], severity: severity ?? [], resource: resource ?? [], project: project ?? [] },
    lapsed,
    ...(earlier === undefined ? {} : { trend: trendOf(analysis.findings, earlier) }),
  };
}

function groupBy(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => string,
): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return groups;
}

function groupOf(
  key: string,
  findings: readonly Finding[],
  titleOf: (key: string, first: Finding) => string,
): FindingGroup {
  const failing = findings.filter(({ status }) => status === 'fail');
  const [first] = findings;
  return {
    key,
    title: first === undefined ? key : titleOf(key, first),
    severity: worstOf(failing.length > 0 ? failing : findings),
    ...countsOf(findings),
  };
}

function countsOf(findings: readonly Finding[]): FindingCounts {
  const counts = { fail: 0, unknown: 0, accepted: 0 };
  for (const { status } of findings) counts[status] += 1;
  return { failed: counts.fail, unknown: counts.unknown, accepted: counts.accepted };
}

function worstOf(findings: readonly Finding[]): Severity {
  const worst = findings.reduce(
    (least, { severity }) => Math.min(least, SEVERITIES.indexOf(severity)),
    SEVERITIES.length - 1,
  );
  return SEVERITIES[worst] ?? 'info';
}

function worstFirst(left: FindingGroup, right: FindingGroup): number {
  return (
    Number(right.failed > 0) - Number(left.failed > 0) ||
    SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
    right.failed - left.failed ||
    right.unknown - left.unknown
  );
}

function entryOf(finding: Finding, { graph, masker }: Pick<ArrangeInput, 'graph' | 'masker'>): FindingEntry {
  const { rule: id, title, family, severity, status, resource, evidence, nodes, remediation } = finding;
  const { accepted, lapsed } = finding;
  const rule = findRule(id);
  const node = graph.nodes.get(resource);
  const [advice = '', command] = remediation.split('\n');
  const reasons = rule === undefined ? [] : status === 'unknown' ? [rule.unknown] : [rule.rationale, rule.because];
  return {
    fingerprint: fingerprintOf(finding),
    rule: id,
    title,
    family,
    severity,
    status,
    resource,
    resourceTitle: masker.maskText(node?.title ?? resource),
    resourceKind: node === undefined ? '' : kindById(node.kind).title,
    reasons,
    evidence: evidence.map((proof) => ({
      ...proof,
      title: masker.maskText(graph.nodes.get(proof.document)?.title ?? proof.document),
    })),
    nodes,
    links: linksOf(finding, graph),
    advice,
    ...(command === undefined ? {} : { command }),
    marks: [
      ...(rule?.cis ?? []).map((number) => `CIS GCP ${number}`),
      ...(rule?.attack ?? []).map((technique) => `ATT&CK ${technique}`),
    ],
    references: rule?.references ?? [],
    ...(accepted === undefined ? {} : { accepted }),
    ...(lapsed === undefined ? {} : { lapsed }),
  };
}

/** The links that take part, or those between the resource and the others where the rule names none. */
function linksOf({ resource, nodes, edges }: Finding, graph: Graph): readonly TracedLink[] {
  const others = new Set(nodes);
  const named = edges.flatMap((id) => graph.edges.get(id) ?? []);
  const links =
    named.length > 0
      ? named
      : [
          ...graph.outgoing(resource).filter(({ to }) => others.has(to)),
          ...graph.incoming(resource).filter(({ from }) => others.has(from)),
        ];
  return links.map(({ type, from, to }) => ({ type, from, to }));
}
