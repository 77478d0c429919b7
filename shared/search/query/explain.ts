import { at } from '../../graph/view/compact-graph.ts';
import type { GraphEdge, GraphNode } from '../../graph/graph.ts';
import { isJsonObject, type JsonValue } from '../../json.ts';
import { kindById } from '../../kinds/index.ts';
import { extendPath } from '../../links/field-path.ts';
import { matchedRanges } from '../find-text.ts';
import { lowerCase } from '../text.ts';
import { type Evaluated, YES } from './evaluate.ts';
import type { Estate } from './estate.ts';
import type { ValueField } from './fields.ts';
import { type FindingInShort, isAnyFinding, isFinding } from './finding-words.ts';
import { crossing } from './knowledge.ts';
import { linksAt } from './network.ts';
import type { Clause, LinkFilter, Plan } from './plan.ts';
import { isFitting } from './targets.ts';
import type { Span } from './syntax.ts';
import { toNumber, type ValueTest } from './values.ts';
import { linksOfWay, wayTo } from './walk.ts';

/** Why a resource is found: the part of the query, and what of the resource answers it. */
export type MatchReason = { readonly clause: Span } & (
  | {
      readonly type: 'text';
      readonly field: string;
      readonly text: string;
      readonly ranges: readonly (readonly [number, number])[];
    }
  /** Without `path`, a property of the resource that stands in no field of its document. */
  | { readonly type: 'value'; readonly field: string; readonly value: string; readonly path?: string }
  /** Links one after the other, the first at the resource. */
  | { readonly type: 'links'; readonly links: readonly GraphEdge[] }
  | { readonly type: 'count'; readonly count: number }
  | { readonly type: 'finding'; readonly title: string }
  /** What a negation excludes is not so. */
  | { readonly type: 'not' }
);

/** Most links given for one part of a query. */
const MOST_LINKS = 5;

/** Says why a node is found, part by part in the order of the query; what does not hold is left out. */
export function explain(estate: Estate, evaluated: Evaluated, number: number): MatchReason[] {
  const { plan, parts, verdicts } = evaluated;
  if (at(verdicts, number) !== YES) return [];
  const node = estate.index.nodes[number];
  if (node === undefined) return [];
  switch (plan.type) {
    case 'all':
    case 'any':
      return parts.flatMap((part) => explain(estate, part, number));
    case 'not':
      return [{ type: 'not', clause: spanOf(plan) }];
    default:
      return reasonsOf(estate, plan, evaluated, node, number);
  }
}

function spanOf({ from, to }: Span): Span {
  return { from, to };
}

function reasonsOf(estate: Estate, plan: Clause, evaluated: Evaluated, node: GraphNode, number: number): MatchReason[] {
  const clause = spanOf(plan);
  const links = (found: readonly GraphEdge[]): MatchReason[] =>
    found.slice(0, MOST_LINKS).map((edge) => ({ type: 'links', links: [edge], clause }));
  switch (plan.type) {
    case 'text':
      return [textReason(estate, evaluated, plan, node, number)];
    case 'kind':
      return [{ type: 'value', field: 'kind', value: kindById(node.kind).title, clause }];
    case 'collected':
      return [{ type: 'value', field: 'state', value: node.state, clause }];
    case 'id':
      return [{ type: 'value', field: 'id', value: node.id, clause }];
    case 'value':
      return [{ type: 'value', ...valueReason(estate, node, plan.field, plan.test), clause }];
    case 'target': {
      const filter = plan.relation === undefined ? {} : { relations: new Set([plan.relation]) };
      return links(
        edgesAt(estate, filter, number, ({ to }) => {
          const target = numberOf(estate, to);
          const isKind = plan.kind === undefined || estate.index.nodes[target]?.kind === plan.kind;
          return isKind && isFitting(evaluated.fitting, target) !== plan.isOther;
        }),
      );
    }
    case 'walk': {
      const { reached } = evaluated;
      const place = at(estate.network.toCompact, number);
      const way = reached === undefined ? undefined : wayTo(reached, place);
      if (reached === undefined || way === undefined) return [];
      const found = linksOfWay(estate.network, reached, place, way).flatMap((edge) => edgeNumbered(estate, edge));
      return [{ type: 'links', links: found, clause }];
    }
    case 'takes-part':
      return links(edgesAt(estate, plan.links, number, () => true, 'both'));
    case 'has':
      if (plan.what.type === 'value') return [{ type: 'value', ...valueReason(estate, node, plan.what.field), clause }];
      if (plan.what.type === 'finding') return findingReasons(estate, node, clause, isAnyFinding);
      return links(edgesAt(estate, {}, number, (edge) => isPossession(estate, plan, edge)));
    case 'shared-by':
      return [
        { type: 'count', count: new Set(edgesTo(estate, plan.links, number).map(({ from }) => from)).size, clause },
      ];
    case 'crosses':
      return links(
        edgesAt(estate, plan.links, number, ({ from, to }) => isCrossing(estate, from, to, plan.what), 'both'),
      );
    case 'finding':
      return findingReasons(estate, node, clause, (finding) => isFinding(plan.term, finding) === !plan.isOther);
  }
}

function textReason(
  { index }: Estate,
  { matches }: Evaluated,
  { term, from, to }: Extract<Plan, { readonly type: 'text' }>,
  node: GraphNode,
  number: number,
): MatchReason {
  const clause = { from, to };
  // Without a match in a text it is the name that is meant.
  if (matches === undefined || at(matches.scores, number) === 0)
    return { type: 'value', field: 'id', value: node.id, clause };
  const text = at(matches.texts, number);
  const shown = index.text.slice(at(index.starts, text), at(index.starts, text + 1) - 1);
  return {
    type: 'text',
    field: index.fields[index.fieldOf[text] ?? 0] ?? '',
    text: shown,
    ranges: matchedRanges(shown, [lowerCase(term.text)]),
    clause,
  };
}

function numberOf({ network }: Estate, id: string): number {
  return at(network.toIndex, network.compact.indexOf.get(id) ?? 0);
}

function edgeNumbered({ network }: Estate, edge: number): GraphEdge[] {
  const found = network.compact.edges[edge];
  return found === undefined ? [] : [found];
}

function edgesAt(
  estate: Estate,
  filter: LinkFilter,
  number: number,
  isMeant: (edge: GraphEdge) => boolean,
  side: 'outgoing' | 'both' = 'outgoing',
): GraphEdge[] {
  const id = estate.index.nodes[number]?.id;
  return linksAt(estate.network, filter, number)
    .flatMap((edge) => edgeNumbered(estate, edge))
    .filter((edge) => (side === 'both' || edge.from === id) && isMeant(edge));
}

function edgesTo(estate: Estate, filter: LinkFilter, number: number): GraphEdge[] {
  const id = estate.index.nodes[number]?.id;
  return edgesAt(estate, filter, number, ({ to }) => to === id, 'both');
}

function isPossession(
  estate: Estate,
  { what }: Extract<Plan, { readonly type: 'has' }>,
  { type, to }: GraphEdge,
): boolean {
  if (what.type === 'relations') return what.relations.has(type);
  const kind = estate.graph.nodes.get(to)?.kind;
  return what.type === 'target' && kind !== undefined && what.kinds.has(kind);
}

function isCrossing(
  { graph }: Estate,
  from: GraphEdge['from'],
  to: GraphEdge['to'],
  what: 'project' | 'location',
): boolean {
  const [a, b] = [graph.nodes.get(from), graph.nodes.get(to)];
  return a !== undefined && b !== undefined && crossing(a, b, what) === true;
}

function findingReasons(
  { findings }: Estate,
  node: GraphNode,
  clause: Span,
  isMeant: (finding: FindingInShort) => boolean | undefined,
): MatchReason[] {
  return (findings?.(node.id) ?? [])
    .filter((finding) => isMeant(finding) === true)
    .slice(0, MOST_LINKS)
    .map(({ title }) => ({ type: 'finding', title, clause }));
}

/** The first value of a field that passes, and where it stands in the document. */
function valueReason(
  { reviewed }: Estate,
  node: GraphNode,
  field: ValueField,
  test?: ValueTest,
): { field: string; value: string; path?: string } {
  const name = field.name;
  const passes = (value: string): boolean => test === undefined || isPassing(field, test, value);
  for (const path of pathsOf(node, field)) {
    const found = firstAt(node.document?.data, path, '', 0, passes);
    if (found !== undefined) return { field: name, ...found };
  }
  if (field.source === 'mark' || field.source === 'note') {
    return { field: name, value: reviewed().get(node.id)?.[`${field.source}s`].find(passes) ?? '' };
  }
  const own = {
    state: node.lifecycle ?? node.state,
    project: node.project,
    location: node.location,
    title: node.title,
  };
  const value = field.source in own ? own[field.source as keyof typeof own] : undefined;
  return { field: name, value: value ?? '' };
}

function isPassing(field: ValueField, test: ValueTest, value: string): boolean {
  if (test.by === 'text') return test.text(value, lowerCase(value));
  const number = toNumber(field.type, value);
  return number !== undefined && test.number(number);
}

/** Steps of the paths at which a field's values stand in a node's document. */
function pathsOf(node: GraphNode, field: ValueField): readonly (readonly string[])[] {
  const { labelsField, times, stateField, locationField } = kindById(node.kind);
  switch (field.source) {
    case 'fact':
      return field.places.filter(({ kind }) => kind === node.kind).map(({ steps }) => steps);
    case 'time':
      return [times[field.which]?.split('.') ?? []].filter((steps) => steps.length > 0);
    case 'label':
      return labelsField === undefined ? [] : [[labelsField, field.key ?? '*']];
    case 'state':
      return stateField === undefined ? [] : [stateField.split('.')];
    case 'location':
      return locationField === undefined ? [] : [locationField.split('.')];
    case 'project':
    case 'title':
    case 'mark':
    case 'note':
      return [];
  }
}

function firstAt(
  data: JsonValue | undefined,
  steps: readonly string[],
  path: string,
  from: number,
  passes: (value: string) => boolean,
): { value: string; path: string } | undefined {
  if (data === undefined || data === null) return undefined;
  const step = steps[from];
  if (step === undefined) {
    const value = typeof data === 'object' ? undefined : String(data);
    return value !== undefined && passes(value) ? { value, path } : undefined;
  }
  const next: [string | number, JsonValue | undefined][] = [];
  if (step === '[]') {
    if (Array.isArray(data)) data.forEach((element: JsonValue, index) => next.push([index, element]));
  } else if (isJsonObject(data)) {
    if (step === '*') next.push(...Object.entries(data));
    else if (Object.hasOwn(data, step)) next.push([step, data[step]]);
  }
  for (const [key, value] of next) {
    const found = firstAt(value, steps, extendPath(path, key), from + 1, passes);
    if (found !== undefined) return found;
  }
  return undefined;
}
