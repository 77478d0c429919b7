import type { TimeRange } from '../../timeline/time-range.ts';
import { conditionsOf, withoutSpan } from './conditions.ts';
import { findField } from './fields.ts';
import { readMoment } from './moment.ts';
import { parseQuery } from './parse.ts';
import type { Operator, Syntax, Term } from './syntax.ts';

/** The part of a range of time that a query can say. */
export type AskedTime = Pick<TimeRange, 'by'> & Partial<Pick<TimeRange, 'from' | 'to'>>;

/** Conditions that find the jobs of a range of time: created in it, or started before its end and not ended before its start. */
export function timeConditions({ by, from, to }: Pick<TimeRange, 'by' | 'from' | 'to'>): string {
  return by === 'created'
    ? `created:>=${moment(from)} created:<${moment(to)}`
    : `started:<${moment(to)} (ended:>=${moment(from)} OR -has:ended)`;
}

/** As short as it can be: a whole day is written without a time. */
function moment(at: number): string {
  const text = new Date(at).toISOString();
  if (text.endsWith('T00:00:00.000Z')) return text.slice(0, 10);
  return text.endsWith('.000Z') ? text.replace('.000Z', 'Z') : text;
}

/** The query with conditions for a range of time in the place of those it has. */
export function withTime(query: string, range: Pick<TimeRange, 'by' | 'from' | 'to'>): string {
  const rest = withoutTime(query);
  const tree = parseQuery(rest).tree;
  const own = tree?.type === 'any' ? `(${rest})` : rest;
  return [own, timeConditions(range)].filter((part) => part !== '').join(' ');
}

/** The query without its conditions on when something was created or ran. */
export function withoutTime(query: string): string {
  const first = conditionsOf(query).find(({ from, to }) => boundsOf(parsed(query.slice(from, to)), 0).length > 0);
  return first === undefined ? query.trim() : withoutTime(withoutSpan(query, first));
}

/**
 * The range of time that the conditions of a query say, as far as they bound it; undefined where none does. `now` is in
 * milliseconds since 1970.
 */
export function readTime(query: string, now: number): AskedTime | undefined {
  const bounds = conditionsOf(query).flatMap(({ from, to }) => boundsOf(parsed(query.slice(from, to)), now));
  if (bounds.length === 0) return undefined;
  const by = bounds.some((bound) => bound.by === 'running') ? 'running' : 'created';
  const own = bounds.filter((bound) => bound.by === by);
  const from = own.flatMap((bound) => bound.from ?? []);
  const to = own.flatMap((bound) => bound.to ?? []);
  return {
    by,
    ...(from.length === 0 ? {} : { from: Math.max(...from) }),
    ...(to.length === 0 ? {} : { to: Math.min(...to) }),
  };
}

function parsed(text: string): Syntax | undefined {
  return parseQuery(text).tree;
}

/** What one condition says of a time; nothing for other conditions, and for times it rules out. */
function boundsOf(syntax: Syntax | undefined, now: number): readonly AskedTime[] {
  if (syntax === undefined) return [];
  if (syntax.type === 'any') {
    // `(ended:>=… OR -has:ended)`: what has not ended runs on.
    const [ended, ...others] = syntax.items.flatMap((item) => boundsOf(item, now));
    const rest = syntax.items.filter((item) => boundsOf(item, now).length === 0);
    return ended?.by === 'running' && others.length === 0 && rest.every(asksForNoEnd) ? [ended] : [];
  }
  if (syntax.type !== 'field') return [];
  const name = findField(syntax.name.text)?.name;
  if (name !== 'created' && name !== 'started' && name !== 'ended') return [];
  const by = name === 'created' ? 'created' : 'running';
  if ('text' in syntax.value)
    return compared(name, syntax.operator, syntax.value, now).map((bound) => ({ by, ...bound }));
  const { low, high } = syntax.value;
  if (name !== 'created') return [];
  const from = low === undefined ? undefined : read(low, now)?.from;
  const to = high === undefined ? undefined : read(high, now)?.to;
  return [{ by, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
}

type Bound = Partial<Pick<TimeRange, 'from' | 'to'>>;

/** A comparison as a bound: of a creation both ways, of a run only by the end of its start and the start of its end. */
function compared(
  field: 'created' | 'started' | 'ended',
  operator: Operator,
  term: Term,
  now: number,
): readonly Bound[] {
  const at = read(term, now);
  if (at === undefined) return [];
  const isBefore = operator === '<' || operator === '<=';
  const isAfter = operator === '>' || operator === '>=';
  if (isBefore && field !== 'ended') return [{ to: operator === '<' ? at.from : at.to }];
  if (isAfter && field !== 'started') return [{ from: operator === '>' ? at.to : at.from }];
  return (operator === ':' || operator === '=') && field === 'created' ? [{ from: at.from, to: at.to }] : [];
}

/** A time in milliseconds; the end of one moment is one millisecond later, so that it is in the range. */
function read({ text }: Term, now: number): { readonly from: number; readonly to: number } | undefined {
  const time = readMoment(text, now);
  if (time === undefined) return undefined;
  const from = Math.floor(time.from / 1000);
  return { from, to: time.to === time.from ? from + 1 : Math.ceil(time.to / 1000) };
}

function asksForNoEnd(syntax: Syntax): boolean {
  return (
    syntax.type === 'not' &&
    syntax.item.type === 'field' &&
    syntax.item.name.text === 'has' &&
    'text' in syntax.item.value &&
    syntax.item.value.text === 'ended'
  );
}
