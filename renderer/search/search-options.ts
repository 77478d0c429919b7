import type { Completion, Completions } from '../../shared/search/query/complete.ts';

/** Suggestions beside hits of words: what is typed is probably meant as a word. */
const FEW = 3;

/** A query and where the cursor stands in it. */
export interface EditedQuery {
  readonly query: string;
  readonly cursor: number;
}

/** The completions worth showing: not what stands there already, and few where hits are what is looked for. */
export function suggestionsOf(query: string, { from, to, items }: Completions, hits: number): readonly Completion[] {
  const typed = query.slice(from, to);
  const others = items.filter(({ insert }) => insert.trim() !== typed);
  const areFields = others.every(({ type }) => type !== 'value');
  return areFields && hits > 0 ? others.slice(0, FEW) : others;
}

/** The query with a completion in its place, and a blank after a value at the end, for the next condition. */
export function completed(query: string, { from, to }: Completions, { insert, type }: Completion): EditedQuery {
  const rest = query.slice(to);
  const own = type === 'value' && rest === '' ? `${insert} ` : insert;
  return { query: `${query.slice(0, from)}${own}${rest}`, cursor: from + own.length };
}

/**
 * The option that is active before the user moves: the first hit, else the first suggestion; while a mistake says that something
 * is missing, what could be it.
 */
export function firstActive(suggestions: number, hits: number, mistakes: number): number {
  return hits > 0 && mistakes === 0 ? suggestions : 0;
}
