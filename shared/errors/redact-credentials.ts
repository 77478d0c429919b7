import { findCredentials } from '../inventory/credentials.ts';

/** Google's tokens also where they were cut short: in a text of ours no harmless word begins so. */
const GOOGLE_TOKEN = /ya29\.[\w.-]+|1\/\/0[\w-]+/gu;

/**
 * Returns a text that may leave the process (into a log, an error, a window) with `***` in place of everything that looks like
 * a credential, and of the secrets given, whatever they look like.
 */
export function redactCredentials(text: string, secrets: Iterable<string> = []): string {
  let result = text;
  for (const secret of secrets) {
    if (secret !== '') {
      result = result.replaceAll(secret, '***');
    }
  }
  let redacted = '';
  let end = 0;
  for (const found of findCredentials(result)) {
    redacted += `${result.slice(end, found.start)}***`;
    end = found.end;
  }
  return (redacted + result.slice(end)).replaceAll(GOOGLE_TOKEN, '***');
}
