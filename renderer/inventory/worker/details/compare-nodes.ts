import type { Graph, GraphNode, NodeId } from '../../../../shared/graph/graph.ts';
import { lifecycleLabel } from '../../../../shared/graph/view/lifecycle-label.ts';
import type { JsonObject } from '../../../../shared/json.ts';
import { kindById, type KindId } from '../../../../shared/kinds/index.ts';
import type { FactGroup, FieldSpec, RelationId } from '../../../../shared/kinds/kind.ts';
import { RELATIONS } from '../../../../shared/links/relations.ts';
import { formatFact } from './format-fact.ts';
import { summaryOf } from './links.ts';
import type { NodeSummary } from '../protocol/node-summary.ts';
import { valuesAt } from './values-at.ts';

/** One value of a property, and how many of the selected resources have it. */
export interface ComparedValue {
  readonly text: string;
  /** The resource a link leads to. */
  readonly node?: NodeSummary;
  readonly count: number;
}

/** A property of the selected resources: its name, and its most frequent values first. */
export interface ComparedProperty {
  readonly label: string;
  readonly values: readonly ComparedValue[];
  /** All different values, of which `values` are the first. */
  readonly count: number;
  /** Resources that have none. */
  readonly without: number;
}

/** What several resources have in common and what not. */
export interface NodeComparison {
  /** Resources compared. */
  readonly nodes: number;
  readonly same: readonly ComparedProperty[];
  readonly different: readonly ComparedProperty[];
}

/** Values listed of each property. */
const LISTED = 5;

/**
 * Compares nodes by what they are, by their links either way (also who may do what to them), and by the facts of their documents,
 * which `dataOf` gives with secrets masked. Linear in links and facts; unknown ids are left out.
 */
export function compareNodes(
  graph: Graph,
  ids: readonly NodeId[],
  dataOf: (node: GraphNode) => JsonObject | undefined,
): NodeComparison {
  const nodes = ids.flatMap((id) => graph.nodes.get(id) ?? []);
  const properties = [
    ...PROPERTIES.map(([label, read]) => property(label, nodes, (node) => texts(read(node)))),
    ...relationsOf(graph, nodes, 'outgoing').map((relation) =>
      property(RELATIONS[relation].label, nodes, (node) => others(graph, node.id, relation, 'outgoing')),
    ),
    ...relationsOf(graph, nodes, 'incoming').map((relation) =>
      property(RELATIONS[relation].reverseLabel, nodes, (node) => others(graph, node.id, relation, 'incoming')),
    ),
    ...factsOf(nodes).map(({ label, paths }) =>
      property(label, nodes, (node) => factTexts(dataOf(node), paths.get(node.kind) ?? [])),
    ),
  ].filter(({ count }) => count > 0);
  const isSame = ({ values, count }: ComparedProperty): boolean => count === 1 && values[0]?.count === nodes.length;
  return {
    nodes: nodes.length,
    same: properties.filter(isSame),
    different: properties.filter((compared) => !isSame(compared)),
  };
}

const PROPERTIES: readonly (readonly [string, (node: GraphNode) => string | undefined])[] = [
  ['kind', (node) => kindById(node.kind).title],
  ['project', (node) => node.project],
  ['location', (node) => node.location],
  ['status', (node) => (node.lifecycle === undefined ? undefined : lifecycleLabel(node.lifecycle))],
];

function texts(text: string | undefined): readonly Omit<ComparedValue, 'count'>[] {
  return text === undefined ? [] : [{ text }];
}

type Direction = 'outgoing' | 'incoming';

function relationsOf(graph: Graph, nodes: readonly GraphNode[], direction: Direction): readonly RelationId[] {
  const found = new Set<RelationId>();
  for (const { id } of nodes) for (const { type } of graph[direction](id)) found.add(type);
  return [...found];
}

/** What the links of one relation lead to, or come from; each once. */
function others(
  graph: Graph,
  id: NodeId,
  relation: RelationId,
  direction: Direction,
): readonly Omit<ComparedValue, 'count'>[] {
  const found = new Map<NodeId, GraphNode>();
  for (const { type, from, to } of graph[direction](id)) {
    const other = graph.nodes.get(direction === 'outgoing' ? to : from);
    if (type === relation && other !== undefined) found.set(other.id, other);
  }
  return [...found.values()].map((node) => ({ text: node.title, node: summaryOf(node) }));
}

/** Facts that differ for every run, or are compared already. */
const OTHERWISE_TOLD: ReadonlySet<FactGroup> = new Set<FactGroup>(['general', 'times', 'error']);

interface ComparedFact {
  readonly label: string;
  readonly paths: ReadonlyMap<KindId, readonly FieldSpec[]>;
}

/** The facts of all kinds among the nodes; those of one label are one. */
function factsOf(nodes: readonly GraphNode[]): readonly ComparedFact[] {
  const facts = new Map<string, Map<KindId, FieldSpec[]>>();
  for (const kind of new Set(nodes.map((node) => node.kind))) {
    for (const field of kindById(kind).facts) {
      if (OTHERWISE_TOLD.has(field.group)) continue;
      const paths = facts.get(field.label) ?? new Map<KindId, FieldSpec[]>();
      facts.set(field.label, paths.set(kind, [...(paths.get(kind) ?? []), field]));
    }
  }
  return [...facts].map(([label, paths]) => ({ label, paths }));
}

function factTexts(
  data: JsonObject | undefined,
  fields: readonly FieldSpec[],
): readonly Omit<ComparedValue, 'count'>[] {
  if (data === undefined) return [];
  const found = fields.flatMap(({ path, format }) =>
    valuesAt(data, path)
      .filter(({ value }) => value !== null && value !== '')
      .map(({ value }) => formatFact(value, format)),
  );
  return [...new Set(found)].map((text) => ({ text }));
}

function property(
  label: string,
  nodes: readonly GraphNode[],
  read: (node: GraphNode) => readonly Omit<ComparedValue, 'count'>[],
): ComparedProperty {
  const values = new Map<string, { readonly value: Omit<ComparedValue, 'count'>; count: number }>();
  let without = 0;
  for (const node of nodes) {
    const own = read(node);
    if (own.length === 0) without += 1;
    for (const value of own) {
      const key = value.node?.id ?? value.text;
      const known = values.get(key);
      if (known === undefined) values.set(key, { value, count: 1 });
      else known.count += 1;
    }
  }
  const all = [...values.values()].toSorted((a, b) => b.count - a.count);
  return {
    label,
    values: all.slice(0, LISTED).map(({ value, count }) => ({ ...value, count })),
    count: all.length,
    without,
  };
}
