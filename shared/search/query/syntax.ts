/** A place in the query's text: half-open, in UTF-16 units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is wrong at a place of a query, and what would be right there. */
export interface QueryProblem extends Span {
  readonly message: string;
  /** What could stand there, for people: `a value`, `")"`, names of fields. */
  readonly expected: readonly string[];
  /** Text that, put in the place of the span, probably says what was meant. */
  readonly suggestion?: string;
}

/** A part of a pattern: text that stands as it is, any text (`*`), or any one character (`?`). */
export type PatternPart = { readonly literal: string } | { readonly wildcard: 'any' | 'one' };

/** A word or quoted text as it was meant: escapes undone, wildcards told apart from characters. */
export interface Term extends Span {
  /** Without quotes, escapes, and the `~` of a fuzzy word; wildcards stand as `*` and `?`. */
  readonly text: string;
  readonly isQuoted: boolean;
  /** `word~`: one letter may be wrong. */
  readonly isFuzzy: boolean;
  /** Present where the term has wildcards. */
  readonly pattern?: readonly PatternPart[];
}

/** How a value is compared. `:` is the field's own way; `=` the whole value; `!=` a value that is another one. */
export type Operator = ':' | '=' | '!=' | '<' | '<=' | '>' | '>=';

/** `[low TO high]`, both included; an absent end is open. */
export interface Range extends Span {
  readonly low?: Term;
  readonly high?: Term;
}

/** `via:`, `hops:` and `confidence:` right after a question about links narrow the links it follows. */
export interface Modifier extends Span {
  readonly name: 'via' | 'hops' | 'confidence';
  readonly values: readonly Term[];
}

/** Name of a field as it was written. */
export interface FieldName extends Span {
  readonly text: string;
}

/** A query, taken apart; what its names mean is not looked at. */
export type Syntax =
  | ({ readonly type: 'all' | 'any'; readonly items: readonly Syntax[] } & Span)
  | ({ readonly type: 'not'; readonly item: Syntax } & Span)
  | ({ readonly type: 'text'; readonly term: Term } & Span)
  | ({
      readonly type: 'field';
      readonly name: FieldName;
      readonly operator: Operator;
      readonly value: Term | Range;
      readonly modifiers: readonly Modifier[];
    } & Span)
  | ({
      readonly type: 'links';
      readonly name: FieldName;
      readonly query: Syntax;
      readonly modifiers: readonly Modifier[];
    } & Span);

/** A query that was read as far as it can be; without `tree` there is nothing to ask. */
export interface ParsedQuery {
  readonly text: string;
  readonly tree?: Syntax;
  /** In the order of the text; empty when all of it was understood. */
  readonly problems: readonly QueryProblem[];
}
