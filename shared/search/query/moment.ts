import { parseInstant } from '../instant.ts';

/** A stretch of time in microseconds since 1970: numbers hold them exactly, and Google's times are no finer in practice. */
export interface Moment {
  readonly from: number;
  /** End, which is not part of it; equal to `from` for an instant. */
  readonly to: number;
}

const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const RELATIVE = /^([+-]?)(\d{1,6})(s|min|h|d|w|mo|y)$/;
const MICROSECONDS = 1000;

const SECONDS: Readonly<Record<string, number>> = {
  s: 1,
  min: 60,
  h: 3600,
  d: 86_400,
  w: 7 * 86_400,
  mo: 30 * 86_400,
  y: 365 * 86_400,
};

/**
 * Returns the time a text means: a year, month or day in UTC as a whole, an RFC 3339 time, `now`, or a time before (`-7d`) or
 * after (`7d`) `now`, which is in milliseconds since 1970. Undefined for any other text.
 */
export function readMoment(text: string, now: number): Moment | undefined {
  const relative = RELATIVE.exec(text);
  if (relative !== null) {
    const [, sign, count = '', unit = ''] = relative;
    const distance = Number(count) * (SECONDS[unit] ?? 0) * 1000;
    return instant((now + (sign === '-' ? -distance : distance)) * MICROSECONDS);
  }
  if (text === 'now') return instant(now * MICROSECONDS);
  if (text === 'today') {
    const day = Math.floor(now / 86_400_000) * 86_400_000;
    return { from: day * MICROSECONDS, to: (day + 86_400_000) * MICROSECONDS };
  }
  const [, year = '', month, day] = DATE.exec(text) ?? [];
  if (year !== '') return calendar(Number(year), month, day);
  const exact = microseconds(text);
  return exact === undefined ? undefined : instant(exact);
}

/** An RFC 3339 time in microseconds since 1970; undefined for other texts. */
export function microseconds(text: string): number | undefined {
  const time = parseInstant(text);
  return time === undefined ? undefined : Number(time / 1000n);
}

function instant(at: number): Moment {
  return { from: at, to: at };
}

function calendar(year: number, month: string | undefined, day: string | undefined): Moment | undefined {
  const monthIndex = month === undefined ? 0 : Number(month) - 1;
  const dayOfMonth = day === undefined ? 1 : Number(day);
  const from = Date.UTC(year, monthIndex, dayOfMonth);
  const start = new Date(from);
  // The 31st of a month of 30 days would be the 1st of the next.
  if (start.getUTCMonth() !== monthIndex || start.getUTCDate() !== dayOfMonth) return undefined;
  const to =
    day === undefined
      ? Date.UTC(month === undefined ? year + 1 : year, month === undefined ? 0 : monthIndex + 1, 1)
      : from + 86_400_000;
  return { from: from * MICROSECONDS, to: to * MICROSECONDS };
}
