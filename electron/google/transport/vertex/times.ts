import type { JsonValue } from '../../../../shared/json.ts';

/** Seconds and nanoseconds as the official client decodes a `Timestamp` or `Duration`. */
interface SecondsRow {
  readonly seconds?: string | number | null;
  readonly nanos?: number | null;
}

const NANOS_DIGITS = 9;
const MILLISECONDS = 1000;

/** RFC 3339 of a timestamp, in UTC; undefined if it is not set. */
export function writeTimestamp(value: unknown): JsonValue | undefined {
  const row = secondsRow(value);
  if (row === undefined) {
    return undefined;
  }
  const date = new Date(Number(row.seconds ?? 0) * MILLISECONDS);
  // Beyond what a date can be: left to the reader as it came, rather than lost.
  return Number.isNaN(date.getTime())
    ? String(row.seconds)
    : `${date.toISOString().slice(0, -'.000Z'.length)}${fraction(row.nanos ?? 0)}Z`;
}

/** Seconds with an `s` at the end; undefined if it is not set. */
export function writeDuration(value: unknown): JsonValue | undefined {
  const row = secondsRow(value);
  if (row === undefined) {
    return undefined;
  }
  const seconds = String(row.seconds ?? 0);
  const nanos = row.nanos ?? 0;
  const sign = nanos < 0 && !seconds.startsWith('-') ? '-' : '';
  return `${sign}${seconds}${fraction(Math.abs(nanos))}s`;
}

/** A timestamp's text with its fraction in 0, 3, 6 or 9 digits, as few as hold it. */
export function normaliseTimestamp(text: string): string {
  return text.replace(/(?<=:\d\d)\.(\d{1,9})(?=Z|[+-]\d\d:\d\d$)/u, (_whole, digits: string) => fewest(digits));
}

/** The same for a duration. */
export function normaliseDuration(text: string): string {
  return text.replace(/(?<=^-?\d+)\.(\d{1,9})(?=s$)/u, (_whole, digits: string) => fewest(digits));
}

function secondsRow(value: unknown): SecondsRow | undefined {
  return typeof value === 'object' && value !== null ? value : undefined;
}

function fraction(nanos: number): string {
  return nanos === 0 ? '' : fewest(String(nanos).padStart(NANOS_DIGITS, '0'));
}

function fewest(digits: string): string {
  const significant = digits.replace(/0+$/u, '').length;
  const length = Math.ceil(significant / 3) * 3;
  return length === 0 ? '' : `.${digits.padEnd(NANOS_DIGITS, '0').slice(0, length)}`;
}
