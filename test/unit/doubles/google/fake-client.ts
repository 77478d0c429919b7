import { isJsonObject } from '../../../../shared/json.ts';
import type { JsonObject, JsonValue } from '../../../../shared/json.ts';
import type { FakeGoogle } from '../../../doubles/google/start.ts';

/** An answer as Node's own `fetch` reads it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: JsonObject;
}

/** Asks the fake over REST with its token; `headers` come on top, `form` makes it a POST of a form and `json` of JSON. */
export async function ask(
  fake: FakeGoogle,
  path: string,
  options: {
    readonly headers?: Readonly<Record<string, string>>;
    readonly form?: Readonly<Record<string, string>>;
    readonly json?: JsonObject;
  } = {},
): Promise<Answer> {
  const body = options.json === undefined ? undefined : JSON.stringify(options.json);
  const post = options.form === undefined ? body : new URLSearchParams(options.form);
  const response = await fetch(`${fake.rest}${path}`, {
    headers: { authorization: `Bearer ${fake.accessToken}`, ...options.headers },
    ...(post === undefined ? {} : { method: 'POST', body: post }),
  });
  const answer: JsonValue = await response.json();
  if (!isJsonObject(answer)) {
    throw new Error(`${path} did not answer with an object.`);
  }
  return { status: response.status, headers: response.headers, body: answer };
}

/** The list an answer holds under a key; empty where there is none. */
export function listOf(answer: Answer, key: string): readonly JsonObject[] {
  const value = answer.body[key];
  return Array.isArray(value) ? value.filter((item: JsonValue) => isJsonObject(item)) : [];
}

/** Values of one field of the objects of a list. */
export function fieldOf(answer: Answer, key: string, field: string): readonly (JsonValue | undefined)[] {
  return listOf(answer, key).map((item) => item[field]);
}

/** The next page's token as a query parameter. */
export function tokenOf(answer: Answer): string {
  const token = answer.body['nextPageToken'];
  return typeof token === 'string' ? token : '';
}
