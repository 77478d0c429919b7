import { parseServiceAccount } from './service-account.ts';

/** Form of an IAM member. `unrecognised`: a text of no form this app knows. */
export type PrincipalType =
  | 'user'
  | 'group'
  | 'serviceAccount'
  | 'workload'
  | 'domain'
  | 'principal'
  | 'principalSet'
  | 'allUsers'
  | 'allAuthenticatedUsers'
  | 'projectOwner'
  | 'projectEditor'
  | 'projectViewer'
  | 'unrecognised';

/** How many identities a member stands for. `public`: everyone, or everyone with a Google account. `many`: a group, domain, set
 * or convenience group, whose members no policy tells. `agent`: Google's own account for a service. `one`: one identity. */
export type Audience = 'public' | 'many' | 'agent' | 'one';

/** A member of an IAM policy, taken apart. */
export interface IamMember {
  readonly type: PrincipalType;
  /** The member in its one spelling: addresses and domains in lower case, `?uid=` kept. */
  readonly member: string;
  readonly deleted: boolean;
  readonly audience: Audience;
  /** Of a convenience group: the project, by id or number. */
  readonly project?: string;
}

/** No identity Google knows is named by a text near this long. */
const LONGEST_MEMBER = 2048;

const EMAIL = /^[^\s@:/?]+@[^\s@:/?]+\.[^\s@:/?]+$/;

/** Members of newer policies and what older ones call the same identity. */
const SAME_AS: readonly (readonly [RegExp, string])[] = [
  [/^principalSet:\/\/goog\/public:all$/, 'allUsers'],
  [/^principal:\/\/goog\/subject\/([^/]+)$/, 'user:$1'],
  [/^principalSet:\/\/goog\/group\/([^/]+)$/, 'group:$1'],
  [/^principal:\/\/iam\.googleapis\.com\/projects\/-\/serviceAccounts\/([^/]+)$/, 'serviceAccount:$1'],
];

/**
 * Reads a member of an IAM policy in any of its forms. A deleted member is another identity than a living one of the same
 * address, so the two never have one spelling. Never throws; a text of no known form is `unrecognised` and kept as it is.
 * Forms: https://cloud.google.com/iam/docs/principal-identifiers
 */
export function readIamMember(text: string): IamMember {
  const trimmed = text.trim();
  const unrecognised: IamMember = { type: 'unrecognised', member: trimmed, deleted: false, audience: 'many' };
  if (trimmed.length > LONGEST_MEMBER || /[\s\p{Cc}]/u.test(trimmed)) {
    return unrecognised;
  }
  const deleted = /^deleted:(.+)$/.exec(trimmed)?.[1];
  const living = deleted ?? trimmed;
  const same = SAME_AS.find(([pattern]) => pattern.test(living));
  const read = readLiving(same === undefined ? living : living.replace(same[0], same[1]));
  if (read === undefined) {
    return unrecognised;
  }
  const isDeleted = deleted !== undefined || /\?uid=\d+$/.test(read.member);
  return { ...read, member: isDeleted ? `deleted:${read.member}` : read.member, deleted: isDeleted };
}

function readLiving(text: string): Omit<IamMember, 'deleted'> | undefined {
  if (text === 'allUsers' || text === 'allAuthenticatedUsers') {
    return { type: text, member: text, audience: 'public' };
  }
  const [, prefix = '', value = ''] = /^([A-Za-z]+):(.+)$/.exec(text) ?? [];
  switch (prefix) {
    case 'user':
    case 'group':
      return EMAIL.test(value.replace(/\?uid=\d+$/, ''))
        ? { type: prefix, member: `${prefix}:${value.toLowerCase()}`, audience: prefix === 'user' ? 'one' : 'many' }
        : undefined;
    case 'domain':
      return /^[a-z0-9.-]+$/i.test(value)
        ? { type: prefix, member: `domain:${value.toLowerCase()}`, audience: 'many' }
        : undefined;
    case 'principal':
    case 'principalSet':
      return /^\/\/[a-z0-9.-]+\/.+/.test(value)
        ? { type: prefix, member: text, audience: prefix === 'principal' ? 'one' : 'many' }
        : undefined;
    case 'projectOwner':
    case 'projectEditor':
    case 'projectViewer':
      return /^(?:[a-z0-9][a-z0-9.-]*:)?[a-z0-9-]+$/.test(value)
        ? { type: prefix, member: text, audience: 'many', project: value }
        : undefined;
    case 'serviceAccount':
      return readServiceAccountMember(value);
    default:
      return undefined;
  }
}

/** A Kubernetes workload's identity has the form of a service account and is none. */
function readServiceAccountMember(value: string): Omit<IamMember, 'deleted'> | undefined {
  if (/^[a-z0-9.:-]+\.svc\.id\.goog\[[a-z0-9.-]+\/[a-z0-9.-]+\]$/.test(value)) {
    return { type: 'workload', member: `serviceAccount:${value}`, audience: 'one' };
  }
  const account = parseServiceAccount(value);
  return account === undefined
    ? undefined
    : {
        type: 'serviceAccount',
        member: `serviceAccount:${value.toLowerCase()}`,
        audience: account.accountClass === 'agent' ? 'agent' : 'one',
      };
}
