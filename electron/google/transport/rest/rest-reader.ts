import { isJsonObject } from '../../../../shared/json.ts';
import type { JsonObject, JsonValue } from '../../../../shared/json.ts';
import { endpointFor, restAddress } from '../../endpoints.ts';
import { ApiFailure } from '../api-failure.ts';
import type { Attempt } from '../calls/caller.ts';
import { failureOfRest } from '../failures/rest-error.ts';
import type { GetCall, TransportCredentials } from '../transport.ts';
import { readText } from './read-text.ts';

/** Makes one attempt of a REST call and returns the body. Rejects with an `ApiFailure`. */
export type RestReader = (call: RestCall, attempt: Attempt) => Promise<JsonObject>;

/** A GET, or a POST if there is a body. */
export interface RestCall extends Omit<GetCall, 'signal'> {
  readonly body?: JsonObject;
}

/** Makes a reader of Google's REST APIs. */
export function createRestReader(parts: {
  readonly fetch: typeof globalThis.fetch;
  readonly credentials: Pick<TransportCredentials, 'endpointOverrides'>;
  readonly now: () => number;
  readonly answerBytes: number;
}): RestReader {
  const { fetch, credentials, now, answerBytes } = parts;

  return async (call, attempt) => {
    const { service, location, path, query = {}, body } = call;
    const address = new URL(restAddress(service, endpointFor(service, location, credentials.endpointOverrides), path));
    for (const [name, value] of Object.entries(query)) {
      address.searchParams.set(name, value);
    }
    const response = await answered(
      service,
      fetch(address, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          ...attempt.headers,
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: attempt.signal,
        // A token is sent to the address that was checked, and no further.
        redirect: 'manual',
      }),
    );
    const text = await answered(service, readText(service, response, answerBytes));
    const isJson = /\bjson\b/iu.test(response.headers.get('content-type') ?? '');
    if (!response.ok) {
      const failure = failureOfRest({
        service,
        httpStatus: response.status,
        body: isJson ? parsed(text) : undefined,
        retryAfter: response.headers.get('retry-after'),
        now: now(),
        paged: query['pageToken'] !== undefined,
      });
      throw new ApiFailure(failure);
    }
    return bodyOf(service, text, isJson);
  };
}

function bodyOf(service: string, text: string, isJson: boolean): JsonObject {
  if (text.trim() === '') {
    throw malformed(service, 'empty', 'has no body');
  }
  if (!isJson) {
    throw malformed(service, 'not-json', 'is not JSON; a proxy or a login page of the network may have given it');
  }
  const value = parsed(text);
  if (value === undefined) {
    throw malformed(service, 'truncated', 'ends early or is not JSON');
  }
  if (!isJsonObject(value)) {
    throw malformed(service, 'wrong-shape', 'is not an object');
  }
  return value;
}

function malformed(
  service: string,
  reason: 'empty' | 'not-json' | 'truncated' | 'wrong-shape',
  what: string,
): ApiFailure {
  return new ApiFailure({ service, message: `The answer of ${service} ${what}.`, status: 'malformed', reason });
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** Says what an error of the connection means. */
async function answered<Value>(service: string, promise: Promise<Value>): Promise<Value> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof ApiFailure) {
      throw error;
    }
    const code = codeOf(error);
    const contact = CUT.has(code) ? 'lost' : 'none';
    const message = `${service} could not be reached${code === '' ? '' : ` (${code})`}.`;
    throw new ApiFailure({ service, message, status: 'unavailable', contact });
  }
}

/** Codes of connections that were there and broke. */
const CUT = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT']);

/** Code of the system's error below that of the fetch; '' if there is none. */
function codeOf(error: unknown): string {
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    if ('code' in inner && typeof inner.code === 'string') {
      return inner.code;
    }
  }
  return '';
}
