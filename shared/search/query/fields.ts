import { KINDS, type KindId } from '../../kinds/index.ts';
import type { FieldPath, FieldSpec, RelationId } from '../../kinds/kind.ts';
import { pathSteps } from '../../links/field-path.ts';
import { RELATIONS } from '../../links/relations.ts';
import { COMMON_FIELDS, FACT_ALIASES, VAGUE_NAMES } from './field-words.ts';
import { PREDICATES, WALKS } from './grammar.ts';

/** One place of a kind's documents in which a field's values stand. */
export interface FactPlace {
  readonly kind: KindId;
  readonly path: FieldPath;
  readonly steps: readonly string[];
}

/** How values are compared. `whole`: the whole value. `words`: whole words of it. `mark`: whole, with any separator. */
export type ValueType = 'whole' | 'words' | 'mark' | 'state' | 'time' | 'number' | 'duration' | 'bytes';

/** A field whose values resources have themselves. */
export type ValueField = { readonly name: string; readonly type: ValueType } & (
  | { readonly source: 'state' | 'project' | 'location' | 'title' }
  | { readonly source: 'mark' | 'note' }
  | { readonly source: 'label'; readonly key?: string }
  | { readonly source: 'time'; readonly which: 'created' | 'started' | 'ended' | 'updated' }
  | { readonly source: 'fact'; readonly label: string; readonly places: readonly FactPlace[] }
);

/** What the name of a condition can mean. */
export type Field =
  | { readonly source: 'kind' | 'id'; readonly name: string }
  | { readonly source: 'target'; readonly name: string; readonly kind: KindId }
  | { readonly source: 'target'; readonly name: string; readonly relation: RelationId }
  | { readonly source: 'predicate'; readonly name: keyof typeof PREDICATES }
  | ValueField;

const TIMES: ReadonlyMap<string, 'created' | 'started' | 'ended' | 'updated'> = new Map([
  ['created', 'created'],
  ['started', 'started'],
  ['ended', 'ended'],
  ['updated', 'updated'],
]);

const FORMATS: ReadonlyMap<FieldSpec['format'], ValueType> = new Map<FieldSpec['format'], ValueType>([
  ['time', 'time'],
  ['duration', 'duration'],
  ['bytes', 'bytes'],
  ['count', 'number'],
]);

/** Names in lower case that mean the same whatever the documents hold. */
const fixed: ReadonlyMap<string, Field> = new Map<string, Field>([
  ...Object.keys(RELATIONS).flatMap((relation): [string, Field][] => {
    const field: Field = { source: 'target', name: relation, relation: relation as RelationId };
    return [
      [relation.toLowerCase(), field],
      [relation.toLowerCase().replaceAll('_', '-'), field],
      [relation.toLowerCase().replaceAll('_', ''), field],
    ];
  }),
  ...KINDS.flatMap(({ id, searchWord }): [string, Field][] =>
    searchWord === undefined ? [] : [[searchWord, { source: 'target', name: searchWord, kind: id }]],
  ),
  ...COMMON_FIELDS.flatMap((field): [string, Field][] => {
    const meant = commonField(field.name, field.source);
    return [field.name, ...(field.aliases ?? [])].map((name) => [name.toLowerCase(), meant]);
  }),
  ...Object.keys(PREDICATES).map((name): [string, Field] => [
    name,
    { source: 'predicate', name: name as keyof typeof PREDICATES },
  ]),
]);

function commonField(name: string, source: (typeof COMMON_FIELDS)[number]['source']): Field {
  switch (source) {
    case 'kind':
    case 'id':
      return { source, name };
    case 'state':
    case 'mark':
      return { source, name, type: source };
    case 'note':
      return { source, name, type: 'words' };
    case 'title':
      return { source, name, type: 'words' };
    case 'label':
    case 'project':
    case 'location':
      return { source, name, type: 'whole' };
    case 'time':
      return { source, name, type: 'time', which: TIMES.get(name) ?? 'created' };
  }
}

interface Fact extends FactPlace {
  readonly label: string;
  readonly type: ValueType;
  /** Names of the path without lists and maps: `jobSpec`, `network`. */
  readonly parts: readonly string[];
}

const facts: readonly Fact[] = KINDS.flatMap(({ id, facts: specs }) =>
  specs.map(({ path, label, format }): Fact => {
    const steps = pathSteps(path);
    const parts = steps.filter((step) => step !== '[]' && step !== '*');
    return { kind: id, path, steps, parts, label, type: FORMATS.get(format) ?? 'words' };
  }),
);

/** Facts by every end of their path, in lower case: `machinetype`, `machinespec.machinetype`, … */
const factsByEnd: ReadonlyMap<string, readonly Fact[]> = (() => {
  const byEnd = new Map<string, Fact[]>();
  for (const fact of facts) {
    for (let start = fact.parts.length - 1; start >= 0; start -= 1) {
      const end = fact.parts.slice(start).join('.').toLowerCase();
      const known = byEnd.get(end);
      if (known === undefined) byEnd.set(end, [fact]);
      else known.push(fact);
    }
  }
  return byEnd;
})();

const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries(FACT_ALIASES).map(([alias, name]) => [alias.toLowerCase(), name.toLowerCase()]),
);

/** What a name before an operator means, whatever its capitals; undefined where it means nothing. */
export function findField(name: string): Field | undefined {
  const lower = name.toLowerCase();
  const known = fixed.get(lower);
  if (known !== undefined) return known;
  const key = /^labels?\.(.+)$/su.exec(name)?.[1];
  if (key !== undefined) return { source: 'label', name: `label.${key}`, key, type: 'whole' };
  const found = factsByEnd.get(aliases.get(lower) ?? lower);
  return found === undefined ? undefined : factField(found);
}

function factField(places: readonly Fact[]): Field | undefined {
  const [first] = places;
  if (first === undefined) return undefined;
  const isUniform = places.every(({ type }) => type === first.type);
  return {
    source: 'fact',
    name: shortName(first),
    label: first.label,
    type: isUniform ? first.type : 'words',
    places,
  };
}

/** The shortest end of a fact's path that says enough and means nothing else. */
function shortName({ parts }: Fact): string {
  for (let start = parts.length - 1; start > 0; start -= 1) {
    const end = parts.slice(start).join('.');
    if (!fixed.has(end.toLowerCase()) && !VAGUE_NAMES.has(end)) return end;
  }
  return parts.join('.');
}

/** Fields of documents by the names to be written, in alphabetical order, each once. */
export function factFields(): readonly Extract<Field, { readonly source: 'fact' }>[] {
  const named = new Map<string, Extract<Field, { readonly source: 'fact' }>>();
  for (const fact of facts) {
    const name = shortName(fact);
    if (named.has(name)) continue;
    const field = findField(name);
    if (field?.source === 'fact') named.set(name, { ...field, name });
  }
  return [...named.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Every name that may stand before an operator, as it is best written. */
export function fieldNames(): string[] {
  return [
    ...new Set([
      ...COMMON_FIELDS.map(({ name }) => name),
      ...Object.keys(WALKS),
      ...Object.keys(PREDICATES),
      ...KINDS.flatMap(({ searchWord }) => searchWord ?? []),
      ...Object.keys(FACT_ALIASES),
      ...factFields().map(({ name }) => name),
      ...Object.keys(RELATIONS),
    ]),
  ];
}
