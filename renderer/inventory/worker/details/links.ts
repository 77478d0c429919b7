import { edgeId } from '../../../../shared/graph/graph.ts';
import type { Evidence, Graph, GraphEdge, GraphNode, NodeId } from '../../../../shared/graph/graph.ts';
import { compareText } from '../../../../shared/compare.ts';
import { KINDS } from '../../../../shared/kinds/index.ts';
import type { RelationId } from '../../../../shared/kinds/kind.ts';
import { RELATIONS } from '../../../../shared/links/relations.ts';
import { isProjectNumber } from '../../../../shared/resource/name-identity.ts';
import type { LinkedNode, LinkGroup, Neighbours, RelationCount } from '../protocol/details-protocol.ts';
import type { NodeSummary } from '../protocol/node-summary.ts';

/** Links of a group that come with the details; the rest is asked for by `links`. */
const FIRST_LINKS = 50;

export type Direction = 'outgoing' | 'incoming';

/** Masks a value that stands at a path of a node's document. */
export type MaskValue = (document: NodeId, path: string, value: string) => string;

interface EdgeGroup {
  readonly relation: RelationId;
  readonly direction: Direction;
  readonly edges: readonly GraphEdge[];
}

const RELATION_ORDER = new Map<string, number>(Object.keys(RELATIONS).map((relation, index) => [relation, index]));
const KIND_ORDER = new Map<string, number>(KINDS.map(({ id }, index) => [id, index]));

/** An evidence as it may be shown: its value masked, and the condition of a policy's binding, which stands beside the member. */
export function maskedEvidence({ facts, ...evidence }: Evidence, mask: MaskValue): Evidence {
  const { document, path } = evidence;
  const value = mask(document, path, evidence.value);
  const condition = facts?.['condition'];
  if (condition === undefined) return { ...evidence, value, ...(facts === undefined ? {} : { facts }) };
  const place = path.replace(/members\[\d+\]$/, 'condition');
  const parts = [`${place}.title`, `${place}.expression`];
  const shown = parts.reduce((text, part) => mask(document, part, text), condition);
  return { ...evidence, value, facts: { ...facts, condition: shown } };
}

/** A node without its document. */
export function summaryOf(node: GraphNode): NodeSummary {
  const { id, kind, state, title, project, location, lifecycle, unsubmitted } = node;
  return {
    id,
    kind,
    state,
    title,
    ...(project === undefined ? {} : { project }),
    ...(location === undefined ? {} : { location }),
    ...(lifecycle === undefined ? {} : { lifecycle }),
    ...(unsubmitted === undefined ? {} : { unsubmitted }),
  };
}

/** Links at a node by relation and direction, each group with its first links. What policies tell is described as access. */
export function linkGroups(graph: Graph, id: NodeId, mask: MaskValue): LinkGroup[] {
  return edgeGroups(graph, id)
    .filter(({ relation }) => RELATIONS[relation].fromPolicies !== true)
    .map(({ relation, direction, edges }) => ({
      relation,
      direction,
      count: edges.length,
      links: linkedNodes(graph, id, edges, mask).slice(0, FIRST_LINKS),
    }));
}

/** Links of one group from `offset` on, in the order of `linkGroups`. */
export function linksOf(
  graph: Graph,
  id: NodeId,
  group: { readonly relation: RelationId; readonly direction: Direction },
  page: { readonly offset: number; readonly limit: number },
  mask: MaskValue,
): LinkedNode[] {
  const edges = edgesOf(graph, id, group.relation, group.direction);
  return linkedNodes(graph, id, edges, mask).slice(page.offset, page.offset + page.limit);
}

/** What can be expanded at a node: its relations with counts, and how many of the other ends are not drawn on their own. */
export function relationCounts(graph: Graph, id: NodeId, drawn: ReadonlySet<string>): RelationCount[] {
  return edgeGroups(graph, id).map(({ relation, direction, edges }) => {
    const others = new Set(edges.map((edge) => (direction === 'outgoing' ? edge.to : edge.from)));
    return {
      relation,
      direction,
      count: others.size,
      notShown: [...others].filter((other) => !drawn.has(other)).length,
    };
  });
}

/** Ids of the neighbours by one relation that are not drawn as a node of their own, most linked first, then by title; at most `limit`. */
export function neighbourIds(
  graph: Graph,
  id: NodeId,
  relation: RelationId,
  direction: Direction,
  { drawn, limit }: { readonly drawn: ReadonlySet<string>; readonly limit: number },
): Neighbours {
  const others = new Set(
    edgesOf(graph, id, relation, direction).map((edge) => (direction === 'outgoing' ? edge.to : edge.from)),
  );
  const missing = [...others].flatMap((other) => {
    if (drawn.has(other)) return [];
    const links = graph.outgoing(other).length + graph.incoming(other).length;
    return { other, links, title: graph.nodes.get(other)?.title ?? '' };
  });
  const ordered = missing.toSorted(
    (a, b) => b.links - a.links || compareText(a.title, b.title) || compareText(a.other, b.other),
  );
  const ids = ordered.slice(0, limit).map(({ other }) => other);
  return { ids, rest: missing.length - ids.length };
}

function edgesOf(graph: Graph, id: NodeId, relation: RelationId, direction: Direction): readonly GraphEdge[] {
  const edges = direction === 'outgoing' ? graph.outgoing(id) : graph.incoming(id);
  return edges.filter((edge) => edge.type === relation);
}

/** Outgoing before incoming, relations in the order of their table. */
function edgeGroups(graph: Graph, id: NodeId): EdgeGroup[] {
  return (['outgoing', 'incoming'] as const).flatMap((direction) => {
    const groups = new Map<RelationId, GraphEdge[]>();
    for (const edge of direction === 'outgoing' ? graph.outgoing(id) : graph.incoming(id)) {
      const group = groups.get(edge.type);
      if (group === undefined) groups.set(edge.type, [edge]);
      else group.push(edge);
    }
    return [...groups]
      .map(([relation, edges]) => ({ relation, direction, edges }))
      .toSorted((a, b) => (RELATION_ORDER.get(a.relation) ?? 0) - (RELATION_ORDER.get(b.relation) ?? 0));
  });
}

function linkedNodes(graph: Graph, id: NodeId, edges: readonly GraphEdge[], mask: MaskValue): LinkedNode[] {
  const here = graph.nodes.get(id);
  const links = edges.flatMap((edge): LinkedNode[] => {
    const other = graph.nodes.get(edge.from === id ? edge.to : edge.from);
    if (here === undefined || other === undefined) return [];
    return [
      {
        edge: edgeId(edge),
        node: summaryOf(other),
        confidence: edge.confidence,
        flow: edge.flow,
        evidence: edge.evidence.map((evidence) => maskedEvidence(evidence, mask)),
        crosses: crossings(here, other),
      },
    ];
  });
  return links.toSorted(
    (a, b) =>
      (KIND_ORDER.get(a.node.kind) ?? 0) - (KIND_ORDER.get(b.node.kind) ?? 0) ||
      compareText(a.node.title, b.node.title) ||
      compareText(a.node.id, b.node.id),
  );
}

/** The borders of the estate between two resources, as far as they are known. */
export function crossings(a: GraphNode, b: GraphNode): ('project' | 'location')[] {
  const crossed: ('project' | 'location')[] = [];
  if (differ(a.project, b.project)) crossed.push('project');
  if (a.location !== undefined && b.location !== undefined && !meet(a.location, b.location)) crossed.push('location');
  return crossed;
}

/** A project's number and an id may be the same project where nothing ties them: that is not known, so it is not said. */
function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b && isProjectNumber(a) === isProjectNumber(b);
}

/** Whether one place holds the other: a multi-region its regions (`us`, `us-central1`), a region its zones, `global` all. */
function meet(a: string, b: string): boolean {
  if (a === 'global' || b === 'global' || a === b) return true;
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  // Cloud Storage calls the European Union's multi-region `eu`, regions begin with `europe`.
  return longer.startsWith(`${shorter}-`) || (shorter === 'eu' && longer.startsWith('europe'));
}
