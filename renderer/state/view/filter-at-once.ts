import { conditionOf, linkFilter } from '../../../shared/graph/view/exclusion.ts';
import type { View, ViewNode, ViewSpec } from '../../../shared/graph/view.ts';
import { sameButExclude } from './same-spec.ts';
import { without } from './hide-at-once.ts';

/**
 * What is left of a view by a change that filters more out and does nothing else: what the window can tell to be gone goes. The
 * worker's view, which may fold what is left in another way, follows. Undefined for any other change, and where nothing of it is
 * known here.
 */
export function filterAtOnce(view: View, before: ViewSpec, after: ViewSpec): View | undefined {
  if (view.areas !== undefined || !sameButExclude(before, after)) return undefined;
  const { exclude } = after;
  const gone = new Set(view.nodes.filter((node) => isExcluded(node, exclude)).map(({ id }) => id));
  const passes = linkFilter(exclude);
  const edges = passes === undefined ? view.edges : view.edges.filter(passes);
  if (gone.size === 0 && edges.length === view.edges.length) return undefined;
  return without({ ...view, edges }, gone, 'filter');
}

/** Whether all that a view node stands for is certainly filtered out: members of a fold have its kind and state in common. */
function isExcluded(node: ViewNode, { kinds, states, conditions = [], marks = [] }: ViewSpec['exclude']): boolean {
  if (kinds.includes(node.kind) || states.includes(node.state)) return true;
  if (node.members !== undefined) return false;
  return conditions.includes(conditionOf(node)) || marks.includes(node.attention > 0 ? 'attention' : 'quiet');
}
