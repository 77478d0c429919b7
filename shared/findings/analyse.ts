import { compareText } from '../compare.ts';
import type { AccessModel } from '../graph/access/access.ts';
import type { Graph, GraphNode, NodeId } from '../graph/graph.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Masker } from '../inventory/masking.ts';
import type { KindId } from '../kinds/index.ts';
import { acceptFindings } from './accept.ts';
import { RULES } from './catalogue.ts';
import { SEVERITIES } from './finding.ts';
import type { Analysis, Finding, FindingEvidence, RuleResult, Severity } from './finding.ts';
import { adviceFor, collectionAdvice } from './remediation.ts';
import type { Missing, Proof, Rule, RuleContext, Verdict } from './rule.ts';
import { hiddenTextsOf } from './secrets.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { FindingSettings } from './settings.ts';

/** What an analysis needs besides the graph. */
export interface AnalysisInput {
  readonly graph: Graph;
  readonly access: AccessModel;
  readonly inventory: Pick<Inventory, 'coverage' | 'redactions' | 'createdTime'>;
  readonly masker: Masker;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly settings?: FindingSettings;
  /** Ids of the rules to apply; all when absent. */
  readonly rules?: readonly string[];
}

/** Most evidence, resources and links of one finding that are kept: a flaw of thousands of jobs is shown by some. */
const MOST_PROOFS = 50;

/**
 * Applies the rules to every resource of the kinds they are about. Linear in resources and links. The findings depend on the
 * inventory, the settings and, where the inventory does not say when it was collected, the time.
 */
export function analyse(input: AnalysisInput): Analysis {
  const steps = analyseInSteps(input);
  let step = steps.next();
  while (step.done !== true) {
    step = steps.next();
  }
  return step.value;
}

/** The same, giving others a turn after each rule. */
export function* analyseInSteps(input: AnalysisInput): Generator<void, Analysis> {
  const { graph, access, inventory, masker, now, settings = DEFAULT_SETTINGS } = input;
  const collected = inventory.createdTime === undefined ? Number.NaN : Date.parse(inventory.createdTime);
  const context: RuleContext = {
    graph,
    access,
    coverage: inventory.coverage,
    redactions: inventory.redactions,
    settings,
    asOf: Number.isNaN(collected) ? now : collected,
    masker,
  };
  const nodes = groupByKind(graph);
  const findings: Finding[] = [];
  const examined = new Map<string, number>();
  const rules = RULES.filter(({ id }) => (input.rules?.includes(id) ?? true) && settings.severities[id] !== 'off');
  for (const rule of rules) {
    examined.set(rule.id, applyRule(rule, nodes, context, findings));
    yield;
  }
  const judged = acceptFindings(findings, settings.exceptions, now).toSorted(bySeverity);
  return { asOf: new Date(context.asOf).toISOString(), findings: judged, rules: summarise(rules, judged, examined) };
}

function applyRule(
  rule: Rule,
  nodes: ReadonlyMap<KindId, readonly GraphNode[]>,
  context: RuleContext,
  findings: Finding[],
): number {
  const severity = severityOf(rule, context.settings);
  const unknowns = new Map<NodeId, { missing: Missing[]; nodes: Set<NodeId> }>();
  let count = 0;
  for (const kind of rule.subjects) {
    for (const node of nodes.get(kind) ?? []) {
      const verdict = rule.examine(node, context);
      if (verdict !== undefined) {
        count += 1;
        if (verdict.evidence.length > 0) {
          findings.push(failure(rule, severity, node, verdict, context));
        }
        for (const missing of verdict.missing) {
          const known = unknowns.get(missing.about) ?? { missing: [], nodes: new Set<NodeId>() };
          if (!known.missing.some(({ what, path }) => what === missing.what && path === missing.path)) {
            known.missing.push(missing);
          }
          if (node.id !== missing.about && known.nodes.size < MOST_PROOFS) {
            known.nodes.add(node.id);
          }
          unknowns.set(missing.about, known);
        }
      }
    }
  }
  for (const [about, { missing, nodes: users }] of unknowns) {
    const node = context.graph.nodes.get(about);
    if (node !== undefined) {
      findings.push(unknown(rule, severity, node, missing, [...users]));
    }
  }
  return count;
}

function failure(rule: Rule, severity: Severity, node: GraphNode, verdict: Verdict, context: RuleContext): Finding {
  const evidence = bounded(verdict.evidence).map((proof) => masked(proof, context));
  return {
    ...headOf(rule, severity),
    status: 'fail',
    resource: node.id,
    nodes: [node.id, ...sorted(verdict.nodes ?? []).filter((id) => id !== node.id)],
    edges: sorted(verdict.edges ?? []),
    evidence,
    remediation: adviceFor(rule, node, verdict, context.masker),
  };
}

function unknown(
  rule: Rule,
  severity: Severity,
  node: GraphNode,
  missing: readonly Missing[],
  users: readonly NodeId[],
): Finding {
  const evidence = missing.map(({ path }): FindingEvidence => ({ document: node.id, path, value: '' }));
  return {
    ...headOf(rule, severity),
    status: 'unknown',
    resource: node.id,
    nodes: [node.id, ...sorted(users)],
    edges: [],
    evidence,
    remediation: collectionAdvice(rule, node, missing),
  };
}

function headOf(
  { id, family, title }: Rule,
  severity: Severity,
): Pick<Finding, 'rule' | 'family' | 'severity' | 'title'> {
  return { rule: id, family, severity, title };
}

function severityOf(rule: Rule, { severities }: FindingSettings): Severity {
  const given = severities[rule.id];
  return given === undefined || given === 'off' ? rule.severity : given;
}

/** Evidence is what people copy into tickets, so no secret may be in it. */
function masked({ document, path, value, isMasked }: Proof, context: RuleContext): FindingEvidence {
  if (isMasked === true || value === '') {
    return { document, path, value };
  }
  const { graph, masker } = context;
  const source = graph.nodes.get(document)?.document;
  const isHidden = source !== undefined && hiddenTextsOf(source, context).has(path);
  return { document, path, value: masker.maskText(isHidden ? masker.maskAt(source, path, value) : value) };
}

function bounded(evidence: readonly Proof[]): readonly Proof[] {
  const distinct = new Map(evidence.map((proof) => [`${proof.document} ${proof.path}`, proof]));
  return [...distinct.values()].slice(0, MOST_PROOFS);
}

function sorted<Text extends string>(texts: readonly Text[]): readonly Text[] {
  return [...new Set(texts)].toSorted(compareText).slice(0, MOST_PROOFS);
}

/** In order of their ids, so that nothing depends on the order of files. */
function groupByKind(graph: Graph): ReadonlyMap<KindId, readonly GraphNode[]> {
  const groups = new Map<KindId, GraphNode[]>();
  for (const node of graph.nodes.values()) {
    const group = groups.get(node.kind);
    if (group === undefined) {
      groups.set(node.kind, [node]);
    } else {
      group.push(node);
    }
  }
  for (const group of groups.values()) {
    group.sort((left, right) => compareText(left.id, right.id));
  }
  return groups;
}

const STATUS_ORDER = ['fail', 'unknown', 'accepted'] as const;

function bySeverity(left: Finding, right: Finding): number {
  return (
    STATUS_ORDER.indexOf(left.status) - STATUS_ORDER.indexOf(right.status) ||
    SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
    compareText(left.rule, right.rule) ||
    compareText(left.resource, right.resource)
  );
}

function summarise(
  rules: readonly Rule[],
  findings: readonly Finding[],
  examined: ReadonlyMap<string, number>,
): readonly RuleResult[] {
  const counts = new Map(rules.map(({ id }) => [id, { fail: 0, unknown: 0, accepted: 0 }]));
  for (const { rule, status } of findings) {
    const count = counts.get(rule);
    if (count !== undefined) {
      count[status] += 1;
    }
  }
  return rules.map(({ id, family }) => {
    const { fail: failed = 0, unknown: untold = 0, accepted = 0 } = counts.get(id) ?? {};
    return { rule: id, family, examined: examined.get(id) ?? 0, failed, unknown: untold, accepted };
  });
}
