/** Who creates and manages an account: the user, Google as a project's default, or Google for a service of its own. */
export type ServiceAccountClass = 'user-managed' | 'default' | 'agent';

export interface ServiceAccountIdentity {
  /** Lower-case e-mail address; for a deleted account with its `?uid=`, because the address may have been given to another. */
  readonly id: string;
  /** Project id or number the address tells; `-` when it tells none. */
  readonly project: string;
  readonly accountClass: ServiceAccountClass;
  readonly deleted: boolean;
  /** Number of the customer's project a service agent acts for. */
  readonly actsForProject?: string;
}

const EMAIL = /^[a-z0-9][a-z0-9._-]*@[a-z0-9][a-z0-9.-]*\.[a-z]+$/;

/** `x@PROJECT.iam.gserviceaccount.com`, where the project of an organisation's domain is written `proj.example.com`. */
const IAM_DOMAIN = '.iam.gserviceaccount.com';

/**
 * Reads a service account's e-mail address, with or without the prefixes of IAM members (`serviceAccount:`,
 * `deleted:serviceAccount:EMAIL?uid=N`). Returns undefined for anything else.
 * Address forms: https://cloud.google.com/iam/docs/service-account-types
 */
export function parseServiceAccount(text: string): ServiceAccountIdentity | undefined {
  const member = /^(deleted:)?(?:serviceAccount:)?([^?:]+)(?:\?uid=(\d+))?$/i.exec(text.trim());
  const email = member?.[2]?.toLowerCase();
  if (member === null || email === undefined || !EMAIL.test(email)) {
    return undefined;
  }
  const uid = member[3];
  const deleted = member[1] !== undefined || uid !== undefined;
  const [local = '', domain = ''] = email.split('@');
  const id = deleted ? `deleted:${email}${uid === undefined ? '' : `?uid=${uid}`}` : email;
  return { id, ...describeAddress(local, domain), deleted };
}

function describeAddress(
  local: string,
  domain: string,
): Pick<ServiceAccountIdentity, 'project' | 'accountClass' | 'actsForProject'> {
  if (domain === 'developer.gserviceaccount.com') {
    const number = /^(\d+)-compute$/.exec(local)?.[1];
    return { project: number ?? '-', accountClass: 'default' };
  }
  if (domain === 'cloudservices.gserviceaccount.com') {
    return /^\d+$/.test(local)
      ? { project: local, accountClass: 'agent', actsForProject: local }
      : { project: '-', accountClass: 'agent' };
  }
  if (domain === 'appspot.gserviceaccount.com') {
    return { project: domainScoped(local), accountClass: 'default' };
  }
  if (domain.endsWith(IAM_DOMAIN)) {
    const project = domainScoped(domain.slice(0, -IAM_DOMAIN.length));
    const actsFor = /^service-(\d+)$/.exec(local)?.[1];
    const agent = project.startsWith('gcp-sa-') || actsFor !== undefined;
    return {
      project,
      accountClass: agent ? 'agent' : 'user-managed',
      ...(actsFor === undefined ? {} : { actsForProject: actsFor }),
    };
  }
  return { project: '-', accountClass: domain.endsWith('.gserviceaccount.com') ? 'agent' : 'user-managed' };
}

/** `proj.example.com` in an address stands for the project `example.com:proj`. */
function domainScoped(text: string): string {
  const dot = text.indexOf('.');
  return dot < 0 ? text : `${text.slice(dot + 1)}:${text.slice(0, dot)}`;
}
