import { compareText } from '../../compare.ts';
import type { Problem } from '../../errors/problem.ts';
import type { Masker } from '../../inventory/masking.ts';
import { RELATIONS } from '../../links/relations.ts';
import type { Evidence, Graph, GraphEdge, GraphNode } from '../graph.ts';

/** A node as exported; keys that do not apply are absent. The order of the keys is that of the output. */
export interface NodeRow {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly title: string;
  readonly project?: string;
  readonly location?: string;
  readonly reason?: string;
}

export interface EvidenceRow {
  readonly document: string;
  readonly path: string;
  readonly value: string;
  /** Of a link that a policy makes: the role, those of its permissions that count, the condition, why the role is not known. */
  readonly role?: string;
  readonly permission?: string;
  readonly condition?: string;
  readonly unknown?: string;
}

export interface EdgeRow {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly confidence: string;
  readonly flow: string;
  readonly evidence: readonly EvidenceRow[];
}

export interface ProblemRow {
  readonly file?: string;
  readonly line?: number;
  readonly path?: string;
  readonly reason: string;
}

/** A graph as rows, sorted by id, every secret masked: what all export formats are written from. */
export interface ExportRows {
  readonly nodes: readonly NodeRow[];
  readonly edges: readonly EdgeRow[];
  readonly unclaimed: readonly EvidenceRow[];
  readonly problems: readonly ProblemRow[];
}

/** Makes the rows of a graph; `problems` are those of the inventory, to which the graph's own are added. */
export function exportRows(graph: Graph, problems: readonly Problem[], masker: Masker): ExportRows {
  return {
    nodes: [...graph.nodes.values()].map((node) => nodeRow(node, masker)).toSorted((a, b) => compareText(a.id, b.id)),
    edges: [...graph.edges].toSorted(([a], [b]) => compareText(a, b)).map(([, edge]) => edgeRow(graph, edge, masker)),
    unclaimed: graph.unclaimed.map((reference) => evidenceRow(graph, reference, masker)).toSorted(compareEvidence),
    problems: [...problems, ...graph.problems].map(problemRow),
  };
}

/** A node's row. */
export function nodeRow(node: GraphNode, masker: Masker): NodeRow {
  const { kind, state, title, project, location, reason } = node;
  return {
    id: exportId(node.id, masker),
    kind,
    state,
    title: masker.maskText(title),
    ...(project === undefined ? {} : { project }),
    ...(location === undefined ? {} : { location }),
    ...(reason === undefined ? {} : { reason: masker.maskText(reason) }),
  };
}

/** Ids of unresolved nodes hold the raw value, which may be a secret; all others are names. */
export function exportId(id: string, masker: Masker): string {
  return id.startsWith('unresolved:') ? masker.maskText(id) : id;
}

function edgeRow(graph: Graph, edge: GraphEdge, masker: Masker): EdgeRow {
  const { type, from, to, confidence, flow, evidence } = edge;
  return {
    type,
    from: exportId(from, masker),
    to: exportId(to, masker),
    confidence,
    flow,
    evidence: evidence
      .map((each) =>
        RELATIONS[type].fromPolicies === true
          ? { ...evidenceRow(graph, each, masker), ...grantFacts(each, masker) }
          : evidenceRow(graph, each, masker),
      )
      .toSorted(compareEvidence),
  };
}

function grantFacts({ facts = {} }: Evidence, masker: Masker): Partial<EvidenceRow> {
  const kept = (['role', 'permission', 'condition', 'unknown'] as const).flatMap((key) => {
    const fact = facts[key];
    return fact === undefined ? [] : [[key, masker.maskText(fact)] as const];
  });
  return Object.fromEntries(kept);
}

function evidenceRow(
  graph: Graph,
  { document: id, path, value }: GraphEdge['evidence'][number],
  masker: Masker,
): EvidenceRow {
  const document = graph.nodes.get(id)?.document;
  const shown = document === undefined ? masker.maskText(value) : masker.maskAt(document, path, value);
  return { document: exportId(id, masker), path, value: shown };
}

function problemRow({ file, line, path, reason }: Problem): ProblemRow {
  return {
    ...(file === '' ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(path === undefined ? {} : { path }),
    reason,
  };
}

function compareEvidence(left: EvidenceRow, right: EvidenceRow): number {
  return (
    compareText(left.document, right.document) ||
    compareText(left.path, right.path) ||
    compareText(left.value, right.value)
  );
}
