import { readQuoted, readWord } from './read-term.ts';
import type { QueryProblem, Span, Term } from './syntax.ts';

/** Deeper parentheses are refused: reading is recursive. */
const MAX_DEPTH = 40;

/** Where reading stands in the text of a query, with the steps that all rules share. */
export interface Cursor {
  readonly text: string;
  /** Place of the next character. */
  at: number;
  readonly problems: QueryProblem[];
  report(span: Span, message: string, expected: readonly string[]): void;
  skipBlanks(): void;
  /** Steps over a word in capitals; undefined, and no step, where something else stands. */
  keyword(word: string): Span | undefined;
  /** Whether the word comes next. */
  isAhead(word: string): boolean;
  /** Whether the text or the parentheses end here. */
  isAtEnd(): boolean;
  /** Steps over what the sticky expression matches here. */
  match(expression: RegExp): string | undefined;
  /** Steps over a word or quoted text; `ends` are further characters that end a word. */
  term(ends?: string): Term | undefined;
  /** Reads one level deeper, or refuses the rest of the text. */
  deeper<Item>(read: () => Item | undefined): Item | undefined;
}

/** Starts at the beginning of a text. */
export function createCursor(text: string): Cursor {
  let depth = 0;
  const cursor: Cursor = {
    text,
    at: 0,
    problems: [],
    report: ({ from, to }, message, expected) => {
      cursor.problems.push({ from, to, message, expected });
    },
    skipBlanks: () => {
      while (cursor.at < text.length && /\s/.test(text.charAt(cursor.at))) cursor.at += 1;
    },
    keyword: (word) => {
      cursor.skipBlanks();
      const from = cursor.at;
      const to = from + word.length;
      if (!text.startsWith(word, from) || !/^(?:$|[\s()"\]])/.test(text.slice(to, to + 1))) return undefined;
      cursor.at = to;
      return { from, to };
    },
    isAhead: (word) => {
      const before = cursor.at;
      const isFound = cursor.keyword(word) !== undefined;
      cursor.at = before;
      return isFound;
    },
    isAtEnd: () => {
      cursor.skipBlanks();
      return cursor.at >= text.length || text.charAt(cursor.at) === ')';
    },
    match: (expression) => {
      expression.lastIndex = cursor.at;
      const found = expression.exec(text)?.[0];
      cursor.at += found?.length ?? 0;
      return found;
    },
    term: (ends = '') => {
      const reading = text.charAt(cursor.at) === '"' ? readQuoted(text, cursor.at) : readWord(text, cursor.at, ends);
      if (reading === undefined) return undefined;
      cursor.at = reading.term.to;
      if (reading.problem !== undefined) cursor.problems.push(reading.problem);
      return reading.term;
    },
    deeper: (read) => {
      if (depth >= MAX_DEPTH) {
        const message = `Parentheses and negations are nested deeper than ${MAX_DEPTH}.`;
        cursor.report({ from: cursor.at, to: text.length }, message, ['a simpler query']);
        cursor.at = text.length;
        return undefined;
      }
      depth += 1;
      const item = read();
      depth -= 1;
      return item;
    },
  };
  return cursor;
}
