import type { SearchIndex } from './search-index.ts';
import { isWordEnd, isWordStart } from './text.ts';

/** Terms of fewer letters are in nearly every text: they are looked for at the start of words only. */
const LEAST_SUBSTRING = 3;

/** How well a text holds a term; the qualities of a hit, with whole words told apart from beginnings of words. */
export const SUBSTRING = 1;
const WORD_PREFIX = 2;
export const WHOLE_WORD = 3;
const TEXT_PREFIX = 4;
export const WHOLE_TEXT = 5;

/** Best match per node: its score (0: none) and the text that has it. */
export interface Matches {
  readonly scores: Uint8Array;
  readonly texts: Int32Array;
}

/** Finds the nodes that have a term, in lower case, in one of their texts. */
export function matchTerm(index: SearchIndex, term: string): Matches {
  const scores = new Uint8Array(index.nodes.length);
  const texts = new Int32Array(index.nodes.length);
  if (term.length < LEAST_SUBSTRING) matchWordStarts(index, term, scores, texts);
  else matchAnywhere(index, term, scores, texts);
  return { scores, texts };
}

function matchAnywhere(index: SearchIndex, term: string, scores: Uint8Array, texts: Int32Array): void {
  const { lower, starts } = index;
  let position = lower.indexOf(term);
  let text = 0;
  while (position >= 0) {
    text = textAt(starts, position, text);
    const start = starts[text] ?? 0;
    const end = (starts[text + 1] ?? 0) - 1;
    let best = rate(index, start, end, position, term.length);
    // A later place in the same text may be better, but not better than a whole word.
    let next = lower.indexOf(term, best < WHOLE_WORD ? position + 1 : end);
    while (next >= 0 && next < end) {
      best = Math.max(best, rate(index, start, end, next, term.length));
      next = lower.indexOf(term, best < WHOLE_WORD ? next + 1 : end);
    }
    credit(index, text, best, scores, texts);
    position = next;
  }
}

function matchWordStarts(index: SearchIndex, term: string, scores: Uint8Array, texts: Int32Array): void {
  const { lower, starts, wordStarts } = index;
  const first = term.charCodeAt(0);
  let text = 0;
  for (const position of wordStarts) {
    if (lower.charCodeAt(position) !== first || !lower.startsWith(term, position)) continue;
    text = textAt(starts, position, text);
    const quality = rate(index, starts[text] ?? 0, (starts[text + 1] ?? 0) - 1, position, term.length);
    credit(index, text, quality, scores, texts);
  }
}

/** Number of the text that holds a position: the last that starts at or before it. Positions come in ascending order. */
export function textAt(starts: Int32Array, position: number, from: number): number {
  if (position < (starts[from + 1] ?? Infinity)) return from;
  let low = from + 1;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

function rate(index: SearchIndex, start: number, end: number, position: number, length: number): number {
  const { text } = index;
  if (position === start) return position + length === end ? WHOLE_TEXT : TEXT_PREFIX;
  if (!isWordStart(text, position)) return SUBSTRING;
  return isWordEnd(text, position + length) ? WHOLE_WORD : WORD_PREFIX;
}

/** Gives the owners of a text the score of a match in it, if they have none that is better. */
export function credit(index: SearchIndex, text: number, quality: number, scores: Uint8Array, texts: Int32Array): void {
  const score = quality * 4 + (index.weightOf[text] ?? 0);
  const end = index.ownerOffsets[text + 1] ?? 0;
  for (let place = index.ownerOffsets[text] ?? 0; place < end; place += 1) {
    const node = index.owners[place] ?? 0;
    if (score > (scores[node] ?? 0)) {
      scores[node] = score;
      texts[node] = text;
    }
  }
}
