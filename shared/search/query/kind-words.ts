import { KINDS, type KindId } from '../../kinds/index.ts';
import { patternTest } from './pattern.ts';
import type { Term } from './syntax.ts';

/** The word by which completion and reference call each kind: the shortest that means no other kind. */
const WORDS: ReadonlyMap<KindId, readonly string[]> = new Map(
  KINDS.map((kind): [KindId, readonly string[]] => [
    kind.id,
    [
      ...new Set([
        ...(kind.words ?? []),
        hyphenated(kind.title),
        hyphenated(kind.plural),
        kind.id.replace(/^gcp-/, ''),
        kind.collection.toLowerCase(),
        kind.id,
      ]),
    ],
  ]),
);

function hyphenated(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, '-');
}

/** Kinds a value of `kind:` means: by word, title, plural, collection or id; several where a pattern or a collection names several. */
export function kindsOf(term: Term): KindId[] {
  const test = term.pattern === undefined ? undefined : patternTest(term.pattern);
  const wanted = hyphenated(term.text);
  return KINDS.map(({ id }) => id).filter((id) =>
    (WORDS.get(id) ?? []).some((word) => (test === undefined ? word === wanted : test(word))),
  );
}

/** The word to write for a kind: `job`, `bucket`, `key-ring`. */
export function kindWord(id: KindId): string {
  const own = (WORDS.get(id) ?? []).filter((word) => isOwn(id, word));
  return own[0] ?? id;
}

function isOwn(id: KindId, word: string): boolean {
  return KINDS.every((kind) => kind.id === id || !(WORDS.get(kind.id) ?? []).includes(word));
}

/** All words of all kinds, for suggestions. */
export function allKindWords(): string[] {
  return [...new Set([...WORDS.values()].flat())];
}
