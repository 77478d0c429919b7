import { KINDS } from '../kinds/index.ts';

/**
 * APIs that take no read-only token: they know the scope `cloud-platform`, and none of their own that only reads.
 * https://developers.google.com/identity/protocols/oauth2/scopes
 */
const TAKE_NO_READ_ONLY_TOKEN: ReadonlyMap<string, string> = new Map([
  ['cloudasset.googleapis.com', 'Cloud Asset Inventory'],
  ['cloudkms.googleapis.com', 'Cloud KMS'],
  ['iam.googleapis.com', 'IAM'],
  ['secretmanager.googleapis.com', 'Secret Manager'],
]);

/** What tokens that only read cannot do, in one or two sentences for the user. */
export function describeReadOnlyTokens(): string {
  const services = inWords([...TAKE_NO_READ_ONLY_TOKEN.values()]);
  const kinds = KINDS.filter(({ api, service }) => 'get' in api && TAKE_NO_READ_ONLY_TOKEN.has(service));
  return `The tokens this app asks for are read-only, and ${services} take no such tokens: ${inWords(kinds.map(({ plural }) => lowerFirst(plural)))} will not be read.`;
}

function inWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** Leaves `KMS keys` as they are. */
function lowerFirst(words: string): string {
  return /^[A-Z][a-z]/.test(words) ? `${words.slice(0, 1).toLowerCase()}${words.slice(1)}` : words;
}
