import { kindById, KINDS } from '../../kinds/index.ts';
import { at, classAt, type CompactGraph, nodeAt, otherEnd } from './compact-graph.ts';
import { compareText } from '../../compare.ts';
import { nodeCodes } from './node-codes.ts';
import { titleStem } from './title-stem.ts';

/** One way to tell jobs apart: jobs it does not tell apart are drawn as one. Levels go from fine to coarse. */
export interface JobLevel {
  readonly name: string;
  /** The same number for jobs that are not told apart, and nearly always another one for others. */
  readonly hash: (job: number) => number;
  readonly isSame: (one: number, other: number) => boolean;
  /** What tells a job apart in terms of names: the same in every session, whatever else is in the inventory. */
  readonly stableKey: (job: number) => string;
}

/** How a level tells jobs apart besides their kind and state. */
interface LevelOptions {
  readonly name: string;
  readonly place: 'none' | 'project' | 'location';
  readonly stem: boolean;
  /** Links to resources count from this reach on. */
  readonly reach: number;
}

/** Reach of what is not drawn, and of what only one job is linked to; what jobs share reaches to the place of its kind, from 0 on. */
const NOT_DRAWN = -2;
const UNSHARED = -1;
const SHARED = 0;

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
  const reach = reachOf(compact, eligible, jobsAt, kinds);
  const nothing = kinds.length;
  const levels: JobLevel[] = [
    {
      name: 'job',
      hash: (job) => job,
      isSame: (one, other) => one === other,
      stableKey: (job) => nodeAt(compact, job).id,
    },
    levelOf(compact, reach, { name: 'links', place: 'project', stem: false, reach: UNSHARED }),
    levelOf(compact, reach, { name: 'shared links', place: 'project', stem: false, reach: SHARED }),
  ];
  const named: JobLevel[] = [];
  const unnamed: JobLevel[] = [];
  for (let dropped = 1; dropped <= kinds.length; dropped += 1) {
    const kept = kinds.slice(dropped);
    const name = kept.length === 0 ? 'place' : `shared links to ${kept.toSorted(compareText).join()}`;
    named.push(levelOf(compact, reach, { name: `name, ${name}`, place: 'project', stem: true, reach: dropped }));
    unnamed.push(levelOf(compact, reach, { name, place: 'location', stem: false, reach: dropped }));
  }
  levels.push(...named, ...unnamed);
  levels.push(levelOf(compact, reach, { name: 'location', place: 'location', stem: false, reach: nothing }));
  levels.push(levelOf(compact, reach, { name: 'project', place: 'project', stem: false, reach: nothing }));
  levels.push(levelOf(compact, reach, { name: 'state', place: 'none', stem: false, reach: nothing }));
  return levels;
}

/** How far each node tells jobs apart: to the place of its kind where several jobs share it. */
function reachOf(
  compact: CompactGraph,
  eligible: Uint8Array,
  jobsAt: Int32Array,
  kinds: readonly string[],
): Int32Array {
  const placeOf = new Map<string, number>(kinds.map((kind, place) => [kind, place]));
  return Int32Array.from(compact.nodes, ({ kind }, node) => {
    if (at(eligible, node) === 0) return NOT_DRAWN;
    return at(jobsAt, node) > 1 ? (placeOf.get(kind) ?? UNSHARED) : UNSHARED;
  });
}

function levelOf(compact: CompactGraph, reach: Int32Array, options: LevelOptions): JobLevel {
  const { sort, project, location, stem, links, others } = nodeCodes(compact);
  const { offsets } = compact;
  const told = [
    sort.of,
    ...(options.place === 'none' ? [] : [project.of]),
    ...(options.place === 'location' ? [location.of] : []),
    ...(options.stem ? [stem.of] : []),
  ];
  const least = options.reach;

  function hash(job: number): number {
    let mixed = 0;
    for (const codes of told) mixed = Math.imul(mixed ^ at(codes, job), PRIME);
    const end = at(offsets, job + 1);
    for (let place = at(offsets, job); place < end; place += 1) {
      if (at(reach, at(others, place)) < least) continue;
      const link = links[place] ?? 0;
      // Both halves of a number beyond 32 bits.
      mixed = Math.imul(mixed ^ link ^ (link / HALF), PRIME);
    }
    return mixed;
  }

  function isSame(one: number, other: number): boolean {
    for (const codes of told) if (at(codes, one) !== at(codes, other)) return false;
    const [endOfOne, endOfOther] = [at(offsets, one + 1), at(offsets, other + 1)];
    let [place, otherPlace] = [at(offsets, one), at(offsets, other)];
    for (;;) {
      while (place < endOfOne && at(reach, at(others, place)) < least) place += 1;
      while (otherPlace < endOfOther && at(reach, at(others, otherPlace)) < least) otherPlace += 1;
      if (place === endOfOne || otherPlace === endOfOther) return place === endOfOne && otherPlace === endOfOther;
      if (links[place] !== links[otherPlace]) return false;
      place += 1;
      otherPlace += 1;
    }
  }

  function stableKey(job: number): string {
    const node = nodeAt(compact, job);
    const parts = [node.kind, node.state, node.unsubmitted === true ? 'unsubmitted' : ''];
    if (options.place !== 'none') parts.push(node.project ?? '');
    if (options.place === 'location') parts.push(node.location ?? '');
    if (options.stem) parts.push(titleStem(node.title));
    return `${parts.join('\n')}\n${namedLinks(compact, job, (other) => at(reach, other) >= least)}`;
  }

  return { name: options.name, hash, isSame, stableKey };
}

/** Of the FNV hash: http://www.isthe.com/chongo/tech/comp/fnv/ */
const PRIME = 0x01000193;
const HALF = 2 ** 32;

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

function namedLinks(compact: CompactGraph, job: number, follows: (other: number) => boolean): string {
  const links: string[] = [];
  for (let place = at(compact.offsets, job); place < at(compact.offsets, job + 1); place += 1) {
    const edge = at(compact.incident, place);
    const other = otherEnd(compact, edge, job);
    if (!follows(other)) continue;
    const { type, confidence, flow } = classAt(compact, edge);
    const direction = at(compact.from, edge) === job ? 'to' : 'from';
    links.push(`${type} ${confidence} ${flow} ${direction} ${nodeAt(compact, other).id}`);
  }
  return links.toSorted(compareText).join('\n');
}

/**
 * Divides jobs by a level, in order of first occurrence. Returns nothing as soon as there would be more than `most` groups, so that
 * a level which is too fine costs little. Linear in jobs and their links.
 */
export function partition(
  jobs: readonly number[],
  level: JobLevel,
  most: number,
): readonly (readonly number[])[] | undefined {
  const groups: number[][] = [];
  // Groups whose jobs have the same hash: nearly always one.
  const byHash = new Map<number, number[][]>();
  for (const job of jobs) {
    const hash = level.hash(job);
    const alike = byHash.get(hash);
    const group = alike?.find(([first]) => first !== undefined && level.isSame(first, job));
    if (group !== undefined) {
      group.push(job);
      continue;
    }
    if (groups.length === most) return undefined;
    const fresh = [job];
    groups.push(fresh);
    if (alike === undefined) byHash.set(hash, [fresh]);
    else alike.push(fresh);
  }
  return groups;
}
