import { lineageOf } from '../../../shared/graph/access/access-layer.ts';
import type { Graph, GraphNode } from '../../../shared/graph/graph.ts';
import { conditionOf } from '../../../shared/graph/view/exclusion.ts';
import type { Attention } from '../../../shared/graph/view/importance.ts';
import type { AttentionMark, Condition } from '../../../shared/graph/view.ts';
import { kindById, KINDS } from '../../../shared/kinds/index.ts';
import type { Confidence } from '../../../shared/kinds/kind.ts';
import { RELATIONS } from '../../../shared/links/relations.ts';
import type { Facets, FacetValue } from './protocol/facets-protocol.ts';

const STATE_TITLES = { present: 'Collected', referenced: 'Not collected', unresolved: 'Unresolved' } as const;

const CONDITION_TITLES: Readonly<Record<Condition, string>> = {
  failed: 'Failed',
  running: 'Running',
  waiting: 'Waiting',
  succeeded: 'Succeeded',
  stopped: 'Stopped or disabled',
  unsubmitted: 'Never submitted',
  none: 'No state to tell',
};
const MARK_TITLES: Readonly<Record<AttentionMark, string>> = {
  attention: 'Something to look at',
  quiet: 'Nothing to look at',
};
const RELATION_TITLES = Object.fromEntries(Object.entries(RELATIONS).map(([relation, { label }]) => [relation, label]));
const CONFIDENCE_TITLES: Readonly<Record<Confidence, string>> = {
  exact: 'Exact: a field names it',
  derived: 'Derived from exact facts',
  heuristic: 'Heuristic: found in text',
};
const FLOW_TITLES = { data: 'Data flows', none: 'No data: identity, key, host' } as const;

/**
 * Returns the values of each facet with their counts: kinds and states in their own order, places by name. Principals, which are
 * not drawn at first, count as a kind only.
 */
export function facetsOf(graph: Graph, attention: Attention): Facets {
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
    conditions: listed(CONDITION_TITLES, counted(nodes, conditionOf)),
    marks: listed(
      MARK_TITLES,
      counted(nodes, ({ id }) => ((attention.get(id) ?? 0) > 0 ? 'attention' : 'quiet')),
    ),
    ...linkFacets(graph),
  };
}

/** Links that tell who may do what count by relation only: they are drawn only where they are asked for. */
function linkFacets({ edges }: Graph): Pick<Facets, 'relations' | 'confidences' | 'flows'> {
  const relations = new Map<string, number>();
  const confidences = new Map<string, number>();
  const flows = new Map<string, number>();
  for (const { type, confidence, flow } of edges.values()) {
    increase(relations, type);
    if (RELATIONS[type].layer === 'access') continue;
    increase(confidences, confidence);
    increase(flows, flow === 'none' ? 'none' : 'data');
  }
  return {
    relations: listed(RELATION_TITLES, relations),
    confidences: listed(CONFIDENCE_TITLES, confidences),
    flows: listed(FLOW_TITLES, flows),
  };
}

/** In the order of the titles, without values that do not occur. */
function listed(titles: Readonly<Record<string, string>>, counts: ReadonlyMap<string, number>): FacetValue[] {
  return Object.entries(titles).flatMap(([value, title]) => {
    const total = counts.get(value);
    return total === undefined ? [] : [{ value, title, total }];
  });
}

function counted(nodes: readonly GraphNode[], valueOf: (node: GraphNode) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const node of nodes) increase(counts, valueOf(node));
  return counts;
}

function increase(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** By name; nodes that have no such place come last. */
function places(counts: ReadonlyMap<string, number>, none: string): FacetValue[] {
  return [...counts]
    .map(([value, total]) => ({ value, title: value === '' ? none : value, total }))
    .toSorted((a, b) => Number(a.value === '') - Number(b.value === '') || a.value.localeCompare(b.value, 'en'));
}
