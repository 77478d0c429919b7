import { kindById, KINDS } from '../../kinds/index.ts';
import { at, classAt, type CompactGraph, nodeAt, otherEnd } from './compact-graph.ts';
import { compareText } from '../../compare.ts';
import { titleStem } from './title-stem.ts';

/** One way to tell jobs apart: jobs with equal keys are drawn as one. Levels go from fine to coarse. */
export interface JobLevel {
  readonly name: string;
  /** Key of a job, quick to compute and valid for this graph only. */
  readonly key: (job: number) => string;
  /** The same key in terms of names: the same in every session, whatever else is in the inventory. */
  readonly stableKey: (job: number) => string;
}

/**
 * Returns the levels for a set of nodes, finest first: each job alone; jobs with the same links; with the same links to resources
 * they share with other jobs; then, the kinds with the most resources first, with fewer and fewer of those links, told apart by
 * the stem of their name as long as that serves; at last by project and location, by project, and by state only.
 *
 * Resources that guard jobs (accounts, keys, networks) are left out last: they are few and they are what a reviewer asks about.
 */
export function jobLevels(compact: CompactGraph, eligible: Uint8Array): JobLevel[] {
  const jobsAt = countJobs(compact, eligible);
  const kinds = kindsByDiversity(compact, jobsAt);
  const all = new Set(kinds);
  const levels: JobLevel[] = [
    { name: 'job', key: (job) => String(job), stableKey: (job) => nodeAt(compact, job).id },
    level({ name: 'links', place: 'project', stem: false, follows: () => true }),
    level({ name: 'shared links', place: 'project', stem: false, follows: (other) => at(jobsAt, other) > 1 }),
  ];
  const named: JobLevel[] = [];
  const unnamed: JobLevel[] = [];
  for (let dropped = 1; dropped <= kinds.length; dropped += 1) {
    const kept = new Set(kinds.slice(dropped));
    const follows = (other: number): boolean => at(jobsAt, other) > 1 && kept.has(nodeAt(compact, other).kind);
    const name = dropped === all.size ? 'place' : `shared links to ${[...kept].toSorted(compareText).join()}`;
    named.push(level({ name: `name, ${name}`, place: 'project', stem: true, follows }));
    unnamed.push(level({ name, place: 'location', stem: false, follows }));
  }
  levels.push(...named, ...unnamed);
  levels.push(level({ name: 'location', place: 'location', stem: false, follows: nothing }));
  levels.push(level({ name: 'project', place: 'project', stem: false, follows: nothing }));
  levels.push(level({ name: 'state', place: 'none', stem: false, follows: nothing }));
  return levels;

  function level(options: {
    readonly name: string;
    readonly place: 'none' | 'project' | 'location';
    readonly stem: boolean;
    readonly follows: (other: number) => boolean;
  }): JobLevel {
    function prefix(job: number): string {
      const node = nodeAt(compact, job);
      const parts = [node.kind, node.state, node.unsubmitted === true ? 'unsubmitted' : ''];
      if (options.place !== 'none') parts.push(node.project ?? '');
      if (options.place === 'location') parts.push(node.location ?? '');
      if (options.stem) parts.push(titleStem(node.title));
      return parts.join('\n');
    }
    return {
      name: options.name,
      key: (job) => `${prefix(job)}\n${numericLinks(compact, job, eligible, options.follows)}`,
      stableKey: (job) => `${prefix(job)}\n${namedLinks(compact, job, eligible, options.follows)}`,
    };
  }
}

function nothing(): boolean {
  return false;
}

/** Number of different jobs linked to each node. */
function countJobs(compact: CompactGraph, eligible: Uint8Array): Int32Array {
  const counts = new Int32Array(compact.nodes.length);
  // Two relations of one job to one bucket are one job.
  const lastJob = new Int32Array(compact.nodes.length).fill(-1);
  for (let job = 0; job < compact.nodes.length; job += 1) {
    if (at(compact.isJob, job) === 0 || at(eligible, job) === 0) continue;
    for (let place = at(compact.offsets, job); place < at(compact.offsets, job + 1); place += 1) {
      const other = otherEnd(compact, at(compact.incident, place), job);
      if (at(lastJob, other) === job) continue;
      lastJob[other] = job;
      counts[other] = at(counts, other) + 1;
    }
  }
  return counts;
}

/** Kinds of resources that jobs share, those that tell jobs apart most first, guards after all others. */
function kindsByDiversity(compact: CompactGraph, jobsAt: Int32Array): string[] {
  const resources = new Map<string, number>();
  compact.nodes.forEach((node, index) => {
    if (at(jobsAt, index) > 1) resources.set(node.kind, (resources.get(node.kind) ?? 0) + 1);
  });
  const shared = KINDS.map((kind) => kind.id).filter((id) => resources.has(id));
  return shared.toSorted((a, b) => {
    const guards = Number(kindById(a).column === 'guard') - Number(kindById(b).column === 'guard');
    return guards || (resources.get(b) ?? 0) - (resources.get(a) ?? 0) || compareText(a, b);
  });
}

function numericLinks(
  compact: CompactGraph,
  job: number,
  eligible: Uint8Array,
  follows: (other: number) => boolean,
): string {
  const links: number[] = [];
  for (let place = at(compact.offsets, job); place < at(compact.offsets, job + 1); place += 1) {
    const edge = at(compact.incident, place);
    const other = otherEnd(compact, edge, job);
    if (at(eligible, other) === 0 || !follows(other)) continue;
    const isOutgoing = at(compact.from, edge) === job ? 1 : 0;
    // One number for target, relation and direction: numbers sort far faster than text.
    links.push((other * compact.classes.length + at(compact.edgeClass, edge)) * 2 + isOutgoing);
  }
  return links.toSorted((a, b) => a - b).join();
}

function namedLinks(
  compact: CompactGraph,
  job: number,
  eligible: Uint8Array,
  follows: (other: number) => boolean,
): string {
  const links: string[] = [];
  for (let place = at(compact.offsets, job); place < at(compact.offsets, job + 1); place += 1) {
    const edge = at(compact.incident, place);
    const other = otherEnd(compact, edge, job);
    if (at(eligible, other) === 0 || !follows(other)) continue;
    const { type, confidence, flow } = classAt(compact, edge);
    const direction = at(compact.from, edge) === job ? 'to' : 'from';
    links.push(`${type} ${confidence} ${flow} ${direction} ${nodeAt(compact, other).id}`);
  }
  return links.toSorted(compareText).join('\n');
}

/**
 * Divides jobs by a level's keys, in order of first occurrence. Returns nothing as soon as there would be more than `most`
 * groups, so that a level which is too fine costs little.
 */
export function partition(
  jobs: readonly number[],
  level: JobLevel,
  most: number,
): ReadonlyMap<string, readonly number[]> | undefined {
  const groups = new Map<string, number[]>();
  for (const job of jobs) {
    const key = level.key(job);
    const group = groups.get(key);
    if (group !== undefined) {
      group.push(job);
      continue;
    }
    if (groups.size === most) return undefined;
    groups.set(key, [job]);
  }
  return groups;
}
