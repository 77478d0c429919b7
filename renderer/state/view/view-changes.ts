import type { NodeId } from '../../../shared/graph/graph.ts';
import { addNodes } from '../../../shared/graph/view/add-nodes.ts';
import { conditionOf } from '../../../shared/graph/view/exclusion.ts';
import { INITIAL_VIEW, type View, type ViewNode, type ViewSpec } from '../../../shared/graph/view.ts';
import type { TimeRange } from '../../../shared/timeline/time-range.ts';
import type { FacetName } from '../../inventory/worker/protocol/canvas-protocol.ts';
import type { NodeSummary } from '../../inventory/worker/protocol/node-summary.ts';

/** A way to look at what a view lets through. */
export type Display = 'graph' | NonNullable<ViewSpec['display']>;

export type FocusDirection = NonNullable<ViewSpec['focus']>['direction'];

const NONE: readonly string[] = [];

/** Returns the graph nodes a view node stands for: itself, or the members of a fold. */
export function membersOf(node: ViewNode): readonly NodeId[] {
  // A view node without members has the id of its graph node (see ViewNode.id).
  return node.members ?? [node.id as NodeId];
}

/** Returns the graph nodes behind the view nodes `ids`, in the view's order; ids that are not in the view are left out. */
export function nodeIdsOf(view: View, ids: readonly string[]): readonly NodeId[] {
  const wanted = new Set(ids);
  return view.nodes.filter((node) => wanted.has(node.id)).flatMap(membersOf);
}

/** Returns the ids of the view nodes that show any of the graph nodes, alone or inside a fold. */
export function viewNodesOf(view: View, nodes: readonly NodeId[]): readonly string[] {
  if (nodes.length === 0) return [];
  const wanted = new Set(nodes);
  return view.nodes.filter((node) => membersOf(node).some((id) => wanted.has(id))).map(({ id }) => id);
}

/** Returns the values that are switched off in one facet. */
export function excludedValues(spec: ViewSpec, facet: FacetName): readonly string[] {
  return spec.exclude[facet] ?? NONE;
}

/** Returns the spec with `ids` hidden. */
export function hideNodes(spec: ViewSpec, ids: readonly NodeId[]): ViewSpec {
  const hidden = new Set(ids);
  return { ...spec, hidden: union(spec.hidden, ids), added: spec.added.filter((id) => !hidden.has(id)) };
}

/** Returns the spec that shows the neighbourhood of `ids` up to `depth` links away, and nothing else. */
export function focusOn(
  spec: ViewSpec,
  ids: readonly NodeId[],
  depth: number,
  direction: FocusDirection = 'both',
): ViewSpec {
  const { only: _only, ...rest } = spec;
  return { ...rest, focus: { nodes: ids, depth, direction } };
}

/** Returns the spec that shows only `ids` and the links among them. */
export function showOnly(spec: ViewSpec, ids: readonly NodeId[]): ViewSpec {
  const { focus: _focus, ...rest } = spec;
  return { ...rest, only: ids };
}

/** Returns the spec without focus and "only": the whole inventory again, filters kept. */
export function showWhole(spec: ViewSpec): ViewSpec {
  const { focus: _focus, only: _only, ...rest } = spec;
  return rest;
}

/** Returns the spec with a fold's members drawn one by one, or with a folded area open. */
export function unfoldGroup(spec: ViewSpec, group: string): ViewSpec {
  if (spec.folded?.includes(group) === true) {
    return { ...spec, folded: spec.folded.filter((folded) => folded !== group) };
  }
  return { ...spec, unfolded: union(spec.unfolded, [group]) };
}

/** Returns the spec with one unfolded group folded again. */
export function foldGroup(spec: ViewSpec, group: string): ViewSpec {
  return { ...spec, unfolded: spec.unfolded.filter((unfolded) => unfolded !== group) };
}

/** Returns the spec with every fold as the app chose it at first. */
export function foldAll(spec: ViewSpec): ViewSpec {
  return { ...spec, unfolded: [], added: [] };
}

/** Returns the spec in which `node` is drawn by itself, whatever filters, folds or bounds keep it out now. */
export function revealNode(
  spec: ViewSpec,
  node: Pick<NodeSummary, 'id' | 'kind' | 'state' | 'project' | 'location' | 'lifecycle' | 'unsubmitted'>,
): ViewSpec {
  // Whether it has something to look at is not told by a summary, so that filter goes.
  const { marks: _marks, ...exclude } = spec.exclude;
  return {
    ...addNodes(spec, [node.id]),
    exclude: {
      ...exclude,
      ...(exclude.conditions === undefined
        ? {}
        : { conditions: exclude.conditions.filter((condition) => condition !== conditionOf(node)) }),
      kinds: exclude.kinds.filter((kind) => kind !== node.kind),
      states: exclude.states.filter((state) => state !== node.state),
      projects: exclude.projects.filter((project) => project !== (node.project ?? '')),
      locations: exclude.locations.filter((location) => location !== (node.location ?? '')),
    },
  };
}

/** Returns the spec with exactly `values` switched off in one facet. */
export function excludeValues(spec: ViewSpec, facet: FacetName, values: readonly string[]): ViewSpec {
  return { ...spec, exclude: { ...spec.exclude, [facet]: values } };
}

/** Returns the spec with nothing filtered, hidden, focused or picked; layout, folds and added nodes stay. */
export function clearFilters(spec: ViewSpec): ViewSpec {
  return { ...chooseTime(showWhole(spec), undefined), exclude: INITIAL_VIEW.exclude, hidden: [] };
}

/** Returns the spec that draws who may do what, or no more. */
export function toggleAccess(spec: ViewSpec): ViewSpec {
  const { access, ...rest } = spec;
  return access === true ? rest : { ...rest, access: true };
}

/** Returns the spec shown as a graph, a table or a tree. */
export function showAs(spec: ViewSpec, display: Display): ViewSpec {
  const { display: _display, ...rest } = spec;
  return display === 'graph' ? rest : { ...rest, display };
}

/** How a spec is shown. */
export function displayOf({ display }: ViewSpec): Display {
  return display ?? 'graph';
}

/** Returns the spec that lets jobs through by time; undefined: whenever they were. */
export function chooseTime(spec: ViewSpec, time: TimeRange | undefined): ViewSpec {
  const { time: _time, ...rest } = spec;
  return time === undefined ? rest : { ...rest, time };
}

/** Whether the spec leaves nodes out on the user's own wish. */
export function isFiltered(spec: ViewSpec): boolean {
  return (
    spec.hidden.length > 0 ||
    spec.focus !== undefined ||
    spec.only !== undefined ||
    spec.time !== undefined ||
    Object.values(spec.exclude).some((values) => values.length > 0)
  );
}

function union<Value>(first: readonly Value[], second: readonly Value[]): readonly Value[] {
  return [...new Set([...first, ...second])];
}
