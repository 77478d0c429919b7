import { RULES } from '../../findings/catalogue.ts';
import { FAMILIES, SEVERITIES } from '../../findings/finding.ts';
import { at } from '../../graph/view/compact-graph.ts';
import { KINDS } from '../../kinds/index.ts';
import type { RelationId } from '../../kinds/kind.ts';
import { RELATIONS } from '../../links/relations.ts';
import { MARK_WORDS } from '../../review/review-words.ts';
import { isWordStart, lowerCase } from '../text.ts';
import type { Column } from './columns.ts';
import type { Estate } from './estate.ts';
import { COMMON_FIELDS, CROSSINGS, FACT_ALIASES, HAS_RELATIONS, NODE_STATES } from './field-words.ts';
import { factFields, findField, type Field, type ValueField } from './fields.ts';
import { PREDICATES, WALKS } from './grammar.ts';
import { kindWord } from './kind-words.ts';
import { quoteTerm } from './read-term.ts';
import { possessionNames } from './relation-words.ts';
import { placeAt, type QueryPlace } from './query-place.ts';

/** Something that can stand at the cursor. */
export interface Completion {
  readonly type: 'field' | 'links' | 'value' | 'keyword';
  /** As it is shown. */
  readonly label: string;
  /** Text for the place `from` to `to` of the answer. */
  readonly insert: string;
  /** What it means, in a few words. */
  readonly detail?: string;
  /** Resources that have the value. */
  readonly count?: number;
}

/** What can stand at the cursor, best first, and the text it would take the place of. */
export interface Completions {
  readonly from: number;
  readonly to: number;
  readonly items: readonly Completion[];
}

/** Says what can stand at a cursor in a query: fields, questions about links, values of the inventory with counts, and words that join. */
export function complete(estate: Estate, text: string, cursor: number, limit: number): Completions {
  const place = placeAt(text, cursor);
  const items = itemsAt(estate, place);
  return { from: place.from, to: place.to, items: rank(items, place.typed).slice(0, limit) };
}

function itemsAt(estate: Estate, place: QueryPlace): readonly Completion[] {
  if (place.type === 'condition')
    return [...fieldItems(), ...labelItems(estate, place.typed), ...(place.canJoin ? KEYWORDS : [])];
  if (place.type === 'none') return [];
  const field = findField(place.field);
  return field === undefined ? [] : valueItems(estate, field, place.typed);
}

const KEYWORDS: readonly Completion[] = [
  { type: 'keyword', label: 'AND', insert: 'AND ', detail: 'both are so' },
  { type: 'keyword', label: 'OR', insert: 'OR ', detail: 'one of them is so' },
  { type: 'keyword', label: 'NOT', insert: 'NOT ', detail: 'what follows is not so' },
];

let knownFields: readonly Completion[] | undefined;

/** The same for every inventory. */
function fieldItems(): readonly Completion[] {
  knownFields ??= [
    ...COMMON_FIELDS.map(({ name, meaning }) => fieldItem(name, meaning)),
    ...Object.values(PREDICATES).map(({ name, meaning }) => fieldItem(name, meaning)),
    ...Object.values(WALKS).map(({ name, meaning }): Completion => ({
      type: 'links',
      label: `${name}:( )`,
      insert: `${name}:(`,
      detail: meaning,
    })),
    ...KINDS.flatMap(({ searchWord, title }) =>
      searchWord === undefined ? [] : [fieldItem(searchWord, `has a link to this ${title}`)],
    ),
    ...Object.entries(FACT_ALIASES).map(([alias, name]) => fieldItem(alias, name)),
    ...factFields().map(({ name, label }) => fieldItem(name, label)),
    ...Object.entries(RELATIONS).map(([name, { label }]) => fieldItem(name, `${label} …`)),
  ];
  return knownFields;
}

function fieldItem(name: string, detail: string): Completion {
  return { type: 'field', label: `${name}:`, insert: `${name}:`, detail };
}

/** Keys of labels, once somebody asks for labels. */
function labelItems({ column: columnOf }: Estate, typed: string): readonly Completion[] {
  const field = findField('label');
  if (!/^label/i.test(typed) || field === undefined || !('type' in field)) return [];
  return countsOf(columnOf(field))
    .filter(({ text }) => !text.includes('='))
    .map(({ text, count }) => ({ ...fieldItem(`label.${text}`, 'value of this label'), count }));
}

function valueItems(estate: Estate, field: Field, typed: string): readonly Completion[] {
  switch (field.source) {
    case 'kind':
      return kindItems(estate);
    case 'id':
      return nameItems(estate, () => true, typed);
    case 'target':
      return 'kind' in field ? nameItems(estate, (kind) => kind === field.kind, typed) : [];
    case 'predicate':
      return predicateItems(estate, field.name);
    case 'mark':
      return [...columnItems(estate, field), ...Object.values(MARK_WORDS).map((mark) => labelled(mark, 0))].filter(
        ({ insert }, place, all) => all.findIndex((other) => other.insert === insert) === place,
      );
    case 'state':
      return [...columnItems(estate, field), ...stateItems(estate)];
    default:
      return field.type === 'time' ? TIMES : columnItems(estate, field);
  }
}

const TIMES: readonly Completion[] = [
  value('>-7d', 'within the last seven days'),
  value('>-30d', 'within the last thirty days'),
  value('<-1y', 'more than a year ago'),
  value('[2026-01 TO 2026-06]', 'between two months'),
];

function value(text: string, detail?: string, count?: number): Completion {
  return {
    type: 'value',
    label: text,
    insert: text,
    ...(detail === undefined ? {} : { detail }),
    ...(count === undefined ? {} : { count }),
  };
}

function kindItems({ index }: Estate): readonly Completion[] {
  const counts = new Map<string, number>();
  for (const { kind } of index.nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return KINDS.filter(({ id }) => counts.has(id)).map(({ id, title }) => value(kindWord(id), title, counts.get(id)));
}

function stateItems({ index }: Estate): readonly Completion[] {
  const details = { present: 'its document was read', referenced: 'named, not collected', unresolved: 'fits no name' };
  const words = [...NODE_STATES].filter(([word, state]) => word === state);
  return words.map(([word, state]) =>
    value(word, details[state], index.nodes.filter((node) => node.state === state).length),
  );
}

/** Values with their counts; states without their prefix, which several kinds share. */
function columnItems({ column: columnOf }: Estate, field: ValueField): readonly Completion[] {
  const counts = countsOf(columnOf(field));
  if (field.source !== 'state') return counts.map(({ text, count }) => labelled(text, count));
  const states = new Map<string, number>();
  for (const { text, count } of counts) {
    const state = lowerCase(text).replace(/^[a-z_]*?state_(?=.)/, '');
    states.set(state, (states.get(state) ?? 0) + count);
  }
  return [...states].map(([state, count]) => labelled(state, count));
}

function labelled(text: string, count: number): Completion {
  return { ...value(quoteTerm(text), undefined, count), label: text };
}

function countsOf({ values, entries }: Column): { readonly text: string; readonly count: number }[] {
  const counts = new Int32Array(values.length);
  for (const entry of entries) counts[entry] = (counts[entry] ?? 0) + 1;
  return values.map((text, index) => ({ text, count: counts[index] ?? 0 }));
}

/** Names read for one completion; more would not be looked at. */
const MOST_NAMES = 200;

/** Resources whose title holds what is typed, with how many name them. */
function nameItems({ index, graph }: Estate, isKind: (kind: string) => boolean, typed: string): readonly Completion[] {
  const wanted = lowerCase(typed);
  const items: Completion[] = [];
  for (const { id, kind, title } of index.nodes) {
    if (!isKind(kind) || !lowerCase(title).includes(wanted)) continue;
    items.push(labelled(title, graph.incoming(id).length));
    if (items.length >= MOST_NAMES) break;
  }
  return items;
}

/** Relations of the inventory, with the number of their links. */
function relationItems({ network: { compact } }: Estate): readonly Completion[] {
  const counts = new Map<RelationId, number>();
  const ofClass = new Int32Array(compact.classes.length);
  for (const edgeClass of compact.edgeClass) ofClass[edgeClass] = at(ofClass, edgeClass) + 1;
  compact.classes.forEach(({ type }, index) => counts.set(type, (counts.get(type) ?? 0) + at(ofClass, index)));
  return [...counts].map(([id, count]) => value(id, RELATIONS[id].label, count));
}

function predicateItems(estate: Estate, name: keyof typeof PREDICATES): readonly Completion[] {
  switch (name) {
    case 'via':
      return relationItems(estate);
    case 'has':
      return possessionNames().map((word) => value(word, HAS_RELATIONS.has(word) ? 'names one' : undefined));
    case 'crosses':
      return [...CROSSINGS.keys()].slice(0, 2).map((word) => value(word, `a link leads to another ${word}`));
    case 'confidence':
      return [
        value('exact', 'a field names the target'),
        value('derived', 'follows from several facts'),
        value('heuristic', 'guessed from free text'),
      ];
    case 'shared-by':
      return [value('>1'), value('>5'), value('>20')];
    case 'hops':
      return [value('1'), value('2'), value('3')];
    case 'finding':
      return [
        ...SEVERITIES.map((severity) => value(severity, 'severity')),
        ...FAMILIES.map((family) => value(family, 'family of rules')),
        ...RULES.map(({ id, title }) => value(id, title)),
        value('unknown', 'what a rule needs was not collected'),
        value('accepted', 'somebody took it upon himself'),
      ];
  }
}

/** What begins with the typed text first, then what has it in a word's beginning, then anywhere; among equals the commonest. */
function rank(items: readonly Completion[], typed: string): readonly Completion[] {
  const wanted = lowerCase(typed);
  const ranked = items.map((item, place) => ({ item, place, rank: rankOf(item.label, wanted) }));
  return ranked
    .filter((each) => each.rank < 3)
    .toSorted((a, b) => a.rank - b.rank || (b.item.count ?? 0) - (a.item.count ?? 0) || a.place - b.place)
    .map(({ item }) => item);
}

/** Fewer letters stand inside too many names to mean one. */
const LEAST_INSIDE = 4;

function rankOf(label: string, wanted: string): number {
  const lower = lowerCase(label);
  if (lower.startsWith(wanted)) return 0;
  const start = lower.indexOf(wanted);
  if (start < 0) return 3;
  if (isWordStart(label, start)) return 1;
  return wanted.length >= LEAST_INSIDE ? 2 : 3;
}
