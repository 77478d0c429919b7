import type { GraphNode } from '../graph/graph.ts';
import { searchResources, searchStructured } from './methods.ts';
import type { QueryEngine } from './query/engine.ts';
import type { MatchReason } from './query/explain.ts';
import { parseQuery } from './query/parse.ts';
import type { QueryProblem, Syntax } from './query/syntax.ts';

/** How a search was understood. `form`: one of the older forms of SEARCH, such as a name or a reverse look-up. */
export type SearchForm = 'form' | 'words' | 'query';

/** What a search finds. */
export interface SearchResult {
  readonly form: SearchForm;
  /** What is wrong with a query; the resources are then those of the conditions that were understood. */
  readonly problems: readonly QueryProblem[];
  /** Best first. */
  readonly nodes: readonly GraphNode[];
  /** Resources of which it cannot be told, because their documents were not read. */
  readonly undecided: readonly GraphNode[];
  /** Why a resource is found; empty where it is found as the form says (a name, a place). */
  reasons(node: GraphNode): readonly MatchReason[];
}

/**
 * The method SEARCH with the query language. The older forms come first wherever they find something, then plain words, then the
 * language, which is what remains: a text that is in none of them is told what is wrong with it as a query.
 */
export function ask(engine: QueryEngine, text: string): SearchResult {
  const { graph, index } = engine.estate;
  const query = text.trim();
  const older = olderForm(engine, query);
  if (older !== undefined)
    return { form: 'form', problems: [], nodes: older, undecided: [], reasons: reasonsOf(engine, query) };
  if (isPlainWords(query)) {
    const words = searchResources(graph, index, query);
    const nodes = words.ok ? words.nodes : [];
    return { form: 'words', problems: [], nodes, undecided: [], reasons: reasonsOf(engine, query) };
  }
  const answer = engine.ask(query);
  const nodesOf = (numbers: readonly number[]): GraphNode[] => numbers.flatMap((number) => index.nodes[number] ?? []);
  return {
    form: 'query',
    problems: answer.problems,
    nodes: nodesOf(answer.nodes),
    undecided: nodesOf(answer.undecided),
    reasons: (node) => answer.explain(engine.numberOf(node.id)),
  };
}

/** What an older form finds; undefined where the text is none of them, or finds nothing and may be a query. */
function olderForm({ estate: { graph, index } }: QueryEngine, text: string): readonly GraphNode[] | undefined {
  const structured = searchStructured(graph, text);
  if (structured?.ok === true && (structured.nodes.length > 0 || isPlainWords(text))) return structured.nodes;
  if (structured !== undefined) return undefined;
  if (!text.includes('|')) {
    const place = text.toLowerCase();
    const there = index.nodes.filter(({ location }) => location === place);
    return there.length > 0 ? there : undefined;
  }
  const found = searchResources(graph, index, text);
  return found.ok && found.nodes.length > 0 ? found.nodes : undefined;
}

/** The conditions of a filter or a look-up are conditions of the language too, and say why. */
function reasonsOf(engine: QueryEngine, text: string): SearchResult['reasons'] {
  let answer: ReturnType<QueryEngine['ask']> | undefined;
  return (node) => {
    answer ??= engine.ask(text);
    return answer.explain(engine.numberOf(node.id));
  };
}

/** Whether a text is nothing but words, so that it is looked for as it is typed, with its typos. */
export function isPlainWords(text: string): boolean {
  if (/(?:^|\s)(?:AND|OR|NOT)(?:\s|$)/.test(text) || /[()"\\]/.test(text)) return false;
  const { tree, problems } = parseQuery(text);
  return problems.length === 0 && (tree === undefined || isWords(tree));
}

function isWords(syntax: Syntax): boolean {
  if (syntax.type === 'all') return syntax.items.every(isWords);
  return syntax.type === 'text' && syntax.term.pattern === undefined && !syntax.term.isFuzzy;
}
