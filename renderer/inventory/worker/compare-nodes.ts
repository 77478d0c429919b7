import type { Graph, GraphNode, NodeId } from '../../../shared/graph/graph.ts';
import { lifecycleLabel } from '../../../shared/graph/view/lifecycle-label.ts';
import { isAccessLink } from '../../../shared/graph/access/access-layer.ts';
import { kindById } from '../../../shared/kinds/index.ts';
import type { RelationId } from '../../../shared/kinds/kind.ts';
import { RELATIONS } from '../../../shared/links/relations.ts';
import { summaryOf } from './links.ts';
import type { NodeSummary } from './protocol.ts';

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

/** Compares nodes by what they are and by what they link to. Linear in their links; unknown ids are left out. */
export function compareNodes(graph: Graph, ids: readonly NodeId[]): NodeComparison {
  const nodes = ids.flatMap((id) => graph.nodes.get(id) ?? []);
  const properties = [
    ...PROPERTIES.map(([label, read]) => property(label, nodes, (node) => texts(read(node)))),
    ...relationsOf(graph, nodes).map((relation) =>
      property(RELATIONS[relation].label, nodes, (node) => targets(graph, node.id, relation)),
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

function relationsOf(graph: Graph, nodes: readonly GraphNode[]): readonly RelationId[] {
  const found = new Set<RelationId>();
  for (const { id } of nodes) for (const edge of graph.outgoing(id)) if (!isAccessLink(edge)) found.add(edge.type);
  return [...found];
}

function targets(graph: Graph, id: NodeId, relation: RelationId): readonly Omit<ComparedValue, 'count'>[] {
  return graph.outgoing(id).flatMap(({ type, to }) => {
    const node = type === relation ? graph.nodes.get(to) : undefined;
    return node === undefined ? [] : [{ text: node.title, node: summaryOf(node) }];
  });
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
