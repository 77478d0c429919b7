import { at, type CompactGraph } from './compact-graph.ts';
import { foldOthers } from './fold-others.ts';
import { type JobLevel, jobLevels, partition } from './job-levels.ts';
import { groupId, mostImportant, single, type Unit } from './unit.ts';

/** How the nodes of a view are divided before the user unfolds anything. */
export interface FoldPlan {
  readonly units: readonly Unit[];
  /** The levels the jobs can be told apart by, finest first; empty where nothing is folded. */
  readonly levels: readonly JobLevel[];
  /** Node numbers that found no place. */
  readonly left: readonly number[];
}

/** Of the limit, what folded jobs and what all folded units may take: a folded picture is meant to be read, not to fill the limit. */
const JOBS_SHARE = 0.17;
const FOLDED_SHARE = 0.4;

/**
 * Divides the eligible nodes into at most `limit` units. Up to the limit each node is a unit of its own; above it jobs are
 * folded at the finest level that fits and everything else around them.
 */
export function planFolds(
  compact: CompactGraph,
  eligible: Uint8Array,
  limit: number,
  order: (a: number, b: number) => number,
): FoldPlan {
  const nodes: number[] = [];
  for (let index = 0; index < compact.nodes.length; index += 1) {
    if (at(eligible, index) === 1) nodes.push(index);
  }
  if (nodes.length <= limit) return { units: nodes.map((node) => single(node)), levels: [], left: [] };

  const levels = jobLevels(compact, eligible);
  const jobs = nodes.filter((node) => at(compact.isJob, node) === 1);
  const others = nodes.filter((node) => at(compact.isJob, node) === 0);
  const budget = Math.max(1, Math.floor(limit * FOLDED_SHARE));
  const jobUnits = foldJobs(jobs, levels, Math.max(1, Math.floor(limit * JOBS_SHARE)));
  const otherUnits = foldOthers({
    compact,
    others,
    jobUnits,
    eligible,
    budget: budget - jobUnits.length,
    order,
  });
  return bounded([...jobUnits, ...otherUnits], levels, limit, order);
}

function foldJobs(jobs: readonly number[], levels: readonly JobLevel[], most: number): Unit[] {
  for (const [index, level] of levels.entries()) {
    const isCoarsest = index === levels.length - 1;
    const groups = partition(jobs, level, isCoarsest ? jobs.length : most);
    if (groups !== undefined) return groups.map((members) => jobUnit(members, level, index));
  }
  return [];
}

/** Jobs with equal keys at a level as a unit; `within` is the fold they were taken out of. */
export function jobUnit(members: readonly number[], level: JobLevel, index: number, within?: string): Unit {
  const [first] = members;
  if (first === undefined) throw new Error('a unit needs a member');
  if (members.length === 1) return single(first, within);
  const key = [level.name, level.stableKey(first)];
  return within === undefined
    ? { members, group: groupId(...key), level: index }
    : { members, group: groupId(within, ...key), level: index, unfoldedFrom: within };
}

/** Leaves out the least important units where even folds do not fit. */
function bounded(
  units: readonly Unit[],
  levels: readonly JobLevel[],
  limit: number,
  order: (a: number, b: number) => number,
): FoldPlan {
  if (units.length <= limit) return { units, levels, left: [] };
  const best = new Map(units.map((unit) => [unit, mostImportant(unit.members, order)]));
  const ordered = units.toSorted((a, b) => order(best.get(a) ?? 0, best.get(b) ?? 0));
  return { units: ordered.slice(0, limit), levels, left: ordered.slice(limit).flatMap((unit) => unit.members) };
}
