import type { AuthProblem } from '../../shared/ipc/connect.ts';
import { AuthFailure } from './auth-failure.ts';
import { errorCode } from './file-error.ts';

/** What an error of a token request is understood by. */
interface TokenErrorContext {
  /** Command that logs in again; absent where a login does not help. */
  readonly command?: string;
  /** What the user knows the credentials by. */
  readonly file: string;
  /** Takes secrets out of the reason. */
  readonly redact: (text: string) => string;
}

/** Errors after which a person has to log in again: https://developers.google.com/identity/protocols/oauth2#expiration */
const LOGIN_ENDED = /invalid_grant|invalid_rapt|rapt_required/u;

/**
 * Says what an error of google-auth-library means. Nothing of the error but a redacted sentence is kept: it holds the request.
 */
export function authFailureOf(error: unknown, context: TokenErrorContext): AuthFailure {
  if (error instanceof AuthFailure) {
    return error;
  }
  return new AuthFailure(problemOf(error, context));
}

/** The status of the answer in an error of gaxios; undefined where there was no answer. */
export function statusOf(error: unknown): number | undefined {
  const response = field(error, 'response');
  const status = field(response, 'status');
  return typeof status === 'number' ? status : undefined;
}

/** What the server said, as one redacted line. */
export function reasonOf(error: unknown, redact: (text: string) => string): string {
  const data = field(field(error, 'response'), 'data');
  const inner = field(data, 'error');
  const texts = [
    typeof inner === 'string' ? inner : field(inner, 'message'),
    field(data, 'error_description'),
    field(data, 'error_subtype'),
  ].filter((text) => typeof text === 'string');
  const text = texts.length > 0 ? texts.join(': ') : error instanceof Error ? error.message : 'unknown error';
  return redact(text).replaceAll(/\s+/gu, ' ').slice(0, 300);
}

function problemOf(error: unknown, { command, file, redact }: TokenErrorContext): AuthProblem {
  const status = statusOf(error);
  const reason = reasonOf(error, redact);
  if (status === undefined) {
    const url = field(field(error, 'config'), 'url');
    // Without a request, the fault is in what the request is made from: a key or a token file that cannot be read.
    return url === undefined
      ? { kind: 'credentials-invalid', file, reason: `${reason}.` }
      : { kind: 'unreachable', host: hostOf(url), reason: networkReason(error) };
  }
  if (status >= 500 || status === 429 || status === 408) {
    return {
      kind: 'unreachable',
      host: hostOf(field(field(error, 'config'), 'url')),
      reason: `it answered with the status ${status}`,
    };
  }
  if (command !== undefined && LOGIN_ENDED.test(reason)) {
    return { kind: 'expired', command, reason };
  }
  return { kind: 'refused', reason };
}

function hostOf(url: unknown): string {
  const text = String(url);
  return URL.canParse(text) ? new URL(text).host : 'the token server';
}

/** The innermost code of a network error: `fetch` wraps it. */
function networkReason(error: unknown): string {
  let code: string | undefined;
  for (let each = error; each instanceof Error; each = each.cause) {
    code = errorCode(each) ?? code;
  }
  return code ?? 'no answer';
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
