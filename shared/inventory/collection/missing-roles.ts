import { compareText } from '../../compare.ts';
import { parseResourceName } from '../../resource/resource-name.ts';
import type { CoverageRow } from '../inventory.ts';

/** A role that was lacking, and where. */
export interface MissingRole {
  readonly role: string;
  /** Id or number of a project, `folders/N` or `organizations/N`, or `gs://BUCKET` where the project of a bucket is not known. */
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
    return `gcloud ${targetOf(on)} --member=${quote(member)} --role=${quote(role)}${on.startsWith('gs://') ? '' : ' --condition=None'}`;
  });
}

function targetOf(on: string): string {
  const container = /^(folders|organizations)\/(\d+)$/.exec(on);
  if (container !== null) {
    const [, collection, id = ''] = container;
    return `${collection === 'folders' ? 'resource-manager folders' : 'organizations'} add-iam-policy-binding ${id}`;
  }
  return `${on.startsWith('gs://') ? 'storage buckets' : 'projects'} add-iam-policy-binding ${quote(on)}`;
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
  const name = resource === undefined ? undefined : parseResourceName(resource);
  switch (name?.kind) {
    case 'gcp-storage-bucket':
      return `gs://${name.id}`;
    case 'gcp-cloud-resource-manager-folder':
      return `folders/${name.id}`;
    case 'gcp-cloud-resource-manager-organization':
      return `organizations/${name.id}`;
    default:
      return undefined;
  }
}

function quote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
