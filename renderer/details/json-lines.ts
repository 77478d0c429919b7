import { isJsonObject, type JsonValue } from '../../shared/json.ts';

/** First and last line (0-based, both included) of a value in indented JSON. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** A match of the search in a document: line, and half-open character range in it. */
export interface LineMatch {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Most matches counted; a search for "e" in a large document must not freeze the window. */
export const MAX_MATCHES = 5000;

/**
 * Returns the lines at which the value at `path` stands in `JSON.stringify(value, null, 2)`. Where the path leads nowhere (a
 * field that is absent), the nearest place above it. `path` is written as by `formatPath` in `shared/links/field-path.ts`.
 */
export function linesOfPath(value: JsonValue, path: string): LineRange {
  let place = value;
  let first = 0;
  for (const step of stepsOf(path)) {
    const children = childrenOf(place);
    const index = children.findIndex(([key]) => key === step);
    const child = children[index];
    if (child === undefined) break;
    // The opening bracket, then everything of the siblings before.
    first += 1 + children.slice(0, index).reduce((lines, [, sibling]) => lines + lineCount(sibling), 0);
    place = child[1];
  }
  return { first, last: first + lineCount(place) - 1 };
}

/** Whether the document has a field at `path`. Where it has not, that may be the evidence. */
export function hasPath(value: JsonValue, path: string): boolean {
  let place: JsonValue | undefined = value;
  for (const step of stepsOf(path)) {
    place = childrenOf(place).find(([key]) => key === step)?.[1];
    if (place === undefined) return false;
  }
  return true;
}

/** Returns where `query` stands in the lines, upper and lower case alike. */
export function findInLines(lines: readonly string[], query: string): readonly LineMatch[] {
  const wanted = query.toLowerCase();
  const matches: LineMatch[] = [];
  if (wanted === '') return matches;
  for (const [line, text] of lines.entries()) {
    const lower = text.toLowerCase();
    for (let start = lower.indexOf(wanted); start !== -1; start = lower.indexOf(wanted, start + wanted.length)) {
      if (matches.length === MAX_MATCHES) return matches;
      matches.push({ line, start, end: start + wanted.length });
    }
  }
  return matches;
}

function stepsOf(path: string): readonly string[] {
  return [...path.matchAll(/\["((?:\\.|[^"\\])*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(([, quoted, index, name]) =>
    quoted === undefined ? (index ?? name ?? '') : unquoted(quoted),
  );
}

function unquoted(text: string): string {
  const parsed: unknown = JSON.parse(`"${text}"`);
  return String(parsed);
}

function childrenOf(value: JsonValue): readonly (readonly [string, JsonValue])[] {
  if (Array.isArray(value)) {
    const items: readonly JsonValue[] = value;
    return items.map((item, index) => [String(index), item]);
  }
  return isJsonObject(value) ? Object.entries(value) : [];
}

function lineCount(value: JsonValue): number {
  const children = childrenOf(value);
  return children.length === 0 ? 1 : children.reduce((lines, [, child]) => lines + lineCount(child), 2);
}
