import type { JsonValue } from '../json.ts';

/** What a member of a snapshot becomes in the next version. */
export interface MigratedMember {
  readonly key: string;
  readonly value: JsonValue;
}

/**
 * The step from one version of the snapshot format to the next. It sees one member, or one row of a list, at a time, because
 * a snapshot may be larger than memory; undefined drops it.
 */
export interface SnapshotMigration {
  /** The version it reads; it writes the next. */
  readonly from: number;
  migrate(member: MigratedMember): MigratedMember | undefined;
}

/**
 * Every step there is. Version 1 is the first that was released. Version 2 has the entries of the review as rows; version 1 had a
 * place for the state of a view that nothing was ever written to.
 */
export const SNAPSHOT_MIGRATIONS: readonly SnapshotMigration[] = [
  { from: 1, migrate: (member) => (member.key === 'view' ? undefined : member) },
];

/** The steps from `version` to `current`; undefined when one is missing. */
export function migrationPath(
  migrations: readonly SnapshotMigration[],
  version: number,
  current: number,
): readonly SnapshotMigration[] | undefined {
  const steps: SnapshotMigration[] = [];
  for (let from = version; from < current; from += 1) {
    const step = migrations.find((migration) => migration.from === from);
    if (step === undefined) {
      return undefined;
    }
    steps.push(step);
  }
  return steps;
}

/** Takes a member through all steps. */
export function migrateMember(steps: readonly SnapshotMigration[], member: MigratedMember): MigratedMember | undefined {
  let current: MigratedMember | undefined = member;
  for (const step of steps) {
    current = current === undefined ? undefined : step.migrate(current);
  }
  return current;
}
