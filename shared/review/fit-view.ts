import type { NodeId } from '../graph/graph.ts';
import type { ViewSpec } from '../graph/view.ts';

/** A stored view as far as an inventory has what it is about. */
export interface FittedView {
  readonly spec: ViewSpec;
  /** What it names and the inventory does not have, each once. */
  readonly lost: readonly NodeId[];
}

/** The nodes that a view is about: what it focuses on, picks, adds and hides. */
export function nodesOfSpec({ focus, only, added, hidden }: ViewSpec): readonly NodeId[] {
  return [...new Set([...(focus?.nodes ?? []), ...(only ?? []), ...added, ...hidden])];
}

/**
 * Leaves out of a view what is `missing` from the inventory. A focus or a choice of which nothing is left is dropped, because it
 * would show nothing at all.
 */
export function fitView(spec: ViewSpec, missing: ReadonlySet<NodeId>): FittedView {
  const lost = nodesOfSpec(spec).filter((id) => missing.has(id));
  if (lost.length === 0) return { spec, lost };
  const stays = (ids: readonly NodeId[]): readonly NodeId[] => ids.filter((id) => !missing.has(id));
  const { focus, only, ...rest } = spec;
  const focused = stays(focus?.nodes ?? []);
  const picked = stays(only ?? []);
  return {
    spec: {
      ...rest,
      ...(focus === undefined || focused.length === 0 ? {} : { focus: { ...focus, nodes: focused } }),
      ...(picked.length === 0 ? {} : { only: picked }),
      added: stays(spec.added),
      hidden: stays(spec.hidden),
    },
    lost,
  };
}
