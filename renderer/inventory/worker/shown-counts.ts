import type { Graph, NodeId } from '../../../shared/graph/graph.ts';
import { conditionOf } from '../../../shared/graph/view/exclusion.ts';
import type { Attention } from '../../../shared/graph/view/importance.ts';
import type { View } from '../../../shared/graph/view.ts';
import { RELATIONS } from '../../../shared/links/relations.ts';
import type { FacetName, ShownCounts } from './protocol/canvas-protocol.ts';

/** Returns how much of each value of the legend a view shows, in folds or by itself. Linear in what is shown. */
export function shownCounts(graph: Graph, { nodes, edges }: View, attention: Attention): ShownCounts {
  const counts: Record<FacetName, Map<string, number>> = {
    kinds: new Map(),
    states: new Map(),
    projects: new Map(),
    locations: new Map(),
    conditions: new Map(),
    marks: new Map(),
    relations: new Map(),
    confidences: new Map(),
    flows: new Map(),
  };
  function add(facet: FacetName, value: string, count: number): void {
    counts[facet].set(value, (counts[facet].get(value) ?? 0) + count);
  }
  for (const { id, members } of nodes) {
    // A view node without members has the id of its graph node.
    for (const member of members ?? [id as NodeId]) {
      const node = graph.nodes.get(member);
      if (node === undefined) continue;
      add('kinds', node.kind, 1);
      add('states', node.state, 1);
      add('projects', node.project ?? '', 1);
      add('locations', node.location ?? '', 1);
      add('conditions', conditionOf(node), 1);
      add('marks', (attention.get(member) ?? 0) > 0 ? 'attention' : 'quiet', 1);
    }
  }
  for (const { type, confidence, flow, count } of edges) {
    add('relations', type, count);
    if (RELATIONS[type].layer === 'access') continue;
    add('confidences', confidence, count);
    add('flows', flow === 'none' ? 'none' : 'data', count);
  }
  return {
    kinds: Object.fromEntries(counts.kinds),
    states: Object.fromEntries(counts.states),
    projects: Object.fromEntries(counts.projects),
    locations: Object.fromEntries(counts.locations),
    conditions: Object.fromEntries(counts.conditions),
    marks: Object.fromEntries(counts.marks),
    relations: Object.fromEntries(counts.relations),
    confidences: Object.fromEntries(counts.confidences),
    flows: Object.fromEntries(counts.flows),
  };
}
