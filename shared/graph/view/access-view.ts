import { compareText } from '../../compare.ts';
import type { GraphContent } from '../access/access-layer.ts';
import type { Graph, GraphEdge, NodeId } from '../graph.ts';
import type { View, ViewEdge, ViewNode, ViewSpec } from '../view.ts';
import { describeNode } from './describe-unit.ts';
import { linkFilter, nodeFilter } from './exclusion.ts';
import type { Attention } from './importance.ts';

/** Whether a specification is about who may do what: it says so, or what it is about is not part of the lineage. */
export function asksForAccess({ access, focus, only }: ViewSpec, lineage: GraphContent): boolean {
  const wanted = [...(focus?.nodes ?? []), ...(only ?? [])];
  return access === true || wanted.some((id) => !lineage.nodes.has(id));
}

/** A view of the lineage with the principals the user brought into it, each with its links to what is drawn. */
export function withAddedPrincipals(
  graph: Graph,
  lineage: GraphContent,
  spec: ViewSpec,
  view: View,
  attention: Attention,
): View {
  const passes = nodeFilter(spec.exclude, attention);
  const isPinned = new Set<string>(spec.pinned);
  // An id of a fold names no node.
  const wanted = new Set([...spec.added, ...((spec.pinned ?? []) as readonly NodeId[])]);
  const nodes = [...wanted].flatMap((id) => {
    const node = lineage.nodes.has(id) || spec.hidden.includes(id) ? undefined : graph.nodes.get(id);
    return node === undefined || passes?.(node) === false ? [] : [node];
  });
  if (nodes.length === 0) return view;
  const drawnAs = new Map<NodeId, string>(nodes.map(({ id }) => [id, id]));
  for (const node of view.nodes) {
    // A view node without members has the id of its graph node.
    for (const member of node.members ?? [node.id as NodeId]) drawnAs.set(member, node.id);
  }
  const isDrawn = linkFilter(spec.exclude);
  const edges = new Map<string, ViewEdge>();
  const added = nodes.map((node): ViewNode => {
    let hiddenLinks = 0;
    for (const edge of [...graph.outgoing(node.id), ...graph.incoming(node.id)]) {
      if (isDrawn?.(edge) === false) continue;
      hiddenLinks += draw(edge, drawnAs, edges) ? 0 : 1;
    }
    return {
      id: node.id,
      kind: node.kind,
      state: node.state,
      ...describeNode(node),
      hiddenLinks,
      attention: 0,
      brought: true,
      ...(isPinned.has(node.id) ? { pinned: true } : {}),
    };
  });
  return {
    ...view,
    nodes: [...view.nodes, ...added],
    edges: [...view.edges, ...edges.values()].toSorted((left, right) => compareText(left.id, right.id)),
    shown: view.shown + added.length,
    total: view.total + added.length,
  };
}

/** Adds a link between what is drawn of its ends; returns false where one of them is not drawn. */
function draw(edge: GraphEdge, drawnAs: ReadonlyMap<NodeId, string>, edges: Map<string, ViewEdge>): boolean {
  const source = drawnAs.get(edge.from);
  const target = drawnAs.get(edge.to);
  if (source === undefined || target === undefined) return false;
  const { type, confidence, flow } = edge;
  const id = `${type} ${confidence} ${flow} ${source} ${target}`;
  const known = edges.get(id);
  const count = (known?.count ?? 0) + 1;
  const evidence = (known?.evidence ?? 0) + edge.evidence.length;
  edges.set(id, { id, source, target, type, confidence, flow, count, evidence });
  return true;
}
