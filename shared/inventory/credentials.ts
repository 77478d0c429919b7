import { remember } from '../remember.ts';

/** A credential inside a text: the half-open range to mask, and what it is. */
export interface FoundCredential {
  readonly start: number;
  readonly end: number;
  /** What it is, in a few words for the list of masked values: `Google API key`. */
  readonly what: string;
}

interface CredentialPattern {
  readonly what: string;
  /** The named group `secret` is what is masked; the whole match where there is none. All are linear in the text's length. */
  readonly pattern: RegExp;
}

/**
 * Forms by which services' own credentials are known wherever they stand. Sources: the services' documentation and
 * https://github.com/gitleaks/gitleaks (rules).
 */
const PATTERNS: readonly CredentialPattern[] = [
  {
    what: 'private key',
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/dg,
  },
  { what: 'Google API key', pattern: /(?<![\w-])AIza[\w-]{35}/dg },
  { what: 'Google OAuth token', pattern: /(?<![\w-])ya29\.[\w.-]{10,}/dg },
  { what: 'Google refresh token', pattern: /(?<![\w/-])1\/\/0[\w-]{20,}/dg },
  { what: 'Google client secret', pattern: /(?<![\w-])GOCSPX-[\w-]{10,}/dg },
  { what: 'GitHub token', pattern: /(?<!\w)(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{22,})/dg },
  { what: 'GitLab token', pattern: /(?<![\w-])gl(?:pat|dt|rt|ptt)-[\w-]{16,}/dg },
  { what: 'Slack token', pattern: /(?<![\w-])xox[abeoprs]-[\w-]{10,}|(?<=hooks\.slack\.com\/services\/)[\w/]{10,}/dg },
  { what: 'AWS access key', pattern: /(?<!\w)A(?:KI|SI|BI|CC)A[A-Z0-9]{16}(?!\w)/dg },
  { what: 'JSON web token', pattern: /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/dg },
  { what: 'Hugging Face token', pattern: /(?<!\w)hf_[A-Za-z0-9]{20,}/dg },
  { what: 'API key', pattern: /(?<![\w-])(?:sk|rk)[-_][A-Za-z0-9][\w-]{18,}/dg },
  { what: 'npm token', pattern: /(?<!\w)npm_[A-Za-z0-9]{30,}/dg },
  { what: 'PyPI token', pattern: /(?<![\w-])pypi-[\w-]{30,}/dg },
  { what: 'SendGrid key', pattern: /(?<![\w.-])SG\.[\w-]{16,}\.[\w-]{16,}/dg },
  { what: 'Databricks token', pattern: /(?<!\w)dapi[0-9a-f]{32}/dg },
  {
    what: 'password in a web address',
    pattern: /(?<![\w+.-])[a-zA-Z][\w+.-]{1,20}:\/\/[^\s/@:"'<>]{0,200}:(?<secret>[^\s/@"'<>]{1,500})@/dg,
  },
  {
    what: 'signature in a web address',
    pattern:
      /[?&](?:X-Goog-Signature|X-Amz-Signature|X-Amz-Security-Token|Signature|sig|AccountKey)=(?<secret>[^\s&"'<>]{6,})/dgi,
  },
  {
    what: 'authorisation header',
    pattern: /(?<!\w)(?:Bearer|Basic)[ \t]{1,4}(?<secret>[\w.~+/-]{8,}={0,2})/dgi,
  },
  {
    what: 'password on a command line',
    pattern: /(?<!\S)(?:-u|--user)[ =][^\s:"']{1,200}:(?<secret>[^\s"']{1,500})/dg,
  },
];

/** Cheap tests that nearly all texts fail: without any of these no pattern can match. */
const SUSPICIOUS_FORM =
  /-----BEGIN|AIza|ya29\.|1\/\/0|GOCSPX-|gh[pousr]_|github_pat_|gl(?:pat|dt|rt|ptt)-|xox[abeoprs]-|hooks\.slack|A(?:KI|SI|BI|CC)A|eyJ|hf_|(?<![\w-])[sr]k[-_]|npm_|pypi-|SG\.|dapi|:\/\/[^\s/]*@|(?<!\S)(?:-u|--user)[ =]/;
/** Of the patterns to which case does not matter; apart from the others, because `asia-east1` is no key of AWS. */
const SUSPICIOUS_WORD = /signature=|sig=|token=|accountkey=|bearer|basic/i;

/** Between a name and its value stands one of these. */
const SEPARATOR = /[=: \t]/;

/** Shorter texts have the form of no credential, unless a separator stands in them: that of `ya29.` and ten characters. */
const SHORTEST_FORM = 15;

/** Without one of these in its name nothing is the name of a secret. */
const SUSPICIOUS_NAME = /pass|pwd|secret|token|key|cred|auth|pat/i;

/** `NAME=value`, `NAME: value`, `"NAME": "value"`; and `--name value`, where only a flag's name counts. */
const ASSIGNMENT =
  /(?<![\w.$-])(?<name>-{0,2}[A-Za-z_][\w.-]{0,79})(?<between>["']?[ \t]{0,3}[=:][ \t]{0,3}["']?|[ \t]{1,4}["']?)(?<value>[^\s"'`,;&]+)/dg;

const NONE: readonly FoundCredential[] = [];

/** Finds every credential in a text, in order, none overlapping another. Never throws. */
export function findCredentials(text: string): readonly FoundCredential[] {
  if (text.length < 4 || isTime(text) || (text.length < SHORTEST_FORM && !SEPARATOR.test(text)) || harmless.has(text)) {
    return NONE;
  }
  const byForm = SUSPICIOUS_FORM.test(text) || SUSPICIOUS_WORD.test(text) ? findForms(text) : NONE;
  const byName = SEPARATOR.test(text) && SUSPICIOUS_NAME.test(text) ? findAssignments(text) : NONE;
  if (byForm.length > 0 || byName.length > 0) {
    return withoutOverlaps([...byForm, ...byName]);
  }
  rememberHarmless(text);
  return NONE;
}

/** Every document has times of its own; remembering them would drive out the names that documents share. */
function isTime(text: string): boolean {
  return text.length >= 20 && text.length <= 35 && text[4] === '-' && text[10] === 'T' && TIME.test(text);
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** Texts without a credential that were met lately: documents repeat the same few names. A secret is never kept here. */
const harmless = new Set<string>();
const MOST_HARMLESS = 50_000;
const LONGEST_HARMLESS = 200;

function rememberHarmless(text: string): void {
  if (text.length > LONGEST_HARMLESS) {
    return;
  }
  if (harmless.size >= MOST_HARMLESS) {
    harmless.clear();
  }
  harmless.add(text);
}

/** Whether a flag, variable or field of this name holds a credential: `--db-password`, `API_KEY`, `clientSecret`. */
export const isSecretName = remember((name: string) => SUSPICIOUS_NAME.test(name) && isSecretWord(name), 5000);

function isSecretWord(name: string): boolean {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  // What follows the secret's name in `password_value` says nothing; in `password_file` it says that this is no password.
  if (words.length > 1 && VALUE_WORDS.has(words.at(-1) ?? '')) {
    words.pop();
  }
  const last = words.at(-1) ?? '';
  return SECRET_WORDS.has(last) || (last === 'key' && KEY_OWNERS.has(words.at(-2) ?? ''));
}

const VALUE_WORDS: ReadonlySet<string> = new Set(['value', 'string', 'text', 'plain', 'b64', 'base64']);
const SECRET_WORDS: ReadonlySet<string> = new Set([
  'password',
  'passwd',
  'passphrase',
  'passcode',
  'pwd',
  'pass',
  'secret',
  'secrets',
  'token',
  'apikey',
  'accesskey',
  'secretkey',
  'privatekey',
  'credential',
  'credentials',
  'authorization',
  'pat',
]);
const KEY_OWNERS: ReadonlySet<string> = new Set([
  'api',
  'access',
  'private',
  'secret',
  'auth',
  'account',
  'signing',
  'encryption',
  'license',
  'app',
  'client',
  'master',
  'shared',
  'subscription',
  'ssh',
]);

/** Values that are no secrets whatever their name: switches, and references to where the value is kept. */
export function isHarmlessValue(value: string): boolean {
  return /^(?:true|false|null|none|bearer|basic|yes|no|on|off|\*+|\$\w+|\$[({].*|\{\{.*|<[\w -]*>|gs:\/\/.*|bq:\/\/.*|sm:\/\/.*|\/gcs\/.*|(?:\/\/[\w.-]+\.googleapis\.com\/)?projects\/.*|\[masked.*)$/i.test(
    value,
  );
}

function findForms(text: string): readonly FoundCredential[] {
  const found: FoundCredential[] = [];
  for (const { what, pattern } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.['secret'] ?? match.indices?.[0] ?? [0, 0];
      found.push({ start, end, what });
    }
  }
  return found;
}

function findAssignments(text: string): readonly FoundCredential[] {
  const found: FoundCredential[] = [];
  ASSIGNMENT.lastIndex = 0;
  for (let match = ASSIGNMENT.exec(text); match !== null; match = ASSIGNMENT.exec(text)) {
    const { name = '', between = '', value = '' } = match.groups ?? {};
    const isFlag = name.startsWith('-');
    const assigns = /[=:]/.test(between);
    const [start = 0, end = 0] = match.indices?.groups?.['value'] ?? [];
    if ((assigns || (isFlag && !value.startsWith('-'))) && isSecretName(name) && !isHarmlessValue(value)) {
      found.push({ start, end, what: `value of ${name.replace(/^-+/, '')}` });
    } else {
      // The value may itself be the name of the next assignment: `--config password=x`.
      ASSIGNMENT.lastIndex = start;
    }
  }
  return found;
}

/** Where two overlap, the one that begins first and is longest stands. */
function withoutOverlaps(found: readonly FoundCredential[]): readonly FoundCredential[] {
  const kept: FoundCredential[] = [];
  for (const each of found.toSorted((left, right) => left.start - right.start || right.end - left.end)) {
    if (each.start >= (kept.at(-1)?.end ?? 0) && each.end > each.start) {
      kept.push(each);
    }
  }
  return kept;
}
