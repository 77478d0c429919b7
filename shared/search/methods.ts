import type { Graph, GraphNode } from '../graph/graph.ts';
import type { JsonValue } from '../json.ts';
import { KINDS, type KindId } from '../kinds/index.ts';
import { createdAt, isState, looksLikeFilter, parseFilter } from './filter.ts';
import { findText } from './find-text.ts';
import { namesIn, nodesNamed } from './named-resource.ts';
import { GET_FORMS, type QueryResult, SEARCH_FORMS } from './query-error.ts';
import { hasId, namedNodes } from './resource-id.ts';
import { splitReverseLookup, usersOf } from './reverse-lookup.ts';
import { labelsOf } from '../graph/node-labels.ts';
import type { SearchIndex } from './search-index.ts';

type Result = QueryResult<GraphNode>;

/** What a list is narrowed to; an absent condition lets everything through. */
export interface ListConditions {
  readonly kind?: KindId;
  /** Any of these: `JOB_STATE_FAILED`, `failed`, `referenced`. */
  readonly states?: readonly string[];
  /** All of these. */
  readonly labels?: readonly (readonly [key: string, value: string])[];
  /** RFC 3339 times converted by `parseInstant`; the first is included, the second not. */
  readonly createdFrom?: bigint;
  readonly createdBefore?: bigint;
}

/** Regions, zones, multi-regions: https://cloud.google.com/about/locations */
const LOCATION =
  /^(?:global|us|eu|asia|europe|(?:africa|asia|australia|europe|me|northamerica|southamerica|us)-[a-z]+\d+(?:-[a-z])?)$/;

/** How names begin that need no context. */
const FULL_NAME = /^(?:\/\/|projects\/|gs:\/\/|https?:\/\/)/;

/**
 * The method GET: the resources of this name or id, of one kind or of any. An id is looked up in every project and location, so
 * several resources may be meant: all are returned, none is guessed.
 */
export function getResources(graph: Graph, query: string, kind?: KindId): Result {
  const text = query.trim();
  const kinds = kind === undefined ? [] : [kind];
  const ofKind = (nodes: readonly GraphNode[]): Result => ({
    ok: true,
    nodes: kind === undefined ? nodes : nodes.filter((node) => node.kind === kind),
  });
  const named = nodesNamed(graph, text);
  if (named.length > 0) return ofKind(named);
  const [location = '', ...rest] = text.split('|');
  if (rest.length > 0) {
    const id = rest.join('/');
    if (!LOCATION.test(location.toLowerCase()) || rest.includes('')) return badGet(`"${text}" is not LOCATION|ID.`);
    return { ok: true, nodes: withId(graph, kinds, id, location.toLowerCase()) };
  }
  if (text === '' || /\s/.test(text))
    return badGet(text === '' ? 'The query is empty.' : `"${text}" is no name or id.`);
  const found = withId(graph, kinds, text);
  if (found.length > 0 || namesIn(text).length > 0 || isPlainId(text)) return { ok: true, nodes: found };
  return badGet(`"${text}" is no name of a resource.`);
}

function isPlainId(text: string): boolean {
  return /^[\w.:@=-]+$/.test(text) && !text.includes('://');
}

function withId(graph: Graph, kinds: readonly KindId[], id: string, location?: string): GraphNode[] {
  const found: GraphNode[] = [];
  for (const { node, name } of namedNodes(graph, kinds)) {
    const place = node.location ?? name.location ?? 'global';
    if (hasId(name, id) && (location === undefined || place === location)) found.push(node);
  }
  return found;
}

function badGet(message: string): Result {
  return { ok: false, error: { message, forms: GET_FORMS } };
}

/** The method LIST: every resource of a kind in all projects and locations, by kind and in the graph's order. */
export function listResources(graph: Graph, conditions: ListConditions = {}): GraphNode[] {
  const { kind, states = [], labels = [], createdFrom, createdBefore } = conditions;
  const nodes = [...graph.nodes.values()].filter((node) => {
    if (kind !== undefined && node.kind !== kind) return false;
    if (states.length > 0 && !states.some((state) => isState(node, state))) return false;
    const own = labels.length === 0 ? [] : labelsOf(node);
    if (!labels.every(([key, value]) => own.some(([name, text]) => name === key && text === value))) return false;
    if (createdFrom === undefined && createdBefore === undefined) return true;
    const created = createdAt(node);
    if (created === undefined) return false;
    return (
      (createdFrom === undefined || created >= createdFrom) && (createdBefore === undefined || created < createdBefore)
    );
  });
  return KINDS.flatMap(({ id }) => nodes.filter((node) => node.kind === id));
}

/** The method SEARCH; see `SEARCH_FORMS` for what it understands. */
export function searchResources(graph: Graph, index: SearchIndex, query: string): Result {
  const text = query.trim();
  if (text === '') return badSearch('The query is empty.');
  const structured = searchStructured(graph, text);
  if (structured !== undefined) return structured;
  if (!text.includes('|') && isLocation(graph, text.toLowerCase())) {
    return { ok: true, nodes: [...graph.nodes.values()].filter((node) => node.location === text.toLowerCase()) };
  }
  const bar = text.indexOf('|');
  if (bar >= 0) {
    const location = text.slice(0, bar).trim().toLowerCase();
    const rest = text.slice(bar + 1).trim();
    if (!isLocation(graph, location)) return badSearch(`"${location}" is no location.`);
    const found = rest === '' ? [...graph.nodes.values()] : freeText(graph, index, rest);
    return { ok: true, nodes: found.filter((node) => node.location === location) };
  }
  return { ok: true, nodes: freeText(graph, index, text) };
}

/**
 * The forms of SEARCH that name resources: a name in any spelling, a filter, a reverse look-up. Undefined for other queries.
 */
export function searchStructured(graph: Graph, query: string): Result | undefined {
  const text = query.trim();
  const reverse = splitReverseLookup(text);
  if (reverse !== undefined) {
    if (reverse.name === '') return badSearch(`"${text}" lacks the name after the colon.`);
    return { ok: true, nodes: usersOf(graph, reverse.kind, reverse.name) };
  }
  if (looksLikeFilter(text)) {
    const filter = parseFilter(text);
    if (!filter.ok) return badSearch(filter.message);
    return { ok: true, nodes: [...graph.nodes.values()].filter(filter.matches) };
  }
  const named = nodesNamed(graph, text);
  if (named.length > 0) return { ok: true, nodes: named };
  // A full name of something unknown is not free text: it would find what only looks like it.
  if (FULL_NAME.test(text) && namesIn(text).length > 0) return { ok: true, nodes: [] };
  return undefined;
}

function isLocation(graph: Graph, text: string): boolean {
  if (LOCATION.test(text)) return true;
  for (const node of graph.nodes.values()) if (node.location === text && text !== '') return true;
  return false;
}

/** By the index, best first, then what has the words anywhere in its document. */
function freeText(graph: Graph, index: SearchIndex, text: string): GraphNode[] {
  const { hits } = findText(index, text, Infinity);
  const found = new Set(hits.flatMap(({ id }) => graph.nodes.get(id) ?? []));
  const terms = text.toLowerCase().split(/\s+/);
  for (const node of graph.nodes.values()) {
    if (!found.has(node) && node.document !== undefined && holdsAll(node.document.data, terms)) found.add(node);
  }
  return [...found];
}

function holdsAll(data: JsonValue, terms: readonly string[]): boolean {
  const missing = new Set(terms);
  visitTexts(data, (text) => {
    const lower = text.toLowerCase();
    for (const term of missing) if (lower.includes(term)) missing.delete(term);
    return missing.size > 0;
  });
  return missing.size === 0;
}

/** Calls `visit` with every key and text of a document until it returns false; documents are bounded in depth when read. */
function visitTexts(value: JsonValue, visit: (text: string) => boolean): boolean {
  if (typeof value === 'string') return visit(value);
  if (typeof value === 'number') return visit(String(value));
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every((element: JsonValue) => visitTexts(element, visit));
  return Object.entries(value).every(([key, field]) => visit(key) && visitTexts(field, visit));
}

function badSearch(message: string): Result {
  return { ok: false, error: { message, forms: SEARCH_FORMS } };
}
