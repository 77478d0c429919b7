import { compareText } from '../../compare.ts';
import { parseResourceName } from '../../resource/resource-name.ts';
import type { CoverageRow } from '../inventory.ts';

/** A role that was lacking, and where. */
export interface MissingRole {
  readonly role: string;
  /** Id or number of a project, or `gs://BUCKET` where the project of a bucket is not known. */
  readonly on: string;
  /** Permissions that were refused, sorted. */
  readonly permissions: readonly string[];
}

/** Roles that would have given what was refused, by place and name. */
export function missingRoles(rows: readonly CoverageRow[]): readonly MissingRole[] {
  const found = new Map<string, { role: string; on: string; permissions: Set<string> }>();
  for (const row of rows) {
    const on = placeOf(row);
    if (row.status === 'denied' && row.role !== undefined && on !== undefined) {
      const key = `${on} ${row.role}`;
      const known = found.get(key) ?? { role: row.role, on, permissions: new Set() };
      found.set(key, known);
      if (row.permission !== undefined) {
        known.permissions.add(row.permission);
      }
    }
  }
  return [...found.values()]
    .map(({ role, on, permissions }) => ({ role, on, permissions: [...permissions].toSorted(compareText) }))
    .toSorted((left, right) => compareText(left.on, right.on) || compareText(left.role, right.role));
}

/**
 * Commands for a POSIX shell that grant the missing roles to a member (`user:alex@example.com`), for somebody who may. Every value
 * is quoted, because names come from outside.
 */
export function grantCommands(missing: readonly MissingRole[], member: string): readonly string[] {
  return missing.map(({ role, on }) => {
    const target = on.startsWith('gs://')
      ? `gcloud storage buckets add-iam-policy-binding ${quote(on)}`
      : `gcloud projects add-iam-policy-binding ${quote(on)}`;
    return `${target} --member=${quote(member)} --role=${quote(role)}${on.startsWith('gs://') ? '' : ' --condition=None'}`;
  });
}

/** The member of an IAM policy that an e-mail stands for. */
export function memberOf(email: string | undefined): string {
  if (email === undefined) {
    return 'user:YOUR-E-MAIL';
  }
  return email.endsWith('.gserviceaccount.com') ? `serviceAccount:${email}` : `user:${email}`;
}

function placeOf({ project, resource }: CoverageRow): string | undefined {
  if (project !== '-') {
    return project;
  }
  const bucket = resource === undefined ? undefined : parseResourceName(resource, { kinds: ['gcp-storage-bucket'] });
  return bucket === undefined ? undefined : `gs://${bucket.id}`;
}

function quote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
