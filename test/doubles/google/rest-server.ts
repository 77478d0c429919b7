import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isJsonObject } from '../../../shared/json.ts';
import type { JsonObject, JsonValue } from '../../../shared/json.ts';
import { errorBody, STATUS } from './api-failure.ts';
import type { ApiFailure, ErrorForm } from './api-failure.ts';
import type { Engine, Outcome } from './engine.ts';
import { toNumericEnums } from './numeric-enums.ts';
import type { Operation } from './operation.ts';
import { findRoute } from './routes.ts';

/** Answers REST requests over HTTP/1.1. */
export function createRestListener(engine: Engine): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    answer(engine, request, response).catch(() => request.socket.destroy());
  };
}

async function answer(engine: Engine, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { headers } = request;
  const url = new URL(request.url ?? '/', 'http://unknown');
  const host = (headers.host ?? '').replace(/:\d+$/u, '');
  const route = findRoute(request.method ?? 'GET', host, (request.url ?? '/').split('?')[0] ?? '/');
  const bytes = await readBody(request);
  if (route === undefined) {
    send(response, 404, 'text/html; charset=UTF-8', htmlPage(404, url.pathname));
    return;
  }
  const { operation, name, endpointLocation } = route;
  const parameters = parametersOf(url.searchParams);
  const { outcome, done } = engine.handle({
    operation,
    request: {
      name,
      parameters,
      body: parseBody(bytes),
      endpointLocation,
      userProject: headerOf(headers['x-goog-user-project']),
    },
    transport: 'rest',
    host,
    authorization: headers.authorization,
    anonymous: false,
    userAgent: headers['user-agent'],
  });
  response.on('close', done);
  const found = await outcome;
  if (found.type === 'answer' && parameters['$alt']?.includes('enum-encoding=int') === true) {
    writeOutcome(request, response, { ...found, body: toNumericEnums(operation.method, found.body) }, operation);
  } else {
    writeOutcome(request, response, found, operation);
  }
}

function writeOutcome(
  request: IncomingMessage,
  response: ServerResponse,
  outcome: Outcome,
  operation: Operation,
): void {
  switch (outcome.type) {
    case 'answer': {
      const body = Buffer.from(JSON.stringify(outcome.body));
      send(response, 200, JSON_TYPE, outcome.truncated ? body.subarray(0, Math.floor(body.length / 2)) : body);
      return;
    }
    case 'failure':
      sendFailure(response, outcome.failure, operation.errors);
      return;
    case 'html':
      send(response, 502, 'text/html; charset=UTF-8', htmlPage(502, ''));
      return;
    case 'empty':
      send(response, 200, JSON_TYPE, '');
      return;
    case 'reset':
      request.socket.destroy();
      return;
    case 'hang':
      return;
  }
}

const JSON_TYPE = 'application/json; charset=UTF-8';

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.setHeader('server', 'ESF');
  response.setHeader('content-type', type);
  response.setHeader('content-length', Buffer.byteLength(body));
  response.statusCode = status;
  response.end(body);
}

function sendFailure(response: ServerResponse, failure: ApiFailure, form: ErrorForm): void {
  if (failure.status === 'UNAUTHENTICATED') {
    response.setHeader('www-authenticate', 'Bearer realm="https://accounts.google.com/", error="invalid_token"');
  }
  if (failure.retryAfterSeconds !== undefined) {
    response.setHeader('retry-after', String(failure.retryAfterSeconds));
  }
  send(response, STATUS[failure.status].http, JSON_TYPE, JSON.stringify(errorBody(failure, form), undefined, 2));
}

/** The page that Google's front end (404) and a load balancer (502) answer with. */
function htmlPage(status: number, path: string): string {
  const title = status === 404 ? 'Error 404 (Not Found)!!1' : `${status} Server Error`;
  const shown = path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const text =
    status === 404
      ? `The requested URL <code>${shown}</code> was not found on this server.`
      : 'Please try again in 30 seconds.';
  return `<!DOCTYPE html>\n<html lang=en>\n<meta charset=utf-8>\n<title>${title}</title>\n<p><b>${status}.</b> <p>${text}\n`;
}

function parametersOf(query: URLSearchParams): Readonly<Record<string, string>> {
  return Object.fromEntries([...new Set(query.keys())].map((key) => [key, query.getAll(key).join(',')]));
}

function headerOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  request.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  await once(request, 'end');
  return Buffer.concat(chunks).toString('utf8');
}

/** JSON, or a form (RFC 6749); anything else counts as an empty object. */
function parseBody(text: string): JsonObject {
  try {
    const value: JsonValue = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return Object.fromEntries(new URLSearchParams(text));
  }
}
