import { compareText } from '../../../../shared/compare.ts';
import { edgeId } from '../../../../shared/graph/graph.ts';
import type { Graph, GraphEdge, GraphNode, NodeId } from '../../../../shared/graph/graph.ts';
import type { View } from '../../../../shared/graph/view.ts';
import { linkReason } from '../../../../shared/links/link-reason.ts';
import { RELATIONS } from '../../../../shared/links/relations.ts';
import { crossings, maskedEvidence, type MaskValue, summaryOf } from './links.ts';
import type { DrawnLink, LinkBetween, LinkDetails, LinkEnd } from '../protocol/details-protocol.ts';

/** Sentences that are told of one link; the rules of a relation are few, but the list must not grow with the file. */
const MOST_REASONS = 5;

/** The links of one drawn edge. */
export interface LinkPage {
  readonly offset: number;
  readonly limit: number;
}

/**
 * Returns what a drawn edge stands for: its ends, why it matters, and its links from `offset` on, by the titles of their ends.
 * Undefined where an end is neither a resource nor a fold of the view, or where nothing joins them. One pass over the links of
 * the smaller end.
 */
export function linkDetails(
  graph: Graph,
  view: View,
  link: DrawnLink,
  page: LinkPage,
  mask: MaskValue,
): LinkDetails | undefined {
  const sources = membersOf(graph, view, link.source);
  const targets = membersOf(graph, view, link.target);
  const edges = edgesBetween(graph, sources, targets, link);
  const from = endOf(graph, view, link.source);
  const to = endOf(graph, view, link.target);
  if (from === undefined || to === undefined || edges.length === 0) return undefined;
  const ordered = edges.toSorted((a, b) => compareEnds(graph, a, b));
  return {
    from,
    to,
    reasons: reasonsOf(graph, edges),
    count: edges.length,
    evidence: edges.reduce((sum, edge) => sum + edge.evidence.length, 0),
    links: ordered.slice(page.offset, page.offset + page.limit).flatMap((edge) => describe(graph, edge, mask)),
  };
}

/** The graph nodes a view node stands for; none for one that is neither in the graph nor in the view. */
function membersOf(graph: Graph, view: View, id: string): ReadonlySet<NodeId> {
  const node = graph.nodes.get(id as NodeId);
  if (node !== undefined) return new Set([node.id]);
  return new Set(view.nodes.find((candidate) => candidate.id === id)?.members);
}

function edgesBetween(
  graph: Graph,
  sources: ReadonlySet<NodeId>,
  targets: ReadonlySet<NodeId>,
  { type, confidence, flow }: DrawnLink,
): readonly GraphEdge[] {
  const candidates =
    sources.size <= targets.size
      ? [...sources].flatMap((id) => graph.outgoing(id).filter(({ to }) => targets.has(to)))
      : [...targets].flatMap((id) => graph.incoming(id).filter(({ from }) => sources.has(from)));
  return candidates.filter((edge) => edge.type === type && edge.confidence === confidence && edge.flow === flow);
}

function endOf(graph: Graph, view: View, id: string): LinkEnd | undefined {
  const node = graph.nodes.get(id as NodeId);
  if (node !== undefined) return { type: 'resource', node: summaryOf(node) };
  const fold = view.nodes.find((candidate) => candidate.id === id);
  if (fold?.members === undefined) return undefined;
  return { type: 'fold', id, kind: fold.kind, state: fold.state, title: fold.title, members: fold.members.length };
}

/** The sentences of the rules that read the evidence; that of the relation where no rule is to be named. */
function reasonsOf(graph: Graph, edges: readonly GraphEdge[]): readonly string[] {
  const reasons = new Set<string>();
  for (const { type, evidence } of edges) {
    for (const { document, path } of evidence) {
      const kind = graph.nodes.get(document)?.kind;
      const reason = kind === undefined ? undefined : linkReason(kind, type, path);
      reasons.add(reason ?? RELATIONS[type].why);
      if (reasons.size === MOST_REASONS) return [...reasons];
    }
  }
  return [...reasons];
}

function describe(graph: Graph, edge: GraphEdge, mask: MaskValue): LinkBetween[] {
  const from = graph.nodes.get(edge.from);
  const to = graph.nodes.get(edge.to);
  if (from === undefined || to === undefined) return [];
  return [
    {
      edge: edgeId(edge),
      from: summaryOf(from),
      to: summaryOf(to),
      evidence: edge.evidence.map((evidence) => ({
        ...maskedEvidence(evidence, mask),
        title: titleOf(graph, evidence.document),
      })),
      crosses: crossings(from, to),
    },
  ];
}

function compareEnds(graph: Graph, a: GraphEdge, b: GraphEdge): number {
  return (
    compareText(titleOf(graph, a.from), titleOf(graph, b.from)) ||
    compareText(titleOf(graph, a.to), titleOf(graph, b.to)) ||
    compareText(edgeId(a), edgeId(b))
  );
}

function titleOf(graph: Graph, id: NodeId): GraphNode['title'] {
  return graph.nodes.get(id)?.title ?? id;
}
