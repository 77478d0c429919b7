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
  const judges: ((node: GraphNode) => boolean)[] = [];
  // Asked of every node of the inventory: what is not filtered by is not even looked at.
  const judge = (values: readonly string[], valueOf: (node: GraphNode) => string): void => {
    const excluded = new Set(values);
    if (excluded.size > 0) judges.push((node) => !excluded.has(valueOf(node)));
  };
  judge(kinds, ({ kind }) => kind);
  judge(states, ({ state }) => state);
  judge(projects, ({ project }) => project ?? '');
  judge(locations, ({ location }) => location ?? '');
  judge(conditions, conditionOf);
  judge(marks, ({ id }) => ((attention.get(id) ?? 0) > 0 ? 'attention' : 'quiet'));
  const [first, ...others] = judges;
  if (first === undefined) return undefined;
  return others.length === 0 ? first : (node) => judges.every((passes) => passes(node));
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
