import { readMoment } from '../search/query/moment.ts';

/** A time of day without a zone, to the minute or the second, behind a day: it is taken to be in UTC. */
const WITHOUT_ZONE = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(?::(\d{2}(?:\.\d{1,3})?))?(?:\s*(?:Z|UTC))?$/i;

/**
 * Returns the moment a text means, in milliseconds since 1970: `2026-03-02 05:00` in UTC, an RFC 3339 time, `now`, `-7d`; of a
 * year, month or day its beginning, or its end where the text is the `end` of a range. Undefined for any other text.
 */
export function readTimeText(text: string, end: boolean, now: number): number | undefined {
  const trimmed = text.trim();
  const [, day, minutes, seconds = '00'] = WITHOUT_ZONE.exec(trimmed) ?? [];
  const moment = readMoment(day === undefined ? trimmed : `${day}T${minutes ?? ''}:${seconds}Z`, now);
  if (moment === undefined) return undefined;
  return Math.floor((end ? moment.to : moment.from) / 1000);
}

/** A moment in UTC, as short as it can be and still exact: `2026-03-02 05:00`. */
export function writeTimeText(at: number): string {
  const text = new Date(at).toISOString().replace('T', ' ');
  return text.replace(/(?::00)?\.000Z$/, '').replace(/Z$/, '');
}
