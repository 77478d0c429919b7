import { findRule } from '../../../shared/findings/catalogue.ts';
import { SEVERITIES } from '../../../shared/findings/finding.ts';
import type { Analysis, Finding, Severity } from '../../../shared/findings/finding.ts';
import { postureOf } from '../../../shared/findings/report/report.ts';
import type { Masker } from '../../../shared/inventory/masking.ts';
import { kindById } from '../../../shared/kinds/index.ts';
import type { FindingEntry, FindingGroup, FindingGrouping, FindingsOverview } from './findings-protocol.ts';
import type { OpenedInventory } from './opened-inventory.ts';

/** Findings of an inventory, arranged for the window. */
export interface ArrangedFindings {
  readonly overview: FindingsOverview;
  /** By grouping and key. */
  readonly members: Readonly<Record<FindingGrouping, ReadonlyMap<string, readonly Finding[]>>>;
}

const GROUPINGS: readonly FindingGrouping[] = ['rule', 'severity', 'resource', 'project'];

/** Judges the inventory and arranges the findings, giving others their turn. */
export function* arrangeFindings(opened: OpenedInventory, masker: Masker): Generator<void, ArrangedFindings> {
  const { graph } = opened;
  const analysis = yield* opened.judgeInSteps();
  const members = {
    rule: groupBy(analysis.findings, ({ rule }) => rule),
    severity: groupBy(analysis.findings, ({ severity }) => severity),
    resource: groupBy(analysis.findings, ({ resource }) => resource),
    project: groupBy(analysis.findings, ({ resource }) => graph.nodes.get(resource)?.project ?? ''),
  };
  yield;
  return { overview: overviewOf(analysis, members, opened, masker), members };
}

/** The findings of one group from `offset` on, failed first. */
export function entriesOf(
  { members }: ArrangedFindings,
  grouping: FindingGrouping,
  key: string,
  page: { readonly offset: number; readonly limit: number },
  source: { readonly opened: OpenedInventory; readonly masker: Masker },
): readonly FindingEntry[] {
  const found = members[grouping].get(key) ?? [];
  return found.slice(page.offset, page.offset + page.limit).map((finding) => entryOf(finding, source));
}

function overviewOf(
  analysis: Analysis,
  members: ArrangedFindings['members'],
  { graph }: OpenedInventory,
  masker: Masker,
): FindingsOverview {
  const titles: Readonly<Record<FindingGrouping, (key: string, first: Finding) => string>> = {
    rule: (_key, { title }) => title,
    severity: (key) => key,
    resource: (_key, { resource }) => masker.maskText(graph.nodes.get(resource)?.title ?? resource),
    project: (key) => (key === '' ? 'Of no project that is known' : key),
  };
  const groups = (grouping: FindingGrouping): readonly FindingGroup[] =>
    [...members[grouping]].map(([key, findings]) => groupOf(key, findings, titles[grouping])).toSorted(worstFirst);
  const [rule, severity, resource, project] = GROUPINGS.map(groups);
  return {
    asOf: analysis.asOf,
    posture: postureOf(analysis),
    groups: { rule: rule ?? [], severity: severity ?? [], resource: resource ?? [], project: project ?? [] },
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
  const counts = { fail: 0, unknown: 0, accepted: 0 };
  for (const { status } of findings) counts[status] += 1;
  const failing = findings.filter(({ status }) => status === 'fail');
  const [first] = findings;
  return {
    key,
    title: first === undefined ? key : titleOf(key, first),
    severity: worstOf(failing.length > 0 ? failing : findings),
    failed: counts.fail,
    unknown: counts.unknown,
    accepted: counts.accepted,
  };
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

function entryOf(
  finding: Finding,
  { opened, masker }: { readonly opened: OpenedInventory; readonly masker: Masker },
): FindingEntry {
  const { rule: id, title, family, severity, status, resource, evidence, nodes, remediation, accepted } = finding;
  const rule = findRule(id);
  const node = opened.graph.nodes.get(resource);
  const [advice = '', command] = remediation.split('\n');
  const reasons = rule === undefined ? [] : status === 'unknown' ? [rule.unknown] : [rule.rationale, rule.because];
  return {
    rule: id,
    title,
    family,
    severity,
    status,
    resource,
    resourceTitle: masker.maskText(node?.title ?? resource),
    resourceKind: node === undefined ? '' : kindById(node.kind).title,
    reasons,
    evidence,
    nodes,
    advice,
    ...(command === undefined ? {} : { command }),
    marks: [
      ...(rule?.cis ?? []).map((number) => `CIS GCP ${number}`),
      ...(rule?.attack ?? []).map((technique) => `ATT&CK ${technique}`),
    ],
    references: rule?.references ?? [],
    ...(accepted === undefined ? {} : { accepted }),
  };
}
