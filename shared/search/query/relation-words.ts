import { KINDS } from '../../kinds/index.ts';
import type { Confidence, RelationId } from '../../kinds/kind.ts';
import { RELATIONS } from '../../links/relations.ts';
import { fieldNames, findField } from './fields.ts';
import { HAS_RELATIONS } from './field-words.ts';
import { kindsOf, kindWord } from './kind-words.ts';
import { patternTest } from './pattern.ts';
import type { Possession } from './plan.ts';
import type { Term } from './syntax.ts';

const CONFIDENCES: readonly Confidence[] = ['exact', 'derived', 'heuristic'];

/** Ids of all relations, in their own order. */
export function relationNames(): RelationId[] {
  return Object.keys(RELATIONS) as RelationId[];
}

/** Relations a text means: by id (`RUNS_AS`, `runs-as`) or label (`"runs as"`), several by a pattern; undefined where none. */
export function relationsNamed(term: Term): RelationId[] | undefined {
  const wanted = plain(term.text);
  const test = term.pattern === undefined ? undefined : patternTest(term.pattern);
  const found = relationNames().filter((id) =>
    test === undefined
      ? plain(id) === wanted || plain(RELATIONS[id].label) === wanted
      : test(id.toLowerCase()) || test(id.toLowerCase().replaceAll('_', '-')),
  );
  return found.length === 0 ? undefined : found;
}

/** The confidence a text names. */
export function confidenceNamed(text: string): Confidence | undefined {
  return CONFIDENCES.find((confidence) => confidence === text.toLowerCase());
}

/** What `has:` asks for: a word of its own, a relation, a kind, or a field. */
export function possessionNamed(text: string): Possession | undefined {
  const lower = text.toLowerCase();
  if (lower === 'finding' || lower === 'findings') return { type: 'finding' };
  for (const [word, relations] of HAS_RELATIONS) {
    if (word.toLowerCase() === lower) return { type: 'relations', relations: new Set(relations) };
  }
  const term: Term = { text, isQuoted: true, isFuzzy: false, from: 0, to: 0 };
  const relations = relationsNamed(term);
  if (relations !== undefined) return { type: 'relations', relations: new Set(relations) };
  const field = findField(text);
  const isValue = field !== undefined && 'type' in field;
  // `has:project` asks for the project a resource lies in, not for a link to a project.
  if (isValue && field.source !== 'fact') return { type: 'value', field };
  if (field?.source === 'target' && 'kind' in field) return { type: 'target', kinds: new Set([field.kind]) };
  const kinds = kindsOf(term);
  if (kinds.length > 0) return { type: 'target', kinds: new Set(kinds) };
  return isValue ? { type: 'value', field } : undefined;
}

/** What may stand after `has:`, commonest first. */
export function possessionNames(): string[] {
  return [
    ...new Set([
      ...HAS_RELATIONS.keys(),
      'labels',
      'finding',
      ...KINDS.map(({ id }) => kindWord(id)),
      ...fieldNames().filter((name) => possessionNamed(name) !== undefined),
    ]),
  ];
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[-_\s]/g, '');
}
