import { at, type CompactGraph, nodeAt, otherEnd } from './compact-graph.ts';
import { compareText } from '../../compare.ts';
import { groupId, mostImportant, single, type Unit } from './unit.ts';

/** What folding the resources around jobs needs to know. */
export interface OthersInput {
  readonly compact: CompactGraph;
  /** Nodes to fold: all that are drawn and no jobs. */
  readonly others: readonly number[];
  /** Units of the jobs. */
  readonly jobUnits: readonly Unit[];
  readonly eligible: Uint8Array;
  /** Most units to return. */
  readonly budget: number;
  /** Most important first. */
  readonly order: (a: number, b: number) => number;
}

/**
 * Folds resources until they fit. Kinds with few resources (accounts, networks, keys) are drawn one by one and leave what they
 * do not need of their share to the kinds with many. Of those, resources with the same neighbours are drawn as one (what only
 * one fold of jobs uses stands beside it as one fold); where that is not enough, the most important stay and the rest of the
 * kind is folded.
 */
export function foldOthers(input: OthersInput): Unit[] {
  const { compact } = input;
  const byKind = groupByKind(compact, input.others);
  const kinds = [...byKind].toSorted(([a, nodesA], [b, nodesB]) => nodesA.length - nodesB.length || compareText(a, b));
  const keyOf = neighbourKeys(input);
  const units: Unit[] = [];
  kinds.forEach(([, nodes], index) => {
    const share = Math.max(1, Math.floor((input.budget - units.length) / (kinds.length - index)));
    units.push(...foldKind(input, nodes, share, keyOf));
  });
  return units;
}

function groupByKind(compact: CompactGraph, nodes: readonly number[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const node of nodes) push(groups, nodeAt(compact, node).kind, node);
  return groups;
}

function push(groups: Map<string, number[]>, key: string, node: number): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [node]);
  else group.push(node);
}

function foldKind(
  input: OthersInput,
  nodes: readonly number[],
  share: number,
  keyOf: (node: number) => string,
): Unit[] {
  if (nodes.length <= share) return nodes.map((node) => single(node));
  const alike = new Map<string, number[]>();
  for (const node of nodes) push(alike, keyOf(node), node);
  const units = [...alike].map(([key, members]) => asUnit('same neighbours', key, members));
  if (units.length <= share) return units;
  return keepMostImportant(input, units, share);
}

/** Returns what a resource is linked to, in terms of what is drawn. */
function neighbourKeys(input: OthersInput): (node: number) => string {
  const { compact, eligible } = input;
  const folds = new Map(input.jobUnits.map(({ group, members }) => [at(members, 0), group]));
  // By the number of a fold's first member, or of a node that is drawn alone.
  const drawnAs = Int32Array.from(compact.nodes, (_, node) => node);
  for (const { members } of input.jobUnits) for (const member of members) drawnAs[member] = at(members, 0);
  const metAt = new Int32Array(compact.nodes.length).fill(-1);
  return (node) => {
    const neighbours: string[] = [];
    for (let place = at(compact.offsets, node); place < at(compact.offsets, node + 1); place += 1) {
      const other = otherEnd(compact, at(compact.incident, place), node);
      const drawn = at(drawnAs, other);
      if (at(eligible, other) === 0 || at(metAt, drawn) === node) continue;
      metAt[drawn] = node;
      neighbours.push(folds.get(drawn) ?? nodeAt(compact, drawn).id);
    }
    const { kind, state } = nodeAt(compact, node);
    return [kind, state, ...neighbours.toSorted(compareText)].join('\n');
  };
}

/** Keeps the most important units and folds the rest by state, and by project where there are few. */
function keepMostImportant(input: OthersInput, units: readonly Unit[], share: number): Unit[] {
  const { compact } = input;
  const best = new Map(units.map((unit) => [unit, mostImportant(unit.members, input.order)]));
  const ordered = units.toSorted((a, b) => input.order(best.get(a) ?? 0, best.get(b) ?? 0));
  const foldedBy = (withProject: boolean, rest: readonly Unit[]): Map<string, number[]> => {
    const folds = new Map<string, number[]>();
    for (const unit of rest) {
      for (const member of unit.members) {
        const { kind, state, project } = nodeAt(compact, member);
        push(folds, [kind, state, withProject ? (project ?? '') : '*'].join('\n'), member);
      }
    }
    return folds;
  };
  // The number of folds depends on what is left over, which depends on the number of folds: a quarter of the share is set aside
  // for folds by project, three places (one a state) for folds by state alone.
  for (const [withProject, places] of [
    [true, Math.floor(share / 4)],
    [false, Math.min(3, share)],
  ] as const) {
    const kept = ordered.slice(0, share - places);
    const folds = foldedBy(withProject, ordered.slice(share - places));
    if (folds.size > places) continue;
    return [...kept, ...[...folds].map(([key, members]) => asUnit('rest', key, members))];
  }
  return [...foldedBy(false, ordered)].map(([key, members]) => asUnit('rest', key, members));
}

function asUnit(reason: string, key: string, members: readonly number[]): Unit {
  const [first] = members;
  if (members.length === 1 && first !== undefined) return single(first);
  return { members, group: groupId(reason, key) };
}
