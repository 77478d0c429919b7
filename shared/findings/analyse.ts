import { groupBy } from '../group-by.ts';
import { compareText } from '../compare.ts';
import type { AccessModel } from '../graph/access/access.ts';
import { edgeId } from '../graph/graph.ts';
import type { Graph, GraphNode, NodeId } from '../graph/graph.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Masker } from '../inventory/masking.ts';
import type { KindId } from '../kinds/index.ts';
import { acceptFindings } from './accept.ts';
import { RULES } from './catalogue.ts';
import { SEVERITIES } from './finding.ts';
import type { Analysis, Finding, FindingEvidence, Severity } from './finding.ts';
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

/** The same, giving others a turn now and then. */
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
  const rules = RULES.filter(({ id }) => (input.rules?.includes(id) ?? true) && settings.severities[id] !== 'off');
  const passes = rules.map((rule): Pass => ({
    rule,
    severity: severityOf(rule, settings),
    examined: 0,
    failures: [],
    unknowns: new Map(),
  }));
  let judged = 0;
  // All rules for one resource before the next: a document that was just read is read again at no cost.
  for (const [kind, nodes] of groupByKind(graph)) {
    const ours = passes.filter(({ rule }) => rule.subjects.includes(kind));
    for (const node of ours.length === 0 ? [] : nodes) {
      for (const pass of ours) {
        applyRule(pass, node, context);
      }
      judged += 1;
      if (judged % NODES_PER_STEP === 0) {
        yield;
      }
    }
  }
  yield;
  const results = passes.map((pass) => resultOf(pass, context, now));
  return {
    asOf: new Date(context.asOf).toISOString(),
    findings: inOrder(results),
    rules: results.map(({ pass: { rule, examined }, fail, unknown, accepted }) => ({
      rule: rule.id,
      family: rule.family,
      examined,
      failed: fail.length,
      unknown: unknown.length,
      accepted: accepted.length,
    })),
  };
}

/** Resources judged between two turns of others. */
const NODES_PER_STEP = 250;

/** One rule on its way through the resources. */
interface Pass {
  readonly rule: Rule;
  readonly severity: Severity;
  examined: number;
  readonly failures: Finding[];
  /** What was not collected, and for which resources it would be needed. */
  readonly unknowns: Map<NodeId, { readonly missing: Missing[]; readonly users: Set<NodeId> }>;
}

function applyRule(pass: Pass, node: GraphNode, context: RuleContext): void {
  const verdict = pass.rule.examine(node, context);
  if (verdict === undefined) {
    return;
  }
  pass.examined += 1;
  if (verdict.evidence.length > 0) {
    pass.failures.push(failure(pass.rule, pass.severity, node, verdict, context));
  }
  for (const missing of verdict.missing) {
    const known = pass.unknowns.get(missing.about) ?? { missing: [], users: new Set<NodeId>() };
    if (!known.missing.some(({ what, path }) => what === missing.what && path === missing.path)) {
      known.missing.push(missing);
    }
    if (node.id !== missing.about && known.users.size < MOST_PROOFS) {
      known.users.add(node.id);
    }
    pass.unknowns.set(missing.about, known);
  }
}

const STATUSES = ['fail', 'unknown', 'accepted'] as const;

/** The findings of one rule by their status, each list in order of the resources' ids. */
type PassResult = { readonly pass: Pass } & Readonly<Record<(typeof STATUSES)[number], Finding[]>>;

function resultOf(pass: Pass, context: RuleContext, now: number): PassResult {
  const result: PassResult = { pass, fail: [], unknown: unknownsOf(pass, context), accepted: [] };
  for (const finding of acceptFindings(pass.failures, context.settings.exceptions, now)) {
    result[finding.status].push(finding);
  }
  for (const status of STATUSES) {
    result[status].sort((left, right) => compareText(left.resource, right.resource));
  }
  return result;
}

/** By status, then worst first, then by rule and resource. */
function inOrder(results: readonly PassResult[]): readonly Finding[] {
  const worstFirst = results.toSorted(
    ({ pass: left }, { pass: right }) =>
      SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
      compareText(left.rule.id, right.rule.id),
  );
  return STATUSES.flatMap((status) => worstFirst.flatMap((result) => result[status]));
}

function unknownsOf(pass: Pass, context: RuleContext): Finding[] {
  return [...pass.unknowns].flatMap(([about, { missing, users }]) => {
    const node = context.graph.nodes.get(about);
    return node === undefined ? [] : [lack(pass, node, missing, [...users], context)];
  });
}

function failure(rule: Rule, severity: Severity, node: GraphNode, verdict: Verdict, context: RuleContext): Finding {
  const { id, family, title } = rule;
  return {
    rule: id,
    family,
    severity,
    title,
    status: 'fail',
    resource: node.id,
    nodes: withSubject(node.id, sorted(verdict.nodes ?? NOTHING)),
    edges: verdict.edges === undefined ? NOTHING : sorted(verdict.edges.map(edgeId)),
    evidence: bounded(verdict.evidence).map((proof) => masked(proof, context)),
    remediation: adviceFor(rule, node, verdict, context),
  };
}

const NOTHING: readonly never[] = [];

function withSubject(subject: NodeId, others: readonly NodeId[]): readonly NodeId[] {
  return others.length === 0 ? [subject] : [subject, ...others.filter((id) => id !== subject)];
}

function lack(
  { rule, severity }: Pass,
  node: GraphNode,
  missing: readonly Missing[],
  users: readonly NodeId[],
  { masker }: RuleContext,
): Finding {
  const { id, family, title } = rule;
  return {
    rule: id,
    family,
    severity,
    title,
    status: 'unknown',
    resource: node.id,
    nodes: [node.id, ...sorted(users)],
    edges: NOTHING,
    evidence: missing.map(({ path, value = '' }): FindingEvidence => ({
      document: node.id,
      path,
      value: value === '' ? '' : masker.maskText(value),
    })),
    remediation: collectionAdvice(rule, node, missing),
  };
}

function severityOf(rule: Rule, { severities }: FindingSettings): Severity {
  const given = severities[rule.id];
  return given === undefined || given === 'off' ? rule.severity : given;
}

/** Evidence is what people copy into tickets, so no secret may be in it. */
function masked(proof: Proof, context: RuleContext): FindingEvidence {
  const { document, path, value, isMasked } = proof;
  if (isMasked === true || value === '') {
    return { document, path, value };
  }
  const { graph, masker } = context;
  const source = graph.nodes.get(document)?.document;
  const isHidden = source !== undefined && hiddenTextsOf(source, context).has(path);
  const shown = masker.maskText(isHidden ? masker.maskAt(source, path, value) : value);
  return shown === value ? proof : { document, path, value: shown };
}

function bounded(evidence: readonly Proof[]): readonly Proof[] {
  if (evidence.length === 1) {
    return evidence;
  }
  const distinct = new Map(evidence.map((proof) => [`${proof.document} ${proof.path}`, proof]));
  return [...distinct.values()].slice(0, MOST_PROOFS);
}

function sorted<Text extends string>(texts: readonly Text[]): readonly Text[] {
  if (texts.length < 2) {
    return texts;
  }
  return [...new Set(texts)].toSorted(compareText).slice(0, MOST_PROOFS);
}

/** In order of their ids, so that nothing depends on the order of files. */
function groupByKind(graph: Graph): ReadonlyMap<KindId, readonly GraphNode[]> {
  const groups = groupBy(graph.nodes.values(), ({ kind }) => kind);
  for (const group of groups.values()) {
    group.sort((left, right) => compareText(left.id, right.id));
  }
  return groups;
}
