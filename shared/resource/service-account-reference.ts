import { readAs, unreadable } from './reading.ts';
import type { Reading } from './reading.ts';
import { buildName, parseResourceName } from './resource-name.ts';
import { parseServiceAccount } from './service-account.ts';

const ACCOUNT = 'gcp-iam-service-account';

/**
 * Reads what names a service account: its e-mail address, an IAM member (`deleted:serviceAccount:EMAIL?uid=N`), its unique id
 * or its resource name. The fact `class` says who manages the account where that is not the user. Never throws.
 */
export function readServiceAccount(text: string): Reading {
  const value = text.trim();
  const account = parseServiceAccount(value);
  if (account !== undefined) {
    const parsed = buildName(ACCOUNT, { project: account.project, id: account.id });
    const facts = {
      class: account.accountClass === 'user-managed' ? undefined : account.accountClass,
      deleted: account.deleted ? 'true' : undefined,
    };
    return parsed === undefined ? unreadable(FORM) : readAs(parsed, facts);
  }
  const named = /^\d{15,25}$/.test(value)
    ? buildName(ACCOUNT, { project: '-', id: value })
    : parseResourceName(value, { kinds: [ACCOUNT] });
  return named === undefined || !/^\d+$|@/.test(named.id) ? unreadable(FORM) : readAs(named);
}

const FORM = 'This names no service account: expected an e-mail address such as NAME@PROJECT.iam.gserviceaccount.com.';
