import type { GraphEdge, GraphNode } from '../graph.ts';
import type { Condition, ViewSpec } from '../view.ts';
import type { Attention } from './importance.ts';
import { lifecycleTone } from './lifecycle-tone.ts';

/** How far a resource got. */
export function conditionOf({ lifecycle, unsubmitted }: Pick<GraphNode, 'lifecycle' | 'unsubmitted'>): Condition {
  return unsubmitted === true ? 'unsubmitted' : lifecycleTone(lifecycle);
}

/** Returns which nodes the filters let through; undefined where they let all of them. */
export function nodeFilter(
  { kinds, states, projects, locations, conditions = [], marks = [] }: ViewSpec['exclude'],
  attention: Attention,
): ((node: GraphNode) => boolean) | undefined {
  const off = [kinds, states, projects, locations, conditions, marks];
  if (off.every(({ length }) => length === 0)) return undefined;
  const [kindsOff, statesOff, projectsOff, locationsOff, conditionsOff, marksOff] = off.map(
    (values) => new Set<string>(values),
  );
  return (node) =>
    kindsOff?.has(node.kind) !== true &&
    statesOff?.has(node.state) !== true &&
    projectsOff?.has(node.project ?? '') !== true &&
    locationsOff?.has(node.location ?? '') !== true &&
    (conditions.length === 0 || conditionsOff?.has(conditionOf(node)) !== true) &&
    marksOff?.has((attention.get(node.id) ?? 0) > 0 ? 'attention' : 'quiet') !== true;
}

/** Returns which links the filters let through; undefined where they let all of them. */
export function linkFilter({
  relations = [],
  confidences = [],
  flows = [],
}: ViewSpec['exclude']): ((link: Pick<GraphEdge, 'type' | 'confidence' | 'flow'>) => boolean) | undefined {
  if (relations.length + confidences.length + flows.length === 0) return undefined;
  const relationsOff = new Set(relations);
  return ({ type, confidence, flow }) =>
    !relationsOff.has(type) && !confidences.includes(confidence) && !flows.includes(flow === 'none' ? 'none' : 'data');
}
