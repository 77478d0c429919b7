import { folder } from './folder.ts';
import { KINDS } from './index.ts';
import type { KindId } from './index.ts';
import type { KindDefinition } from './kind.ts';
import { project } from './project.ts';

/** Permissions that one role gives, and what they are needed for. */
export interface NeededRole {
  /** `roles/aiplatform.viewer`. */
  readonly role: string;
  /** Sorted. */
  readonly permissions: readonly string[];
  /** Kinds that are read with them, in the order of the registry. */
  readonly kinds: readonly KindId[];
  /** Hosts of the APIs that have to be enabled, sorted. */
  readonly services: readonly string[];
}

/** One permission, the narrowest predefined role that gives it, and the kind it is for. */
interface Need {
  readonly role: string;
  readonly permission: string;
  readonly kind: KindDefinition<KindId>;
}

/** What is to be collected, as far as permissions depend on it. */
export interface CollectedScope {
  /** Those a collection takes by itself, where none are given. */
  readonly kinds?: readonly KindId[] | undefined;
  readonly depth: number;
  /** Whether Cloud Asset Inventory is asked. */
  readonly assets?: 'auto' | 'off' | 'only';
  /** A folder or an organisation; empty or absent for projects. */
  readonly scope?: string;
}

/** What is listed to find the projects below a folder or organisation. */
const CONTAINERS = [folder, project];

/** Needed for Cloud Asset Inventory, in bulk and for any kind. */
const ASSETS: NeededRole = {
  role: 'roles/cloudasset.viewer',
  permissions: ['cloudasset.assets.listIamPolicy', 'cloudasset.assets.listResource'],
  kinds: [],
  services: ['cloudasset.googleapis.com'],
};

/**
 * What a collection needs: to list `kinds`, and, for a depth above 0, to read what they may name; Cloud Asset Inventory, and the
 * projects below a folder or organisation, where these are wanted. One entry for each role, the role with most kinds first.
 */
export function neededRoles({ kinds, depth, assets = 'off', scope = '' }: CollectedScope): readonly NeededRole[] {
  const needs = [
    ...KINDS.flatMap((kind) => needsOf(kind, kinds, depth)),
    ...(scope === '' || assets === 'only' ? [] : CONTAINERS.flatMap((kind) => needOf(kind.permissions.list, kind))),
  ];
  const roles = new Map<string, Need[]>();
  for (const need of needs) {
    const known = roles.get(need.role);
    if (known === undefined) {
      roles.set(need.role, [need]);
    } else {
      known.push(need);
    }
  }
  return [
    ...[...roles]
      .map(([role, all]): NeededRole => ({
        role,
        permissions: [...new Set(all.map(({ permission }) => permission))].toSorted(),
        kinds: [...new Set(all.map(({ kind }) => kind.id))],
        services: [...new Set(all.map(({ kind }) => kind.service))].toSorted(),
      }))
      .toSorted((left, right) => right.kinds.length - left.kinds.length || (left.role < right.role ? -1 : 1)),
    ...(assets === 'off' ? [] : [ASSETS]),
  ];
}

function needOf(permission: string | undefined, kind: KindDefinition<KindId>): readonly Need[] {
  return permission === undefined ? [] : [{ role: 'roles/browser', permission, kind }];
}

function needsOf(kind: KindDefinition<KindId>, kinds: readonly KindId[] | undefined, depth: number): readonly Need[] {
  const { api, permissions } = kind;
  if ('unavailable' in api) {
    return [];
  }
  const { role, policyRole = role } = permissions;
  const isStandard = api.list?.place === 'vertex-location' && api.list.standard;
  const isListed = kinds === undefined ? isStandard : kinds.includes(kind.id) && api.list !== undefined;
  const listed = isListed && permissions.list !== undefined ? [{ role, permission: permissions.list, kind }] : [];
  const located =
    isListed && api.list?.place === 'vertex-location' ? [{ role, permission: 'aiplatform.locations.list', kind }] : [];
  if (depth === 0) {
    return [...listed, ...located];
  }
  return [
    ...listed,
    ...located,
    { role, permission: permissions.get, kind },
    ...(api.policy === undefined || permissions.policy === undefined
      ? []
      : [{ role: policyRole, permission: permissions.policy, kind }]),
    ...(api.parts ?? []).map(({ permission }) => ({ role, permission, kind })),
    ...(api.resolve === undefined ? [] : [{ role, permission: api.resolve.permission, kind }]),
  ];
}
