const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** `950 bytes`, `12.4 MB`: decimal units, three digits. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${UNITS[unit] ?? ''}`;
}

/** `1 link`, `2,345 links`; `plural` where it is not the word with an s. */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? singular : plural}`;
}

/** A time for people: UTC to the second, and the same moment in the reader's own zone. */
export interface FormattedTime {
  /** `2026-03-01 09:30:00 UTC`. */
  readonly utc: string;
  /** `1 Mar 2026, 10:30:00 CET` or as the locale has it. */
  readonly local: string;
}

/** Returns an RFC 3339 time for people, or undefined if the text is no time. `timeZone` is the system's unless a test names one. */
export function formatTime(text: string, locale?: string, timeZone?: string): FormattedTime | undefined {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) return undefined;
  const utc = `${moment.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  const local = moment.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'long', timeZone });
  return { utc, local };
}
