import { createCursor, type Cursor } from './cursor.ts';
import { walkNamed } from './grammar.ts';
import type { FieldName, Modifier, Operator, ParsedQuery, Range, Span, Syntax, Term } from './syntax.ts';

/** Longer queries are refused: nobody types them, and they arrive in files and links. */
const MAX_LENGTH = 4000;

// A name counts as one only before an operator; `gs://` and the like are words, but a full name may stand after `id:`.
const NAME = /(?!(?!id:)\w+:\/\/)[\p{L}_][\p{L}\p{N}_-]*(?:\.[\p{L}\p{N}_-]+)*(?=:|!=|[=<>])/uy;
const OPERATOR = /:?(?:!=|<=|>=|[=<>])|:/y;
const MODIFIER = /(?:via|hops|confidence):/iy;
/** Conditions about links, of which only some may count; any other condition is simply joined with a `via:` after it. */
const NARROWED: ReadonlySet<string> = new Set(['crosses', 'shared-by', 'via', 'confidence']);
const NARROWING = /(?:via|confidence):/iy;

/** Makes a condition of one value: a field has several in `state:(failed OR cancelled)`. */
type Make = (operator: Operator, value: Term | Range) => Syntax;
type Read = () => Syntax | undefined;

/**
 * Takes a query apart by recursive descent, one function for each rule of `GRAMMAR`. Never throws: what cannot be read is told as
 * problems, and the tree holds the rest, so that a query that is still being typed finds what it says so far.
 */
export function parseQuery(text: string): ParsedQuery {
  const cursor = createCursor(text);
  if (text.length > MAX_LENGTH) {
    const message = `The query is longer than ${MAX_LENGTH} characters.`;
    cursor.report({ from: MAX_LENGTH, to: text.length }, message, ['a shorter query']);
    return { text, problems: cursor.problems };
  }
  const parts: Syntax[] = [];
  while (cursor.at < text.length) {
    const part = either(cursor);
    if (part !== undefined) parts.push(part);
    // Only a closing parenthesis stops reading before the end.
    if (cursor.at < text.length) {
      cursor.report({ from: cursor.at, to: cursor.at + 1 }, 'This parenthesis was not opened.', OPERANDS);
      cursor.at += 1;
    }
  }
  const tree = combine('all', parts);
  const problems = cursor.problems.toSorted((a, b) => a.from - b.from);
  return { text, ...(tree === undefined ? {} : { tree }), problems };
}

const OPERANDS = ['a condition', 'a word'] as const;

function either(cursor: Cursor): Syntax | undefined {
  return alternatives(cursor, () => both(cursor));
}

/** Items joined by OR, of which those that could not be read are left out. */
function alternatives(cursor: Cursor, read: Read): Syntax | undefined {
  const items: Syntax[] = [];
  const first = read();
  if (first !== undefined) items.push(first);
  for (let joint = cursor.keyword('OR'); joint !== undefined; joint = cursor.keyword('OR')) {
    if (items.length === 0) cursor.report(joint, 'Nothing stands before OR.', OPERANDS);
    const next = read();
    if (next === undefined) cursor.report(joint, 'Nothing stands after OR.', OPERANDS);
    else items.push(next);
  }
  return combine('any', items);
}

/** Items side by side or joined by AND, up to OR or the end. */
function sequence(cursor: Cursor, read: Read): Syntax | undefined {
  const items: Syntax[] = [];
  for (;;) {
    const joint = cursor.keyword('AND');
    if (joint !== undefined && items.length === 0) cursor.report(joint, 'Nothing stands before AND.', OPERANDS);
    if (cursor.isAtEnd() || cursor.isAhead('OR')) {
      if (joint !== undefined && items.length > 0) cursor.report(joint, 'Nothing stands after AND.', OPERANDS);
      return combine('all', items);
    }
    const before = cursor.at;
    const item = read();
    if (item !== undefined) items.push(item);
    else if (cursor.at === before) cursor.at += 1;
  }
}

function both(cursor: Cursor): Syntax | undefined {
  return sequence(cursor, () => negatable(cursor, () => primary(cursor)));
}

/** `notMinus` are signs after which a minus belongs to the value: `-7d`. */
function negatable(cursor: Cursor, read: Read, notMinus = /[\s)-]|^$/): Syntax | undefined {
  cursor.skipBlanks();
  const from = cursor.at;
  const isMinus = cursor.text.charAt(from) === '-' && !notMinus.test(cursor.text.charAt(from + 1));
  if (isMinus) cursor.at += 1;
  else if (cursor.keyword('NOT') === undefined) return read();
  if (cursor.isAtEnd() || cursor.isAhead('OR') || cursor.isAhead('AND')) {
    cursor.report({ from, to: from + 3 }, 'Nothing stands after NOT.', OPERANDS);
    return undefined;
  }
  const item = cursor.deeper(() => negatable(cursor, read, notMinus));
  return item === undefined ? undefined : { type: 'not', item, from, to: item.to };
}

function primary(cursor: Cursor): Syntax | undefined {
  if (cursor.text.charAt(cursor.at) === '(') return parenthesis(cursor, () => either(cursor));
  const from = cursor.at;
  const name = cursor.match(NAME);
  if (name !== undefined) return named(cursor, { text: name, from, to: cursor.at });
  const term = cursor.term();
  return term === undefined ? undefined : { type: 'text', term, from: term.from, to: term.to };
}

function parenthesis(cursor: Cursor, read: Read): Syntax | undefined {
  const from = cursor.at;
  cursor.at += 1;
  const item = cursor.deeper(read);
  cursor.skipBlanks();
  const isClosed = cursor.text.charAt(cursor.at) === ')';
  if (isClosed) cursor.at += 1;
  else cursor.report({ from, to: from + 1 }, 'This parenthesis is not closed.', [')']);
  if (item !== undefined) return { ...item, from, to: cursor.at };
  if (isClosed) cursor.report({ from, to: cursor.at }, 'There is nothing in the parentheses.', OPERANDS);
  return undefined;
}

function named(cursor: Cursor, name: FieldName): Syntax | undefined {
  const operator = readOperator(cursor) ?? ':';
  if (walkNamed(name.text) !== undefined) return links(cursor, name, operator);
  if (cursor.isAtEnd() || cursor.isAhead('OR') || cursor.isAhead('AND')) return missing(cursor, name, 'a value');
  const condition = value(cursor, operator, (compare, operand) => ({
    type: 'field',
    name,
    operator: compare,
    value: operand,
    modifiers: [],
    from: operand.from,
    to: operand.to,
  }));
  const narrowing = NARROWED.has(name.text.toLowerCase()) ? modifiers(cursor, NARROWING) : [];
  if (condition === undefined) return undefined;
  return { ...narrowed(condition, narrowing), from: name.from, to: narrowing.at(-1)?.to ?? condition.to };
}

function links(cursor: Cursor, name: FieldName, operator: Operator): Syntax | undefined {
  const span = { from: name.from, to: cursor.at };
  if (operator !== ':') cursor.report(span, `${name.text} takes a query in parentheses.`, [`${name.text}:(`]);
  if (cursor.isAtEnd()) return missing(cursor, name, 'a query in parentheses');
  const query = cursor.deeper(() => negatable(cursor, () => primary(cursor)));
  const narrowing = modifiers(cursor, MODIFIER);
  if (query === undefined) return undefined;
  return { type: 'links', name, query, modifiers: narrowing, from: name.from, to: narrowing.at(-1)?.to ?? query.to };
}

/** The same modifiers for each of a field's values. */
function narrowed(condition: Syntax, narrowing: readonly Modifier[]): Syntax {
  switch (condition.type) {
    case 'field':
      return { ...condition, modifiers: narrowing };
    case 'not':
      return { ...condition, item: narrowed(condition.item, narrowing) };
    case 'all':
    case 'any':
      return { ...condition, items: condition.items.map((item) => narrowed(item, narrowing)) };
    case 'text':
    case 'links':
      return condition;
  }
}

function missing(cursor: Cursor, name: Span & { readonly text: string }, what: string): undefined {
  cursor.report({ from: name.from, to: name.to + 1 }, `${name.text} lacks ${what}.`, [what]);
}

function readOperator(cursor: Cursor): Operator | undefined {
  // `:>` and `>` are the same.
  return cursor.match(OPERATOR)?.replace(/^:(?=.)/, '') as Operator | undefined;
}

function value(cursor: Cursor, operator: Operator, make: Make): Syntax | undefined {
  cursor.skipBlanks();
  if (cursor.text.charAt(cursor.at) === '(') {
    return parenthesis(cursor, () =>
      alternatives(cursor, () =>
        sequence(cursor, () =>
          negatable(cursor, () => value(cursor, readOperator(cursor) ?? operator, make), /[\s\d)-]|^$/),
        ),
      ),
    );
  }
  if (cursor.text.charAt(cursor.at) === '[') {
    const range = readRange(cursor);
    return range === undefined ? undefined : make(operator, range);
  }
  const term = cursor.term();
  if (term !== undefined) return make(operator, term);
  cursor.report({ from: cursor.at, to: cursor.at + 1 }, 'A value is missing here.', ['a value']);
  return undefined;
}

function readRange(cursor: Cursor): Range | undefined {
  const from = cursor.at;
  cursor.at += 1;
  const low = bound(cursor);
  const high = cursor.keyword('TO') === undefined ? undefined : bound(cursor);
  cursor.skipBlanks();
  const isClosed = cursor.text.charAt(cursor.at) === ']';
  if (isClosed) cursor.at += 1;
  if (isClosed && low !== undefined && high !== undefined) {
    return { from, to: cursor.at, ...(isOpen(low) ? {} : { low }), ...(isOpen(high) ? {} : { high }) };
  }
  cursor.report({ from, to: cursor.at }, 'A range is written [LOW TO HIGH]; * is an open end.', ['[LOW TO HIGH]']);
  return undefined;
}

function bound(cursor: Cursor): Term | undefined {
  cursor.skipBlanks();
  return cursor.isAhead('TO') ? undefined : cursor.term(']');
}

function isOpen(term: Term): boolean {
  return !term.isQuoted && term.text === '*';
}

function modifiers(cursor: Cursor, wanted: RegExp): Modifier[] {
  const found: Modifier[] = [];
  for (;;) {
    const before = cursor.at;
    cursor.skipBlanks();
    const from = cursor.at;
    const name = cursor.match(wanted)?.slice(0, -1);
    if (name === undefined) {
      cursor.at = before;
      return found;
    }
    const values = modifierValues(cursor, { text: name, from, to: cursor.at - 1 });
    found.push({ name: name.toLowerCase() as Modifier['name'], values, from, to: cursor.at });
  }
}

function modifierValues(cursor: Cursor, name: FieldName): Term[] {
  cursor.skipBlanks();
  const terms: Term[] = [];
  const one: Read = () => {
    const term = cursor.term();
    if (term === undefined) return undefined;
    terms.push(term);
    return { type: 'text', term, from: term.from, to: term.to };
  };
  if (cursor.text.charAt(cursor.at) === '(')
    parenthesis(cursor, () => alternatives(cursor, () => sequence(cursor, one)));
  else if (one() === undefined) missing(cursor, name, 'a value');
  return terms;
}

function combine(type: 'all' | 'any', items: readonly Syntax[]): Syntax | undefined {
  const [first] = items;
  if (first === undefined || items.length === 1) return first;
  return { type, items, from: first.from, to: items.at(-1)?.to ?? first.to };
}
