import {
  COMMON_FIELDS,
  CROSSINGS,
  FACT_ALIASES,
  HAS_RELATIONS,
  NODE_STATES,
} from '../../shared/search/query/field-words.ts';
import { factFields } from '../../shared/search/query/fields.ts';
import {
  CONNECTIVES,
  type Described,
  EXAMPLES,
  GRAMMAR,
  OPERATORS,
  PREDICATES,
  TERMS,
  WALKS,
} from '../../shared/search/query/grammar.ts';
import { QUESTIONS } from '../../shared/search/query/questions.ts';
import { KINDS } from '../../shared/kinds/index.ts';
import { kindWord } from '../../shared/search/query/kind-words.ts';
import { code, codes, table } from './markdown.ts';

/** Files the reference is made from, as its marker names them. */
export const QUERY_SOURCES = 'shared/search/query and shared/kinds';

/** Renders the reference of the query language as Markdown. */
export function renderQueryPage(): string {
  return [
    '### Grammar',
    `\`\`\`ebnf\n${GRAMMAR}\n\`\`\``,
    '### Words and values',
    describedTable('Form', TERMS),
    '### Conditions',
    describedTable('Sign', [...CONNECTIVES, ...OPERATORS]),
    '### Fields every resource has',
    table(
      ['Field', 'Also', 'Meaning', 'Example'],
      COMMON_FIELDS.map(({ name, aliases = [], meaning, example }) => [
        code(name),
        codes(aliases),
        meaning,
        code(example),
      ]),
    ),
    `Words of ${code('state:')} for what is known of a resource: ${codes([...NODE_STATES.keys()])}.`,
    `Words of ${code('kind:')}: ${codes(KINDS.map(({ id }) => kindWord(id)))}; titles, collections and ids too.`,
    '### Links',
    table(
      ['Question', 'Also', 'Meaning', 'Example'],
      [...Object.values(WALKS), ...Object.values(PREDICATES)].map((each) => [
        code(`${each.name}:`),
        'aliases' in each ? codes(each.aliases ?? []) : '',
        each.meaning,
        code(each.example),
      ]),
    ),
    [
      `${code('has:')} takes ${codes([...HAS_RELATIONS.keys()])}, a relation, a word of ${code('kind:')}, or a field.`,
      `${code('crosses:')} takes ${codes([...CROSSINGS.keys()])}.`,
      `A reverse look-up (${codes(KINDS.flatMap(({ searchWord }) => (searchWord === undefined ? [] : [`${searchWord}:`])))})`,
      'finds what names such a resource; so does the id of a relation, such as `RUNS_AS:`.',
    ].join(' '),
    'A condition on a document that was not read is open, and so is its negation: such resources are counted apart, never taken for matches.',
    '### Fields of documents',
    `Any end of a field’s path is its name: ${code('machineType')}, ${code('machineSpec.machineType')}. Capitals do not matter.`,
    table(
      ['Field', 'Means', 'Values', 'Of'],
      factFields().map(({ name, label, type, places }) => [code(name), label, VALUES[type], kindsOf(places)]),
    ),
    table(
      ['Short word', 'Field'],
      Object.entries(FACT_ALIASES).map(([alias, name]) => [code(alias), code(name)]),
    ),
    '### Examples',
    describedTable('Asks for', EXAMPLES, false),
    '### Questions of the library',
    table(
      ['Id', 'Question', 'Why it matters', 'Query'],
      QUESTIONS.map(({ id, title, why, query }) => [code(id), title, why, code(query)]),
    ),
  ].join('\n\n');
}

const VALUES = {
  whole: 'text',
  words: 'text',
  mark: 'text',
  state: 'state',
  time: 'time',
  number: 'number',
  duration: 'duration',
  bytes: 'size',
} as const;

function kindsOf(places: readonly { readonly kind: Parameters<typeof kindWord>[0] }[]): string {
  return [...new Set(places.map(({ kind }) => kindWord(kind)))].join(', ');
}

function describedTable(head: string, rows: readonly Described[], isCode = true): string {
  return table(
    [head, 'Meaning', 'Example'],
    rows.map(({ name, meaning, example }) => [isCode ? code(name) : name, meaning, code(example)]),
  );
}
