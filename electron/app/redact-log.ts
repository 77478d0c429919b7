/** Shapes of credentials that must not reach a log, whoever put them into a message. */
const CREDENTIALS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  // OAuth access and refresh tokens of Google.
  /\bya29\.[\w.-]+/g,
  /\b1\/\/0[\w-]{20,}/g,
  // API keys of Google; keys of other services that turn up in job arguments.
  /\bAIza[\w-]{35}/g,
  /\b(?:ghp|gho|ghs|ghu|github_pat|glpat|hf|sk|xox[abpr])[-_][\w-]{16,}/g,
  // JSON Web Tokens.
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
  /\bBearer\s+[\w.~+/=-]+/gi,
];

/** User name and password before a host; what signs an address. */
const IN_ADDRESSES: readonly [RegExp, string][] = [
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@:]+:[^\s/@]+@/gi, '$1***@'],
  [/([?&](?:X-Goog-Signature|X-Goog-Credential|Signature|token|access_token|key|password)=)[^&\s]+/gi, '$1***'],
  [/(\b(?:password|passwd|secret|token|api_?key)\b["']?\s*[=:]\s*["']?)[^\s"',;&]+/gi, '$1***'],
];

/** Returns a log text without credentials and with the user's home folder as `~`. */
export function redactLogText(text: string, homeFolder: string): string {
  const withoutCredentials = CREDENTIALS.reduce((result, pattern) => result.replaceAll(pattern, '***'), text);
  const withoutAddresses = IN_ADDRESSES.reduce(
    (result, [pattern, replacement]) => result.replaceAll(pattern, replacement),
    withoutCredentials,
  );
  return homeFolder.length > 1 ? withoutAddresses.replaceAll(homeFolder, '~') : withoutAddresses;
}
