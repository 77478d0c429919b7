import type { NodeId } from '../../../shared/graph/graph.ts';
import type { View, ViewEdge, ViewNode, ViewSpec } from '../../../shared/graph/view.ts';
import { sameFields } from '../../graph/elements/same-fields.ts';
import { viewNodesOf } from './view-changes.ts';

/**
 * The view after a change that hides some of its nodes and does nothing else, as the worker will make it; undefined for any other
 * change and where only the worker can tell, because folds or areas lose some of their members.
 */
export function hideAtOnce(view: View, before: ViewSpec, after: ViewSpec): View | undefined {
  const hidden = newlyHidden(before, after);
  if (hidden.length === 0 || view.areas !== undefined || before.focus !== undefined) return undefined;
  const gone = new Set(viewNodesOf(view, hidden));
  const lost = view.nodes.filter(({ id }) => gone.has(id));
  if (lost.length !== hidden.length || lost.some(({ members }) => members !== undefined)) return undefined;
  return without(view, gone, 'hidden');
}

/** A view without some of its nodes, for a reason. Links to them are counted as not shown. */
export function without(view: View, gone: ReadonlySet<string>, reason: 'filter' | 'hidden'): View {
  const links = new Map<string, number>();
  const edges: ViewEdge[] = [];
  for (const edge of view.edges) {
    const { source, target, count } = edge;
    if (!gone.has(source) && !gone.has(target)) edges.push(edge);
    else for (const end of [source, target]) links.set(end, (links.get(end) ?? 0) + count);
  }
  const nodes: ViewNode[] = [];
  let lost = 0;
  for (const node of view.nodes) {
    const more = links.get(node.id) ?? 0;
    if (gone.has(node.id)) lost += node.members?.length ?? 1;
    else nodes.push(more === 0 ? node : { ...node, hiddenLinks: node.hiddenLinks + more });
  }
  return { ...view, nodes, edges, shown: view.shown - lost, left: withMore(view.left, reason, lost) };
}

/** What the change hides; nothing if it changes anything else. */
function newlyHidden(before: ViewSpec, after: ViewSpec): readonly NodeId[] {
  const { hidden, added } = after;
  if (JSON.stringify({ ...before, hidden, added }) !== JSON.stringify(after)) return [];
  const known = new Set(before.hidden);
  const fresh = new Set(hidden.filter((id) => !known.has(id)));
  const isOnlyHiding =
    hidden.length === known.size + fresh.size &&
    sameList(
      added,
      before.added.filter((id) => !fresh.has(id)),
    );
  return isOnlyHiding ? [...fresh] : [];
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

const REASONS = ['filter', 'hidden', 'focus', 'limit'] as const;

function withMore(left: View['left'], why: (typeof REASONS)[number], more: number): View['left'] {
  return REASONS.flatMap((reason) => {
    const count = (left.find((each) => each.reason === reason)?.count ?? 0) + (reason === why ? more : 0);
    return count === 0 ? [] : [{ reason, count }];
  });
}

/** Whether two views show the same, so that the one need not be drawn in the place of the other. */
export function sameView(one: View, other: View): boolean {
  return (
    one.shown === other.shown &&
    one.total === other.total &&
    one.nodes.length === other.nodes.length &&
    one.edges.length === other.edges.length &&
    JSON.stringify([one.left, one.areas]) === JSON.stringify([other.left, other.areas]) &&
    one.nodes.every((node, index) => sameFields(node, other.nodes[index])) &&
    one.edges.every((edge, index) => sameFields(edge, other.edges[index]))
  );
}
