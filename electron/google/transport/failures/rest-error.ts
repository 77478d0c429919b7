import type { ApiFailureData } from '../api-failure.ts';
import { failureOfStatus, STATUS_CODES } from './google-status.ts';
import type { StatusCode } from './google-status.ts';
import { fieldOf, listOf, readStatusDetails, textOf } from './status-details.ts';

/** An HTTP answer that is no success. */
export interface RestError {
  readonly service: string;
  readonly httpStatus: number;
  /** The body; undefined if it is not JSON. */
  readonly body: unknown;
  /** Value of the header `Retry-After`. */
  readonly retryAfter: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether the call named a page. */
  readonly paged: boolean;
}

/** https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto (HTTP mapping), and what proxies answer with */
const CODES: Readonly<Record<number, StatusCode>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  408: 'DEADLINE_EXCEEDED',
  409: 'ABORTED',
  410: 'NOT_FOUND',
  412: 'FAILED_PRECONDITION',
  429: 'RESOURCE_EXHAUSTED',
  499: 'CANCELLED',
  500: 'INTERNAL',
  501: 'UNIMPLEMENTED',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};

/** Returns what an HTTP error means: of the current form, of the older one of Compute and Storage, or not of the API at all. */
export function failureOfRest(error: RestError): ApiFailureData {
  const { service, httpStatus, body, paged } = error;
  const told = fieldOf(body, 'error') ?? fieldOf(listOf(body)[0], 'error');
  const message = textOf(fieldOf(told, 'message'));
  if (message === undefined) {
    return failureOfPage(service, httpStatus);
  }
  const [older] = listOf(fieldOf(told, 'errors'));
  const legacyReason = textOf(fieldOf(older, 'reason'));
  const details = readStatusDetails(fieldOf(told, 'details'));
  const retryAfterSeconds = secondsUntil(error.retryAfter, error.now) ?? details.retryAfterSeconds;
  return failureOfStatus(service, {
    code: codeNamed(textOf(fieldOf(told, 'status'))) ?? codeOf(httpStatus),
    message,
    ...details,
    ...(legacyReason === undefined ? {} : { legacyReason }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    paged,
  });
}

/** An answer without an error of the API: of a load balancer, a proxy, or Google's front end for a path that it does not have. */
function failureOfPage(service: string, httpStatus: number): ApiFailureData {
  const message = `${service} was asked, and something else answered with the HTTP status ${httpStatus} and no error of the API.`;
  const code = codeOf(httpStatus);
  if (code === 'NOT_FOUND' || code === 'UNIMPLEMENTED') {
    return { service, message, status: 'not-offered' };
  }
  return httpStatus >= 500 || httpStatus === 408 || httpStatus === 429
    ? { service, message, status: 'unavailable', contact: 'answered' }
    : { service, message, status: 'malformed', reason: 'not-json' };
}

function codeOf(httpStatus: number): StatusCode {
  return CODES[httpStatus] ?? (httpStatus >= 500 ? 'UNAVAILABLE' : 'FAILED_PRECONDITION');
}

function codeNamed(name: string | undefined): StatusCode | undefined {
  return STATUS_CODES.find((code) => code === name);
}

/** Seconds, or the date at which to come again: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function secondsUntil(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/u.test(text)) {
    return Number(text);
  }
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000);
}
