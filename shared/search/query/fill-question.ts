import { nearestNames } from './near-word.ts';
import type { Question } from './questions.ts';
import { quoteTerm } from './read-term.ts';

/** A question whose blanks are filled, or why they are not. */
export type FilledQuestion =
  | { readonly ok: true; readonly query: string }
  | { readonly ok: false; readonly message: string; readonly expected: readonly string[] };

/** Fills the blanks of a question. Values are put in as terms, whatever they hold: none can become a part of the query. */
export function fillQuestion(question: Question, values: ReadonlyMap<string, string>): FilledQuestion {
  const names = question.parameters.map(({ name }) => name);
  for (const name of values.keys()) {
    if (names.includes(name)) continue;
    const near = nearestNames(name, names);
    const message = `The question ${question.id} has no parameter "${name}".`;
    return { ok: false, message, expected: near.length > 0 ? near : names };
  }
  const missing = question.parameters.find(({ name, preset }) => (values.get(name) ?? preset ?? '').trim() === '');
  if (missing !== undefined) {
    const message = `The question ${question.id} needs ${missing.name} (${missing.title.toLowerCase()}).`;
    return { ok: false, message, expected: [`${missing.name}=…`] };
  }
  const filled = question.query.replaceAll(/\{(\w+)\}/g, (_blank, name: string) => {
    const preset = question.parameters.find((parameter) => parameter.name === name)?.preset;
    return termOf(values.get(name)?.trim() ?? preset ?? '');
  });
  return { ok: true, query: filled };
}

/** A minus at the start of a value belongs to it: `-90d`. */
function termOf(value: string): string {
  return /^-\d+[a-z]+$/.test(value) ? value : quoteTerm(value);
}
