import { findField, fieldNames } from './fields.ts';
import { CROSSINGS, NODE_STATES } from './field-words.ts';
import { walkNamed } from './grammar.ts';
import { allKindWords, kindsOf } from './kind-words.ts';
import { nearestNames } from './near-word.ts';
import { parseQuery } from './parse.ts';
import type { LinkFilter, Plan } from './plan.ts';
import { confidenceNamed, possessionNamed, possessionNames, relationNames, relationsNamed } from './relation-words.ts';
import type { Modifier, ParsedQuery, QueryProblem, Span, Syntax, Term } from './syntax.ts';
import { readTest } from './values.ts';

/** A query that was understood as far as it can be. */
export interface ReadQuery {
  readonly text: string;
  /** What to evaluate; absent when nothing of the query is understood. */
  readonly plan?: Plan;
  readonly problems: readonly QueryProblem[];
}

/** What a query means beyond its text. */
export interface Meaning {
  /** Milliseconds since 1970, for `-7d`. */
  readonly now: number;
  /** Whether findings are known, so that `finding:` can be asked. */
  readonly hasFindings: boolean;
}

type FieldSyntax = Extract<Syntax, { readonly type: 'field' }>;
type LinksSyntax = Extract<Syntax, { readonly type: 'links' }>;

/** Reads a query: takes it apart and finds out what its names mean. Conditions with a problem are left out of the plan. */
export function readQuery(text: string, meaning: Meaning): ReadQuery {
  return resolveQuery(parseQuery(text), meaning);
}

function resolveQuery({ text, tree, problems: syntaxProblems }: ParsedQuery, meaning: Meaning): ReadQuery {
  const problems = [...syntaxProblems];
  const whole = tree === undefined ? undefined : resolve(tree);
  return {
    text,
    ...(whole === undefined ? {} : { plan: whole }),
    problems: problems.toSorted((a, b) => a.from - b.from),
  };

  function report({ from, to }: Span, message: string, expected: readonly string[], suggestion?: string): undefined {
    problems.push({ from, to, message, expected, ...(suggestion === undefined ? {} : { suggestion }) });
  }

  function resolve(syntax: Syntax): Plan | undefined {
    const { from, to } = syntax;
    switch (syntax.type) {
      case 'all':
      case 'any': {
        const items = syntax.items.flatMap((item) => resolve(item) ?? []);
        const [first] = items;
        return items.length > 1 ? { type: syntax.type, items, from, to } : first;
      }
      case 'not': {
        const item = resolve(syntax.item);
        return item === undefined ? undefined : { type: 'not', item, from, to };
      }
      case 'text':
        return { type: 'text', term: syntax.term, from, to };
      case 'links':
        return resolveLinks(syntax);
      case 'field':
        return resolveField(syntax);
    }
  }

  function resolveLinks({ name, query, modifiers, from, to }: LinksSyntax): Plan | undefined {
    const inner = resolve(query);
    const walk = walkNamed(name.text);
    const links = linkFilter(modifiers);
    const hops = hopsOf(modifiers) ?? (walk === 'upstream' || walk === 'downstream' ? Infinity : 1);
    if (inner === undefined || walk === undefined || links === undefined) return undefined;
    return { type: 'walk', walk, query: inner, hops, links, from, to };
  }

  function hopsOf(modifiers: readonly Modifier[]): number | undefined {
    const term = modifiers.findLast(({ name }) => name === 'hops')?.values[0];
    if (term === undefined) return undefined;
    const hops = /^\d{1,3}$/.test(term.text) ? Number(term.text) : 0;
    if (hops > 0) return hops;
    return report(term, `"${term.text}" is no number of links.`, ['a number from 1 to 999']);
  }

  /** Undefined where a value of a modifier means nothing: asking without it would find too much. */
  function linkFilter(modifiers: readonly Modifier[]): LinkFilter | undefined {
    const via = modifiers.filter(({ name }) => name === 'via').flatMap(({ values }) => values);
    const sure = modifiers.filter(({ name }) => name === 'confidence').flatMap(({ values }) => values);
    const relations = via.map((term) => namedRelations(term));
    const confidences = sure.map((term) => namedConfidence(term));
    if (relations.includes(undefined) || confidences.includes(undefined)) return undefined;
    return {
      ...(via.length === 0 ? {} : { relations: new Set(relations.flatMap((found) => found ?? [])) }),
      ...(sure.length === 0 ? {} : { confidences: new Set(confidences.flatMap((found) => found ?? [])) }),
    };
  }

  function namedRelations(term: Term): ReturnType<typeof relationsNamed> {
    const found = relationsNamed(term);
    if (found !== undefined) return found;
    const near = nearestNames(term.text, relationNames());
    return report(term, `There is no relation "${term.text}".`, relationNames().slice(0, 8), near[0]);
  }

  function namedConfidence(term: Term): ReturnType<typeof confidenceNamed> {
    const choices = ['exact', 'derived', 'heuristic'];
    return (
      confidenceNamed(term.text) ??
      report(term, `"${term.text}" is no confidence.`, choices, nearestNames(term.text, choices)[0])
    );
  }

  function resolveField(syntax: FieldSyntax): Plan | undefined {
    const { name, operator, value, from, to } = syntax;
    const field = findField(name.text);
    if (field === undefined) {
      const near = nearestNames(name.text, fieldNames(), 3);
      const hint = `To look for the text, put it in quotes: "${text.slice(from, to).replaceAll('"', '')}".`;
      return report(name, `There is no field "${name.text}". ${hint}`, near.length > 0 ? near : ['a field'], near[0]);
    }
    if (field.source === 'predicate') return resolvePredicate(syntax, field.name);
    if ('type' in field) {
      const known = field.source === 'state' && 'text' in value ? NODE_STATES.get(value.text.toLowerCase()) : undefined;
      if (known !== undefined) {
        const plan: Plan = { type: 'collected', state: known, from, to };
        return operator === '!=' ? { type: 'not', item: plan, from, to } : plan;
      }
      const reading = readTest(field.type, operator, value, meaning.now);
      if (reading.ok) return { type: 'value', field, test: reading.test, from, to };
      return report(value, reading.message, reading.expected);
    }
    const term = oneOf(syntax);
    if (term === undefined) return undefined;
    const isOther = operator === '!=';
    if (field.source === 'id') return { type: 'id', term, isOther, from, to };
    if (field.source === 'target') {
      const target = 'kind' in field ? { kind: field.kind } : { relation: field.relation };
      return { type: 'target', ...target, term, isOther, from, to };
    }
    const kinds = kindsOf(term);
    if (kinds.length === 0) {
      const near = nearestNames(term.text, allKindWords(), 3);
      return report(
        term,
        `There is no kind "${term.text}".`,
        near.length > 0 ? near : ['job', 'bucket', 'key'],
        near[0],
      );
    }
    const plan: Plan = { type: 'kind', kinds: new Set(kinds), from, to };
    return isOther ? { type: 'not', item: plan, from, to } : plan;
  }

  /** The single text a condition compares with; a problem where it compares numbers. */
  function oneOf({ operator, value, name }: FieldSyntax): Term | undefined {
    const isText = operator === ':' || operator === '=' || operator === '!=';
    if ('text' in value && isText) return value;
    return report(value, `${name.text} has no order; only times and numbers can be compared.`, [':', '!=']);
  }

  function resolvePredicate(
    syntax: FieldSyntax,
    name: Extract<ReturnType<typeof findField>, { source: 'predicate' }>['name'],
  ): Plan | undefined {
    const { from, to, operator, value, modifiers } = syntax;
    if (name === 'shared-by') {
      const links = linkFilter(modifiers);
      const reading = readTest('number', operator, value, meaning.now);
      if (!reading.ok) return report(value, reading.message, reading.expected);
      return links === undefined ? undefined : { type: 'shared-by', test: reading.test, links, from, to };
    }
    const term = oneOf(syntax);
    if (term === undefined) return undefined;
    const isOther = operator === '!=';
    const plan = textPredicate(name, term, syntax);
    if (plan === undefined || !isOther || plan.type === 'finding') return plan;
    return { type: 'not', item: plan, from, to };
  }

  function textPredicate(name: string, term: Term, { from, to, operator, modifiers }: FieldSyntax): Plan | undefined {
    switch (name) {
      case 'via':
      case 'confidence': {
        const links = linkFilter([{ name, values: [term], from, to }, ...modifiers]);
        return links === undefined ? undefined : { type: 'takes-part', links, from, to };
      }
      case 'crosses': {
        const what = CROSSINGS.get(term.text.toLowerCase());
        const links = linkFilter(modifiers);
        if (what === undefined) {
          const near = nearestNames(term.text, [...CROSSINGS.keys()]);
          return report(term, `"${term.text}" is nothing that links cross.`, ['project', 'region'], near[0]);
        }
        return links === undefined ? undefined : { type: 'crosses', what, links, from, to };
      }
      case 'has': {
        const what = possessionNamed(term.text);
        if (what?.type === 'finding' && !meaning.hasFindings) return noFindings(term);
        if (what !== undefined) return { type: 'has', what, from, to };
        const near = nearestNames(term.text, possessionNames(), 3);
        const expected =
          near.length > 0 ? near : ['a field', 'a relation', 'cmek', 'network', 'serviceAccount', 'labels'];
        return report(term, `"${term.text}" is nothing a resource can have.`, expected, near[0]);
      }
      case 'finding':
        if (!meaning.hasFindings) return noFindings(term);
        return { type: 'finding', term, isOther: operator === '!=', from, to };
      default:
        return report({ from, to }, 'hops: belongs right after a question about links.', ['linked:(…) hops:2']);
    }
  }

  function noFindings(span: Span): undefined {
    return report(span, 'The rules have not judged this inventory here, so findings cannot be asked for.', [
      'another condition',
    ]);
  }
}
