import type { Graph, GraphNode, NodeId } from '../../../shared/graph/graph.ts';
import { isPlainWords } from '../../../shared/search/ask.ts';
import { findText } from '../../../shared/search/find-text.ts';
import type { SearchHit } from '../../../shared/search/hit.ts';
import { searchStructured } from '../../../shared/search/methods.ts';
import { describeReason } from '../../../shared/search/query/describe-reason.ts';
import type { QueryEngine } from '../../../shared/search/query/engine.ts';
import type { MatchReason } from '../../../shared/search/query/explain.ts';
import type { SearchIndex } from '../../../shared/search/search-index.ts';
import type { SearchAnswer, SearchMatches } from './protocol/protocol.ts';

/** What the search box asks. */
export interface Searched {
  readonly graph: Graph;
  readonly index: SearchIndex;
  /** Made when a query first needs it. */
  readonly queries: () => QueryEngine;
  /** Masks a value at a path of a document. */
  readonly mask: (document: NodeId, path: string, value: string) => string;
}

/** Reasons given for a hit. */
const MOST_REASONS = 4;

/**
 * Answers the search box. What names resources exactly (a pasted name, a filter, a reverse look-up) comes first, then plain words,
 * then the query language. A query with mistakes finds what the rest of it finds, for people are still typing.
 */
export function answerSearch(searched: Searched, query: string, limit: number): SearchAnswer {
  const text = query.trim();
  if (text === '') return { hits: [], total: 0, problems: [], undecided: 0 };
  const { graph, index } = searched;
  const structured = searchStructured(graph, text);
  const meant = structured?.ok === true ? structured.nodes : [];
  if (isPlainWords(text)) return { ...answerWords(searched, meant, text, limit), problems: [], undecided: 0 };
  const answer = searched.queries().ask(query);
  const explain = (node: GraphNode): readonly string[] =>
    reasonTexts(searched, node, answer.explain(searched.queries().numberOf(node.id)));
  if (meant.length > 0) {
    const hits = meant.slice(0, limit).map((node) => queryHit(node, explain(node)));
    return { hits, total: meant.length, problems: [], undecided: 0 };
  }
  if (!answer.isAsked) return { ...findText(index, text, limit), problems: answer.problems, undecided: 0 };
  const nodes = answer.nodes.slice(0, limit).flatMap((number) => index.nodes[number] ?? []);
  return {
    hits: nodes.map((node) => queryHit(node, explain(node))),
    total: answer.nodes.length,
    problems: answer.problems,
    undecided: answer.undecided.length,
  };
}

/** The resources a search finds, best first, at most `limit` of them. */
export function matchesOf(searched: Searched, query: string, limit: number): SearchMatches {
  const text = query.trim();
  if (text === '') return { ids: [], total: 0 };
  const { graph, index } = searched;
  const structured = searchStructured(graph, text);
  const meant = structured?.ok === true ? structured.nodes : [];
  if (!isPlainWords(text)) {
    if (meant.length > 0) return { ids: meant.slice(0, limit).map(({ id }) => id), total: meant.length };
    const answer = searched.queries().ask(query);
    if (answer.isAsked) {
      const ids = answer.nodes.slice(0, limit).flatMap((number) => index.nodes[number]?.id ?? []);
      return { ids, total: answer.nodes.length };
    }
  }
  const { hits, total } = answerWords(searched, meant, text, limit);
  return { ids: hits.map(({ id }) => id), total };
}

/**
 * Returns what says why a resource is found by a query, in a few words; empty where it is not found. Words are looked up once, the
 * best `limit` of what they find.
 */
export function reasonsFor(searched: Searched, query: string, limit: number): (node: GraphNode) => string {
  const text = query.trim();
  if (text === '') return () => '';
  if (isPlainWords(text)) {
    const { hits } = findText(searched.index, text, limit);
    const found = new Map(hits.map((hit) => [hit.id, `${hit.field}: ${hit.text}`]));
    return ({ id }) => found.get(id) ?? '';
  }
  const answer = searched.queries().ask(query);
  if (!answer.isAsked) return () => '';
  const asked = new Set(answer.nodes);
  return (node) => {
    const number = searched.queries().numberOf(node.id);
    return asked.has(number) ? reasonTexts(searched, node, answer.explain(number)).join(' · ') : '';
  };
}

function answerWords(
  { index }: Searched,
  meant: readonly GraphNode[],
  text: string,
  limit: number,
): Pick<SearchAnswer, 'hits' | 'total'> {
  if (meant.length > 1) {
    return { hits: meant.slice(0, limit).map((node) => exactHit(node, text)), total: meant.length };
  }
  const found = findText(index, text, limit);
  const [named] = meant;
  if (named === undefined) return found;
  const others = found.hits.filter(({ id }) => id !== named.id);
  const isCounted = others.length < found.hits.length;
  return {
    hits: [exactHit(named, text), ...others].slice(0, limit),
    total: found.total + (isCounted ? 0 : 1),
  };
}

function exactHit(node: GraphNode, query: string): SearchHit {
  const start = node.id.toLowerCase().indexOf(query.toLowerCase());
  return {
    ...hitOf(node),
    field: 'name',
    text: node.id,
    ranges: start < 0 ? [[0, node.id.length]] : [[start, start + query.length]],
  };
}

function queryHit(node: GraphNode, why: readonly string[]): SearchHit {
  return { ...hitOf(node), field: 'title', text: node.title, ranges: [], why };
}

function hitOf(node: GraphNode): Omit<SearchHit, 'field' | 'text' | 'ranges'> {
  return {
    id: node.id,
    kind: node.kind,
    state: node.state,
    title: node.title,
    subtitle: [node.project, node.location].filter((part) => part !== undefined).join(' · '),
    quality: 'exact',
  };
}

/** Why a resource matches, in lines; that it is of its kind goes without saying beside the kind's sign. */
function reasonTexts({ graph, mask }: Searched, node: GraphNode, reasons: readonly MatchReason[]): readonly string[] {
  const words = { title: (id: NodeId) => graph.nodes.get(id)?.title ?? id, value: mask };
  const telling = reasons.filter(
    (reason) => reason.type !== 'not' && !(reason.type === 'value' && reason.field === 'kind'),
  );
  return [...new Set(telling.slice(0, MOST_REASONS).map((reason) => describeReason(reason, node, words)))];
}
