import { KINDS } from '../../kinds/index.ts';

/** Every permission that some kind's access rules judge by, sorted. All others are left out of what is kept of a role. */
export const JUDGED_PERMISSIONS: ReadonlySet<string> = new Set(
  KINDS.flatMap(({ access = [] }) => access.flatMap(({ permissions }) => permissions)).toSorted(),
);

/** Those of a role's permissions that the product judges by, sorted, each once. */
export function judgedPermissions(permissions: readonly string[]): readonly string[] {
  const held = new Set(permissions);
  return [...JUDGED_PERMISSIONS].filter((permission) => held.has(permission));
}
