import { isWordEnd, isWordStart, lowerCase, words } from '../text.ts';
import type { ValueType } from './fields.ts';
import { microseconds, readMoment } from './moment.ts';
import { isNear } from './near-word.ts';
import { patternTest, type TextTest } from './pattern.ts';
import type { Operator, Range, Term } from './syntax.ts';

/** Whether a value of a field is what a condition asks for. */
export interface ValueTest {
  /** By its number (microseconds, seconds, bytes, count), where the condition compares; else by its text. */
  readonly by: 'number' | 'text';
  readonly text: (value: string, lower: string) => boolean;
  readonly number: (value: number) => boolean;
}

/** A test, or why the value or the operator does not fit the field. */
export type TestReading =
  | { readonly ok: true; readonly test: ValueTest }
  | { readonly ok: false; readonly message: string; readonly expected: readonly string[] };

/** Lets every value through: the condition is only that there is one. */
export const ANY_VALUE: ValueTest = { by: 'text', text: () => true, number: () => true };

const HINTS: Readonly<Partial<Record<ValueType, readonly string[]>>> = {
  time: ['2026-11-01', '2026-11', '2026-11-01T09:30:00Z', '-7d'],
  number: ['a number'],
  duration: ['90d', '24h', '30min', '3600s'],
  bytes: ['500MB', '10GiB', 'a number of bytes'],
};

/** Makes the test of a condition; `now` is in milliseconds since 1970 and gives `-7d` its meaning. */
export function readTest(type: ValueType, operator: Operator, value: Term | Range, now: number): TestReading {
  const hints = HINTS[type];
  if ('text' in value && isAnyText(value)) return { ok: true, test: ANY_VALUE };
  if (hints === undefined) return textReading(type, operator, value);
  const low = readNumber(type, 'text' in value ? value : value.low, now);
  const high = readNumber(type, 'text' in value ? value : value.high, now);
  if (low === undefined || high === undefined) {
    const what = type === 'time' ? 'date or time' : type;
    const shown = 'text' in value ? `"${value.text}" is no ${what}.` : `An end of the range is no ${what}.`;
    return { ok: false, message: shown, expected: hints };
  }
  return { ok: true, test: numberTest('text' in value ? comparison(operator, low) : between(low, high)) };
}

/** Whether a term is `*`: any value will do. */
function isAnyText(term: Term): boolean {
  return term.pattern?.every((part) => 'wildcard' in part && part.wildcard === 'any') ?? false;
}

function textReading(type: ValueType, operator: Operator, value: Term | Range): TestReading {
  if (!('text' in value) || (operator !== ':' && operator !== '=' && operator !== '!=')) {
    return {
      ok: false,
      message: 'Texts have no order; only times and numbers can be compared.',
      expected: [':', '=', '!='],
    };
  }
  const test = textTest(type, operator, value);
  if (operator !== '!=') return { ok: true, test: { ...ANY_VALUE, text: test } };
  return { ok: true, test: { ...ANY_VALUE, text: (text, lower) => !test(text, lower) } };
}

function textTest(type: ValueType, operator: Operator, term: Term): ValueTest['text'] {
  const wanted = lowerCase(term.text);
  const test: TextTest | undefined = term.pattern === undefined ? undefined : patternTest(term.pattern);
  // Marks have spaces, which people write as hyphens too.
  if (type === 'mark' && test === undefined) {
    const plain = wanted.replaceAll(/[-_]/g, ' ');
    return (_value, lower) => lower === plain;
  }
  if (type === 'state') return (_value, lower) => isState(lower, wanted, test);
  if (test !== undefined) return (_value, lower) => test(lower);
  if (term.isFuzzy) return (value) => words(value).some((word) => isNear(word, wanted));
  if (type === 'words' && operator === ':') return (value, lower) => hasWords(value, lower, wanted);
  return (_value, lower) => lower === wanted;
}

/** Whether words stand in a text, in this order and as whole words. */
function hasWords(text: string, lower: string, wanted: string): boolean {
  if (wanted === '') return text === '';
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    if (isBorder(text, at) && isBorder(text, at + wanted.length)) return true;
  }
  return false;
}

function isBorder(text: string, at: number): boolean {
  return isWordStart(text, at) || isWordEnd(text, at);
}

/** States may be written without their prefix, and with any separator: `partially-succeeded`. */
function isState(lower: string, wanted: string, test: TextTest | undefined): boolean {
  const short = lower.replace(/^[a-z_]*?state_(?=.)/, '');
  if (test !== undefined) return test(lower) || test(short);
  const plain = wanted.replaceAll(/[\s-]/g, '_');
  return lower === plain || short === plain;
}

/** A value as a stretch of numbers; open where the term is absent, undefined where it is none. */
function readNumber(type: ValueType, term: Term | undefined, now: number): Stretch | undefined {
  if (term === undefined) return { from: -Infinity, to: Infinity };
  if (type === 'time') return readMoment(term.text, now);
  const number = toNumber(type, term.text);
  return number === undefined ? undefined : { from: number, to: number };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['s', 1],
  ['min', 60],
  ['h', 3600],
  ['d', 86_400],
  ['w', 604_800],
  ['mo', 2_592_000],
  ['y', 31_536_000],
]);

const SIZES: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['b', 1],
  ['kb', 1e3],
  ['mb', 1e6],
  ['gb', 1e9],
  ['tb', 1e12],
  ['kib', 2 ** 10],
  ['mib', 2 ** 20],
  ['gib', 2 ** 30],
  ['tib', 2 ** 40],
]);

/** Number of a value of a document or a query, in the type's unit (microseconds, seconds, bytes); undefined where it has none. */
export function toNumber(type: ValueType, text: string): number | undefined {
  if (type === 'time') return microseconds(text);
  const [, number = '', unit = ''] = /^(-?\d+(?:\.\d+)?)([a-z]*)$/i.exec(text.trim()) ?? [];
  if (number === '') return undefined;
  const units = type === 'bytes' ? SIZES : type === 'duration' ? UNITS : undefined;
  const factor = units === undefined ? (unit === '' ? 1 : undefined) : units.get(unit.toLowerCase());
  return factor === undefined ? undefined : Number(number) * factor;
}

function numberTest(number: (value: number) => boolean): ValueTest {
  return { ...ANY_VALUE, by: 'number', number };
}

/** A day or month is all of it: later than a day is after its end. */
function comparison(operator: Operator, { from, to }: Stretch): (value: number) => boolean {
  const isInstant = from === to;
  switch (operator) {
    case ':':
    case '=':
      return (value) => (isInstant ? value === from : value >= from && value < to);
    case '!=':
      return (value) => (isInstant ? value !== from : value < from || value >= to);
    case '<':
      return (value) => value < from;
    case '<=':
      return (value) => (isInstant ? value <= from : value < to);
    case '>':
      return (value) => (isInstant ? value > from : value >= to);
    case '>=':
      return (value) => value >= from;
  }
}

function between(low: Stretch, high: Stretch): (value: number) => boolean {
  return (value) => value >= low.from && (high.from === high.to ? value <= high.from : value < high.to);
}
