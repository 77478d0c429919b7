import { redactCredentials } from '../../shared/errors/redact-credentials.ts';

/** Returns a log text without credentials, whoever put them there, and with the user's home folder as `~`. */
export function redactLogText(text: string, homeFolder: string): string {
  const redacted = redactCredentials(text);
  return homeFolder.length > 1 ? redacted.replaceAll(homeFolder, '~') : redacted;
}
