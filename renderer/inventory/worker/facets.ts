import { lineageOf } from '../../../shared/graph/access/access-layer.ts';
import type { Graph, GraphNode } from '../../../shared/graph/graph.ts';
import { kindById, KINDS } from '../../../shared/kinds/index.ts';
import type { Facets, FacetValue } from './protocol.ts';

const STATE_TITLES = { present: 'Collected', referenced: 'Not collected', unresolved: 'Unresolved' } as const;

/**
 * Returns the values of each facet with their counts: kinds and states in their own order, places by name. Principals, which are
 * not drawn at first, count as a kind only.
 */
export function facetsOf(graph: Graph): Facets {
  const nodes = [...lineageOf(graph).nodes.values()];
  const principals = [...graph.nodes.values()].filter(({ kind }) => kindById(kind).layer === 'access');
  const kinds = counted([...nodes, ...principals], (node) => node.kind);
  const states = counted(nodes, (node) => node.state);
  return {
    kinds: KINDS.filter(({ id }) => kinds.has(id)).map(({ id }) => ({
      value: id,
      title: kindById(id).plural,
      total: kinds.get(id) ?? 0,
    })),
    states: (['present', 'referenced', 'unresolved'] as const)
      .filter((state) => states.has(state))
      .map((state) => ({ value: state, title: STATE_TITLES[state], total: states.get(state) ?? 0 })),
    projects: places(
      counted(nodes, (node) => node.project ?? ''),
      'No project',
    ),
    locations: places(
      counted(nodes, (node) => node.location ?? ''),
      'No location',
    ),
  };
}

function counted(nodes: readonly GraphNode[], valueOf: (node: GraphNode) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const node of nodes) counts.set(valueOf(node), (counts.get(valueOf(node)) ?? 0) + 1);
  return counts;
}

/** By name; nodes that have no such place come last. */
function places(counts: ReadonlyMap<string, number>, none: string): FacetValue[] {
  return [...counts]
    .map(([value, total]) => ({ value, title: value === '' ? none : value, total }))
    .toSorted((a, b) => Number(a.value === '') - Number(b.value === '') || a.value.localeCompare(b.value, 'en'));
}
