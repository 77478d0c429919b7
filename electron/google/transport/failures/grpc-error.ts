import type { ApiFailureData } from '../api-failure.ts';
import { failureOfStatus, STATUS_CODES } from './google-status.ts';
import { fieldOf, readStatusDetails, textOf } from './status-details.ts';

/** Returns what an error of the official client means; undefined if it is none of a call. `paged`: the call named a page. */
export function failureOfGrpc(service: string, error: unknown, paged: boolean): ApiFailureData | undefined {
  const code = fieldOf(error, 'code');
  const name = typeof code === 'number' ? STATUS_CODES[code] : undefined;
  if (name === undefined) {
    return undefined;
  }
  const message = textOf(fieldOf(error, 'details')) ?? textOf(fieldOf(error, 'message')) ?? name;
  if (message === 'No message received') {
    return { service, message: `The answer of ${service} has no body.`, status: 'malformed', reason: 'empty' };
  }
  if (TOO_LARGE.test(message)) {
    const told = `The answer of ${service} is larger than the limit.`;
    return { service, message: told, status: 'malformed', reason: 'too-large' };
  }
  // Without a header of a server the error is of the client itself, or of a connection that broke.
  if (!isAnswered(error) && LOCAL.has(name)) {
    const contact = NEVER_CONNECTED.test(message) ? 'none' : HTTP_STATUS.test(message) ? 'answered' : 'lost';
    return HTTP_NOT_FOUND.test(message)
      ? { service, message, status: 'not-offered' }
      : { service, message, status: 'unavailable', contact };
  }
  const details = readStatusDetails(fieldOf(error, 'statusDetails'));
  return failureOfStatus(service, { code: name, message, ...details, paged });
}

const TOO_LARGE = /^Received message larger than max/u;

const LOCAL = new Set(['UNKNOWN', 'INTERNAL', 'UNAVAILABLE', 'UNIMPLEMENTED', 'CANCELLED', 'DEADLINE_EXCEEDED']);

const NEVER_CONNECTED =
  /^No connection established|^Name resolution failed|^Failed to connect|^Connection (?:refused|timed out)/u;

/** An HTTP answer that is no gRPC: of a load balancer or a proxy. */
const HTTP_STATUS = /^Received HTTP status code/u;
const HTTP_NOT_FOUND = /^Received HTTP status code 404/u;

function isAnswered(error: unknown): boolean {
  const metadata = fieldOf(error, 'metadata');
  const read = fieldOf(metadata, 'getMap');
  const headers: unknown = typeof read === 'function' ? read.call(metadata) : undefined;
  return typeof headers === 'object' && headers !== null && Object.keys(headers).length > 0;
}
