import { findField } from './fields.ts';
import { parseQuery } from './parse.ts';
import { quoteTerm } from './read-term.ts';
import type { Span, Syntax, Term } from './syntax.ts';

/** A condition that stands beside others at the top of a query, as a chip shows it. */
export interface Condition extends Span {
  /** As it is written. */
  readonly text: string;
  /** Field of a condition that asks for one value or one of several; absent for any other. */
  readonly field?: string;
  readonly values?: readonly string[];
  /** The values as they are written, wildcards and quotes and all. */
  readonly writtenValues?: readonly string[];
  readonly isNegated: boolean;
}

/** The conditions of a query that must all hold, in its order; none where it is plain words or cannot be read. */
export function conditionsOf(text: string): readonly Condition[] {
  const { tree } = parseQuery(text);
  if (tree === undefined) return [];
  const parts = tree.type === 'all' && !isEnclosed(text, tree) ? tree.items : [tree];
  return parts.flatMap((part) => (isWord(part) ? [] : [conditionOf(text, part)]));
}

function isEnclosed(text: string, { from }: Span): boolean {
  return text.charAt(from) === '(';
}

function isWord(syntax: Syntax): boolean {
  return syntax.type === 'text' && !syntax.term.isQuoted && syntax.term.pattern === undefined && !syntax.term.isFuzzy;
}

function conditionOf(text: string, syntax: Syntax): Condition {
  const isNegated = syntax.type === 'not';
  const { from, to } = syntax;
  const asked = valuesAsked(isNegated ? syntax.item : syntax);
  const written = { from, to, text: text.slice(from, to), isNegated };
  if (asked === undefined) return written;
  const { field, values } = asked;
  const writtenValues = values.map((term) => text.slice(term.from, term.to));
  return { ...written, field, values: values.map((term) => term.text), writtenValues };
}

/** The field and values of a condition such as `kind:job` or `state:(failed OR cancelled)`. */
function valuesAsked(syntax: Syntax): { readonly field: string; readonly values: readonly Term[] } | undefined {
  const items = syntax.type === 'any' ? syntax.items : [syntax];
  const terms: Term[] = [];
  let field: string | undefined;
  for (const item of items) {
    if (item.type !== 'field' || item.operator !== ':' || !('text' in item.value)) return undefined;
    const name = nameOf(item.name.text);
    if (field !== undefined && field !== name) return undefined;
    field = name;
    terms.push(item.value);
  }
  return field === undefined ? undefined : { field, values: terms };
}

/** One name for all spellings of a field. */
function nameOf(written: string): string {
  return findField(written)?.name ?? written.toLowerCase();
}

/** Whether a query asks for a value of a field, alone or among others. */
export function hasValue(text: string, field: string, value: string): boolean {
  return conditionsOf(text).some(
    (condition) => !condition.isNegated && condition.field === nameOf(field) && isAmong(condition.values, value),
  );
}

function isAmong(values: readonly string[] = [], value: string): boolean {
  return values.some((other) => other.toLowerCase() === value.toLowerCase());
}

/** The query with a value of a field asked for, or no more; several values of a field are alternatives. */
export function toggleValue(text: string, field: string, value: string): string {
  const name = nameOf(field);
  const condition = conditionsOf(text).find((each) => each.field === name && !each.isNegated);
  if (condition === undefined) return joined(text, write(field, [quoteTerm(value)]));
  const { values = [], writtenValues = [] } = condition;
  const next = isAmong(values, value)
    ? writtenValues.filter((_written, index) => values[index]?.toLowerCase() !== value.toLowerCase())
    : [...writtenValues, quoteTerm(value)];
  return next.length === 0 ? withoutSpan(text, condition) : replaced(text, condition, write(field, next));
}

/** Whether a query has a condition, as it is written. */
export function hasCondition(text: string, condition: string): boolean {
  return conditionsOf(text).some((each) => each.text === condition);
}

/** The query with a condition, or without it where it has it. */
export function toggleCondition(text: string, condition: string): string {
  const known = conditionsOf(text).find((each) => each.text === condition);
  return known === undefined ? joined(text, condition) : withoutSpan(text, known);
}

/** The query without one of its conditions. */
export function withoutSpan(text: string, { from, to }: Span): string {
  const before = text.slice(0, from).replace(/(?:^|\s)AND\s*$/, ' ');
  const after = before.trim() === '' ? text.slice(to).replace(/^\s*AND\s/, ' ') : text.slice(to);
  return `${before.trimEnd()} ${after.trimStart()}`.trim();
}

/** The query with a condition that is negated, or no more. */
export function negated(text: string, condition: Condition): string {
  const own = condition.isNegated ? condition.text.replace(/^(?:-|NOT\s+)/, '') : `-${condition.text}`;
  return replaced(text, condition, own);
}

function replaced(text: string, { from, to }: Span, own: string): string {
  return `${text.slice(0, from)}${own}${text.slice(to)}`;
}

function write(field: string, values: readonly string[]): string {
  return values.length === 1 ? `${field}:${values.join('')}` : `${field}:(${values.join(' OR ')})`;
}

/** A further condition beside a query; alternatives that it would be taken into are put in parentheses first. */
function joined(text: string, condition: string): string {
  const own = text.trim();
  if (own === '') return condition;
  const beside = `${own} ${condition}`;
  return parseQuery(beside).tree?.type === 'any' ? `(${own}) ${condition}` : beside;
}
