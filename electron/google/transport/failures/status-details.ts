import type { GoogleStatus } from './google-status.ts';

/** What is used of the details of a google.rpc.Status; the rest of a `GoogleStatus` is told by the transport. */
export type StatusDetails = Pick<GoogleStatus, 'reason' | 'metadata' | 'field' | 'helpUrl' | 'retryAfterSeconds'>;

/**
 * Reads the details of an error, as REST gives them (JSON with `@type`) or as the official client decodes them (without): a
 * detail is told by its fields. https://github.com/googleapis/googleapis/blob/master/google/rpc/error_details.proto
 */
export function readStatusDetails(details: unknown): StatusDetails {
  let found: StatusDetails = { metadata: {} };
  for (const detail of listOf(details)) {
    const reason = textOf(fieldOf(detail, 'reason'));
    if (reason !== undefined && found.reason === undefined) {
      found = { ...found, reason, metadata: textsOf(fieldOf(detail, 'metadata')) };
    }
    const [violation] = listOf(fieldOf(detail, 'fieldViolations'));
    const [link] = listOf(fieldOf(detail, 'links'));
    const field = textOf(fieldOf(violation, 'field'));
    const helpUrl = textOf(fieldOf(link, 'url'));
    const retryAfterSeconds = secondsOf(fieldOf(detail, 'retryDelay'));
    found = {
      ...found,
      ...(field === undefined ? {} : { field }),
      ...(helpUrl === undefined ? {} : { helpUrl }),
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    };
  }
  return found;
}

/** A field of what may be an object. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** A text that is not empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The elements of what may be a list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** A duration: `3.5s`, or seconds and nanoseconds. */
function secondsOf(value: unknown): number | undefined {
  if (typeof value === 'string') {
    const seconds = /^(?<seconds>\d+(?:\.\d+)?)s$/u.exec(value)?.groups?.['seconds'];
    return seconds === undefined ? undefined : Number(seconds);
  }
  const seconds = fieldOf(value, 'seconds') ?? (fieldOf(value, 'nanos') === undefined ? undefined : 0);
  const nanos = Number(fieldOf(value, 'nanos') ?? 0);
  const sum = Number(seconds) + nanos / 1e9;
  return seconds === undefined || !Number.isFinite(sum) ? undefined : sum;
}
