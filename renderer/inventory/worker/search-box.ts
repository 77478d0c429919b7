import type { Graph, GraphNode } from '../../../shared/graph/graph.ts';
import { findText } from '../../../shared/search/find-text.ts';
import type { SearchHit } from '../../../shared/search/hit.ts';
import { searchStructured } from '../../../shared/search/methods.ts';
import type { SearchIndex } from '../../../shared/search/search-index.ts';
import type { SearchAnswer } from './protocol.ts';

/**
 * Answers the search box. What names resources exactly (a pasted name, a filter, a reverse look-up) comes first; a filter that
 * is not complete yet finds what its text finds, for people are still typing.
 */
export function answerSearch(graph: Graph, index: SearchIndex, query: string, limit: number): SearchAnswer {
  const text = query.trim();
  if (text === '') return { hits: [], total: 0 };
  const structured = searchStructured(graph, text);
  const meant = structured?.ok === true ? structured.nodes : [];
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
    id: node.id,
    kind: node.kind,
    state: node.state,
    title: node.title,
    subtitle: [node.project, node.location].filter((part) => part !== undefined).join(' · '),
    quality: 'exact',
    field: 'name',
    text: node.id,
    ranges: start < 0 ? [[0, node.id.length]] : [[start, start + query.length]],
  };
}
