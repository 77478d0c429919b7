import type { NodeId } from '../graph.ts';
import type { ViewSpec } from '../view.ts';

/** Returns the spec with `ids` brought in and no longer hidden. */
export function addNodes(spec: ViewSpec, ids: readonly NodeId[]): ViewSpec {
  const shown = new Set(ids);
  return {
    ...spec,
    hidden: spec.hidden.filter((id) => !shown.has(id)),
    added: [...new Set([...spec.added, ...ids])],
  };
}
