import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../shared/kinds/index.ts';
import { COMMON_FIELDS } from '../../shared/search/query/field-words.ts';
import { CONNECTIVES, EXAMPLES, OPERATORS, PREDICATES, TERMS, WALKS } from '../../shared/search/query/grammar.ts';
import { QUESTIONS } from '../../shared/search/query/questions.ts';
import { readQuery } from '../../shared/search/query/resolve.ts';
import { QUERY_SOURCES, renderQueryPage } from '../tools/query-page.ts';
import { replaceGeneratedPart } from '../tools/reference-page.ts';

const page = readFileSync(new URL('../../shared/search/README.md', import.meta.url), 'utf8');

const described = [
  ...TERMS.filter(({ name }) => !name.startsWith('-')),
  ...CONNECTIVES,
  ...OPERATORS,
  ...COMMON_FIELDS,
  ...Object.values(WALKS),
  ...Object.values(PREDICATES),
  ...EXAMPLES,
];

describe('the reference of the query language', () => {
  it('is up to date (else run `npm run docs`)', () => {
    expect(page).toBe(replaceGeneratedPart(page, renderQueryPage(), QUERY_SOURCES));
  });

  it.each(described.map(({ example }) => example))('gives an example that is a query: %s', (example) => {
    expect(readQuery(example, { now: 0, hasFindings: true }).problems).toStrictEqual([]);
  });

  it.each(QUESTIONS.map(({ id, query }) => [id, query]))('has a question that is a query: %s', (_id, query) => {
    const filled = query.replaceAll(/\{(?:count|period|since)\}/g, '5').replaceAll(/\{\w+\}/g, 'x');
    const { problems } = readQuery(filled.replace('created:>5', 'created:>-5d'), { now: 0, hasFindings: true });
    expect(problems).toStrictEqual([]);
  });

  it('asks for kinds that exist', () => {
    const kinds = new Set<string>(KINDS.map(({ id }) => id));
    const asked = QUESTIONS.flatMap(({ parameters }) => parameters.flatMap((parameter) => parameter.kinds ?? []));
    expect(asked.filter((kind) => !kinds.has(kind))).toStrictEqual([]);
  });
});
