import { KINDS } from './index.ts';
import type { KindId } from './index.ts';
import type { KindDefinition } from './kind.ts';

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

/**
 * What a collection needs: to list `kinds` (those a collection takes by itself, where none are given), and, for a depth above 0,
 * to read what they may name. One entry for each role, the role with most kinds first.
 */
export function neededRoles(kinds: readonly KindId[] | undefined, depth: number): readonly NeededRole[] {
  const needs = KINDS.flatMap((kind) => needsOf(kind, kinds, depth));
  const roles = new Map<string, Need[]>();
  for (const need of needs) {
    const known = roles.get(need.role);
    if (known === undefined) {
      roles.set(need.role, [need]);
    } else {
      known.push(need);
    }
  }
  return [...roles]
    .map(([role, all]): NeededRole => ({
      role,
      permissions: [...new Set(all.map(({ permission }) => permission))].toSorted(),
      kinds: [...new Set(all.map(({ kind }) => kind.id))],
      services: [...new Set(all.map(({ kind }) => kind.service))].toSorted(),
    }))
    .toSorted((left, right) => right.kinds.length - left.kinds.length || (left.role < right.role ? -1 : 1));
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
