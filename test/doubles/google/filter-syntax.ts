import { invalidArgument } from './api-failure.ts';

/** A filter as read: https://google.aip.dev/160, the part that the list methods take. */
export type Filter =
  | { readonly type: 'all' | 'any'; readonly parts: readonly Filter[] }
  | { readonly type: 'not'; readonly part: Filter }
  | { readonly type: 'restriction'; readonly field: string; readonly operator: Operator; readonly value: string };

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | ':' | 'present';

/** Reads a filter; throws INVALID_ARGUMENT where it fits no grammar. OR binds more tightly than AND. */
export function parseFilter(text: string): Filter {
  const source = new Source(text);
  const filter = readAll(source);
  if (!source.atEnd()) {
    throw source.error();
  }
  return filter;
}

function readAll(source: Source): Filter {
  const parts = [readAny(source)];
  while (!source.atEnd() && !source.sees(/\)/u)) {
    source.take(/AND\b/u);
    parts.push(readAny(source));
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { type: 'all', parts };
}

function readAny(source: Source): Filter {
  const parts = [readTerm(source)];
  while (source.take(/OR\b/u) !== undefined) {
    parts.push(readTerm(source));
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { type: 'any', parts };
}

function readTerm(source: Source): Filter {
  if (source.take(/NOT\b|-/u) !== undefined) {
    return { type: 'not', part: readTerm(source) };
  }
  if (source.take(/\(/u) !== undefined) {
    const filter = readAll(source);
    source.demand(/\)/u);
    return filter;
  }
  return readRestriction(source);
}

function readRestriction(source: Source): Filter {
  const field = source.demand(/[A-Za-z_][\w]*(?:\.(?:[\w-]+|"(?:[^"\\]|\\.)*"))*/u);
  const operator = source.demand(/!=|<=|>=|[=<>:]/u);
  const value = unquote(source.demand(/"(?:[^"\\]|\\.)*"|[^\s()"]+/u));
  if (!isOperator(operator)) {
    throw source.error();
  }
  return operator === ':' && value === '*'
    ? { type: 'restriction', field, operator: 'present', value }
    : { type: 'restriction', field, operator, value };
}

function isOperator(text: string): text is Operator {
  return ['=', '!=', '<', '<=', '>', '>=', ':'].includes(text);
}

function unquote(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replaceAll(/\\(.)/gu, '$1') : text;
}

/** The text and how far it has been read; white space before a part is passed over. */
class Source {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
    this.#skipSpace();
  }

  atEnd(): boolean {
    return this.#position >= this.#text.length;
  }

  sees(pattern: RegExp): boolean {
    return this.#match(pattern) !== undefined;
  }

  take(pattern: RegExp): string | undefined {
    const found = this.#match(pattern);
    if (found !== undefined) {
      this.#position += found.length;
      this.#skipSpace();
    }
    return found;
  }

  demand(pattern: RegExp): string {
    const found = this.take(pattern);
    if (found === undefined) {
      throw this.error();
    }
    return found;
  }

  error(): Error {
    return invalidArgument(`Invalid filter: syntax error at position ${this.#position} of ${this.#text}`, 'filter');
  }

  #match(pattern: RegExp): string | undefined {
    const sticky = new RegExp(pattern.source, 'uy');
    sticky.lastIndex = this.#position;
    return sticky.exec(this.#text)?.[0];
  }

  #skipSpace(): void {
    this.#position += /^\s*/u.exec(this.#text.slice(this.#position))?.[0].length ?? 0;
  }
}
