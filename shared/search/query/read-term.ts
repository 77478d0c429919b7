import type { PatternPart, QueryProblem, Term } from './syntax.ts';

/** A term and where reading goes on. */
export interface TermReading {
  readonly term: Term;
  readonly problem?: QueryProblem;
}

/** Ends a word unless it is escaped. */
const WORD_END = /[\s()"]/;

/** Reads a quoted text from its opening quote on. A quote that is not closed is a problem; the rest of the query is in it then. */
export function readQuoted(text: string, from: number): TermReading {
  let content = '';
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') {
      return { term: { from, to: at + 1, text: content, isQuoted: true, isFuzzy: false } };
    }
    if (character === '\\' && at + 1 < text.length) at += 1;
    content += text.charAt(at);
  }
  return {
    term: { from, to: text.length, text: content, isQuoted: true, isFuzzy: false },
    problem: {
      from,
      to: text.length,
      message: 'This quotation has no end.',
      expected: ['"'],
      suggestion: `${text.slice(from)}"`,
    },
  };
}

/** Reads a word up to a blank, a quote or a parenthesis; `ends` are further characters that end it. Undefined where there is none. */
export function readWord(text: string, from: number, ends = ''): TermReading | undefined {
  const parts: PatternPart[] = [];
  let literal = '';
  let shown = '';
  let hasWildcard = false;
  let isFuzzy = false;
  let at = from;
  for (; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (WORD_END.test(character) || ends.includes(character)) break;
    if (character === '\\' && at + 1 < text.length) {
      at += 1;
      literal += text.charAt(at);
      shown += text.charAt(at);
    } else if (character === '*' || character === '?') {
      if (literal !== '') parts.push({ literal });
      literal = '';
      parts.push({ wildcard: character === '*' ? 'any' : 'one' });
      shown += character;
      hasWildcard = true;
    } else if (character === '~' && at > from && isEnd(text, at + 1, ends)) {
      isFuzzy = true;
    } else {
      literal += character;
      shown += character;
    }
  }
  if (at === from) return undefined;
  if (literal !== '') parts.push({ literal });
  const span = { from, to: at };
  const term: Term = {
    ...span,
    text: shown,
    isQuoted: false,
    isFuzzy: isFuzzy && !hasWildcard,
    ...(hasWildcard ? { pattern: parts } : {}),
  };
  if (!isFuzzy || !hasWildcard) return { term };
  return {
    term,
    problem: { ...span, message: 'A word with * or ? cannot be fuzzy too.', expected: ['a word without ~'] },
  };
}

function isEnd(text: string, at: number, ends: string): boolean {
  return at >= text.length || WORD_END.test(text.charAt(at)) || ends.includes(text.charAt(at));
}

/** A text as a term of the language: quoted wherever it would be read in another way. */
export function quoteTerm(text: string): string {
  const isPlain = /^[^\s()"\\*?~:<>=![\]-][^\s()"\\*?~]*$/.test(text) && !/^(?:AND|OR|NOT|TO)$/.test(text);
  return isPlain ? text : `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}
