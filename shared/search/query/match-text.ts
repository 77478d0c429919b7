import { credit, type Matches, matchTerm, textAt, WHOLE_WORD, SUBSTRING } from '../match-term.ts';
import type { SearchIndex } from '../search-index.ts';
import { isWordEnd, isWordStart, lowerCase } from '../text.ts';
import { isNear } from './near-word.ts';
import { anywhere, patternTest } from './pattern.ts';
import type { Term } from './syntax.ts';

/** Most words one letter away that are tried, commonest first; each costs a pass over all texts. */
const MOST_NEAR = 16;

/** Finds the nodes that have a word, quoted words or a pattern in one of their texts, and in which. */
export function matchText(index: SearchIndex, term: Term): Matches {
  const wanted = lowerCase(term.text);
  if (term.pattern !== undefined) return matchPattern(index, term.pattern);
  if (term.isQuoted) return matchPhrase(index, wanted);
  return term.isFuzzy ? matchFuzzy(index, wanted) : matchTerm(index, wanted);
}

function noMatches(index: SearchIndex): Matches {
  return { scores: new Uint8Array(index.nodes.length), texts: new Int32Array(index.nodes.length) };
}

/** The words one after the other, as whole words; a blank between them stands for any separators. */
function matchPhrase(index: SearchIndex, wanted: string): Matches {
  const matches = noMatches(index);
  const [first, ...others] = wanted.split(/\s+/).filter((word) => word !== '');
  if (first === undefined) return matches;
  let text = 0;
  for (let at = index.lower.indexOf(first); at >= 0; at = index.lower.indexOf(first, at + 1)) {
    if (!isWordStart(index.text, at)) continue;
    let end = at + first.length;
    for (const word of others) end = end < 0 ? end : wordAfter(index, word, end);
    if (end < 0 || !isWordEnd(index.text, end)) continue;
    text = textAt(index.starts, at, text);
    credit(index, text, WHOLE_WORD, matches.scores, matches.texts);
  }
  return matches;
}

/** Most signs between two words that stand side by side. */
const MOST_SEPARATORS = 3;

/** End of a word that follows at a place after separators; -1 where another follows. */
function wordAfter({ lower }: SearchIndex, word: string, from: number): number {
  for (let at = from; at <= from + MOST_SEPARATORS && lower[at - 1] !== '\n'; at += 1) {
    if (at > from && lower.startsWith(word, at)) return at + word.length;
    if (/[\p{L}\p{N}\n]/u.test(lower.charAt(at))) return -1;
  }
  return -1;
}

function matchPattern(index: SearchIndex, pattern: NonNullable<Term['pattern']>): Matches {
  const matches = noMatches(index);
  const test = patternTest(anywhere(pattern));
  const literal = lowerCase(longestLiteral(pattern));
  let text = 0;
  // Only texts that hold the pattern's longest part are looked at.
  for (
    let at = index.lower.indexOf(literal);
    at >= 0 && at < index.lower.length;
    at = index.lower.indexOf(literal, at)
  ) {
    text = textAt(index.starts, at, text);
    const end = index.starts[text + 1] ?? index.lower.length;
    if (test(index.lower.slice(index.starts[text] ?? 0, end - 1))) {
      credit(index, text, SUBSTRING, matches.scores, matches.texts);
    }
    at = Math.max(at + 1, end);
  }
  return matches;
}

function longestLiteral(pattern: NonNullable<Term['pattern']>): string {
  const literals = pattern.map((part) => ('literal' in part ? part.literal : ''));
  return literals.reduce((longest, literal) => (literal.length > longest.length ? literal : longest), '');
}

/** The word itself and every word one letter away from it. */
function matchFuzzy(index: SearchIndex, wanted: string): Matches {
  const matches = matchTerm(index, wanted);
  const near = index
    .vocabulary()
    .filter((word) => word !== wanted && isNear(word, wanted))
    .slice(0, MOST_NEAR);
  for (const word of near) {
    const others = matchTerm(index, word);
    others.scores.forEach((score, node) => {
      if (score > (matches.scores[node] ?? 0)) {
        matches.scores[node] = score;
        matches.texts[node] = others.texts[node] ?? 0;
      }
    });
  }
  return matches;
}
