import type { NodeId } from '../../../shared/graph/graph.ts';
import type { Grouping, View, ViewSpec } from '../../../shared/graph/view.ts';
import { hideNodes, membersOf } from './view-changes.ts';

/** Returns the spec with resources drawn in areas by what they share; undefined: only identical links are folded. */
export function groupResources(spec: ViewSpec, grouping: Grouping | undefined): ViewSpec {
  const { groupBy: _groupBy, folded: _folded, ...rest } = spec;
  return grouping === undefined ? rest : { ...rest, groupBy: grouping };
}

/** Returns the spec with areas drawn as one card each. What was added of their members goes into the card; pinned nodes stay out. */
export function foldAreas(spec: ViewSpec, view: View, ids: readonly string[]): ViewSpec {
  const wanted = new Set(ids);
  const inside = new Set<NodeId>(
    view.nodes.filter(({ area }) => area !== undefined && wanted.has(area)).flatMap(membersOf),
  );
  return {
    ...spec,
    folded: [...new Set([...(spec.folded ?? []), ...ids])],
    added: spec.added.filter((id) => !inside.has(id)),
  };
}

/** Returns the spec with every area open. */
export function unfoldAreas(spec: ViewSpec): ViewSpec {
  const { folded: _folded, ...rest } = spec;
  return rest;
}

/** Returns the spec with view nodes pinned; with all of them pinned already, with none of them. */
export function togglePins(spec: ViewSpec, ids: readonly string[]): ViewSpec {
  const { pinned = [], ...rest } = spec;
  const before = new Set(pinned);
  const after = ids.every((id) => before.has(id))
    ? pinned.filter((id) => !ids.includes(id))
    : [...new Set([...pinned, ...ids])];
  return after.length === 0 ? rest : { ...rest, pinned: after };
}

/** Returns the spec with nothing pinned. */
export function unpinAll(spec: ViewSpec): ViewSpec {
  const { pinned: _pinned, ...rest } = spec;
  return rest;
}

/** Returns the spec with cards at other distances; undefined: as usual. */
export function spaceOut(spec: ViewSpec, spacing: ViewSpec['spacing']): ViewSpec {
  const { spacing: _before, ...rest } = spec;
  return spacing === undefined ? rest : { ...rest, spacing };
}

/** What collapsing a node takes away. */
export interface Collapse {
  /** Neighbours that go back to where they were before they were added. */
  readonly back: readonly NodeId[];
  /** Neighbours that are linked to nothing else that is drawn. */
  readonly away: readonly NodeId[];
}

/**
 * Returns which neighbours collapsing a node takes away: what was brought in by expanding, and what hangs on this node alone. The
 * reverse of "expand"; pinned nodes stay.
 */
export function collapseOf({ nodes, edges }: View, id: string): Collapse {
  const linked = new Map<string, Set<string>>();
  for (const { source, target } of edges) {
    if (source === target) continue;
    linked.set(source, (linked.get(source) ?? new Set()).add(target));
    linked.set(target, (linked.get(target) ?? new Set()).add(source));
  }
  const neighbours = nodes.filter((node) => linked.get(id)?.has(node.id) === true && node.pinned !== true);
  const back = neighbours.filter(({ brought }) => brought === true);
  const away = neighbours.filter((node) => node.brought !== true && linked.get(node.id)?.size === 1);
  return { back: back.flatMap(membersOf), away: away.flatMap(membersOf) };
}

/** Returns the spec with a node's neighbours taken away. */
export function collapse(spec: ViewSpec, { back, away }: Collapse): ViewSpec {
  const gone = new Set(back);
  return hideNodes({ ...spec, added: spec.added.filter((id) => !gone.has(id)) }, away);
}
