import { patternTest } from './pattern.ts';
import type { Term } from './syntax.ts';

/** What a query can ask of a finding. */
export interface FindingInShort {
  /** Id of the rule. */
  readonly rule: string;
  readonly title: string;
  readonly severity: string;
  readonly family: string;
}

/** Whether a term is one of the words of a finding; capitals do not matter. */
export function isFinding(term: Term, words: readonly string[]): boolean {
  const wanted = term.text.toLowerCase();
  const test = term.pattern === undefined ? (word: string) => word === wanted : patternTest(term.pattern);
  return words.some((word) => test(word.toLowerCase()));
}
