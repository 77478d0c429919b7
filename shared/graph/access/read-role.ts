import type { ResourceDocument } from '../../resource/document.ts';
import type { RoleReading } from './access.ts';
import { judgedPermissions } from './judged-permissions.ts';
import { ROLE_TABLE } from './role-table.ts';

const PREDEFINED: ReadonlyMap<string, RoleReading> = new Map(
  ROLE_TABLE.map((line): [string, RoleReading] => {
    const [name = '', ...permissions] = line.split(' ');
    return [name, { status: 'known', source: 'predefined', permissions }];
  }),
);

/**
 * Says what a role gives: by its own document where the inventory has one (every custom role needs that), else by the table of
 * predefined roles. A role of which neither tells is unknown, with the reason; it is never taken to give nothing.
 */
export function readRole(role: string, document: ResourceDocument | undefined): RoleReading {
  const described = document === undefined ? undefined : readRoleDocument(document);
  if (described?.status === 'known') {
    return described;
  }
  return PREDEFINED.get(role) ?? described ?? { status: 'unknown', reason: reasonOf(role) };
}

function readRoleDocument({ data }: ResourceDocument): RoleReading {
  const source = typeof data['name'] === 'string' && data['name'].startsWith('roles/') ? 'predefined' : 'custom';
  if (data['deleted'] === true) {
    return { status: 'known', source, permissions: [] };
  }
  const permissions = data['includedPermissions'];
  if (!Array.isArray(permissions)) {
    return {
      status: 'unknown',
      reason: 'The role’s document does not list its permissions: describe the role instead of listing roles.',
    };
  }
  const texts = permissions.filter((permission) => typeof permission === 'string');
  return { status: 'known', source, permissions: judgedPermissions(texts) };
}

function reasonOf(role: string): string {
  return /^(?:projects|organizations)\//.test(role)
    ? 'The document of this custom role is not in the inventory, so what it gives is not known.'
    : 'This predefined role is not in the app’s table of roles, so what it gives is not known.';
}
