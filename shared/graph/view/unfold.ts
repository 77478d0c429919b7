import { type JobLevel, partition } from './job-levels.ts';
import { jobUnit } from './fold-plan.ts';
import { groupId, single, type Unit } from './unit.ts';

/** Most units an unfolded group turns into at once; the others stay in a fold of their own. */
export const UNFOLD_STEP = 50;

/**
 * Replaces each group the user unfolded by its parts, and those again if they were unfolded. A small group becomes its members;
 * a large group of jobs the groups of the finest level that gives few enough; any other its most important members and a group
 * with the rest, which can be unfolded further.
 */
export function unfold(
  units: readonly Unit[],
  unfolded: ReadonlySet<string>,
  levels: readonly JobLevel[],
  order: (a: number, b: number) => number,
): Unit[] {
  return units.flatMap((unit) =>
    unit.group === undefined || !unfolded.has(unit.group)
      ? [unit]
      : unfold(parts(unit, unit.group, levels, order), unfolded, levels, order),
  );
}

function parts(
  unit: Unit,
  group: string,
  levels: readonly JobLevel[],
  order: (a: number, b: number) => number,
): Unit[] {
  if (unit.members.length <= UNFOLD_STEP) return unit.members.map((member) => single(member, group));
  // Level 0 tells every job apart, and the level the group was made by tells none of them apart.
  for (let index = 1; index < (unit.level ?? 0); index += 1) {
    const level = levels[index];
    const groups = level === undefined ? undefined : partition(unit.members, level, UNFOLD_STEP);
    if (level === undefined || groups === undefined || groups.length === 1) continue;
    return groups.map((members) => jobUnit(members, level, index, group));
  }
  const ordered = unit.members.toSorted(order);
  const rest = ordered.slice(UNFOLD_STEP);
  const singles = ordered.slice(0, UNFOLD_STEP).map((member) => single(member, group));
  const [last] = rest;
  if (rest.length === 1 && last !== undefined) return [...singles, single(last, group)];
  return [...singles, { members: rest, group: groupId(group, 'more'), unfoldedFrom: group }];
}
