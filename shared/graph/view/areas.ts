import { compareText } from '../../compare.ts';
import type { Grouping } from '../view.ts';
import { at, type CompactGraph, nodeAt } from './compact-graph.ts';
import { type GroupValue, groupValues } from './group-values.ts';
import { areaId, groupId, single, type Unit } from './unit.ts';

/** Areas the nodes of a view are divided into. */
export interface Division {
  /** Index into `areas` per node number; -1 for nodes that stand in none, because they have no such value. */
  readonly of: Int32Array;
  readonly areas: readonly { readonly id: string; readonly title: string }[];
}

/** Most areas; the smallest of more than so many are one: a picture of more boxes cannot be read. */
export const MOST_AREAS = 12;

const OTHERS: Readonly<Record<Grouping['by'], string>> = {
  project: 'other projects',
  location: 'other places',
  launcher: 'other launchers',
  label: 'other values',
};

/** Divides the eligible nodes by what a grouping asks for, into the largest areas and one for all others. Linear. */
export function divide(compact: CompactGraph, eligible: Uint8Array, grouping: Grouping): Division {
  const valueOf = groupValues(compact, grouping);
  const members = new Map<string, { readonly title: string; readonly nodes: number[] }>();
  for (let node = 0; node < compact.nodes.length; node += 1) {
    if (at(eligible, node) === 0) continue;
    const found = valueOf(node);
    if (found !== undefined) add(members, found, node);
  }
  const bySize = [...members].toSorted(
    ([a, { nodes: nodesA }], [b, { nodes: nodesB }]) => nodesB.length - nodesA.length || compareText(a, b),
  );
  const own = bySize.length > MOST_AREAS ? bySize.slice(0, MOST_AREAS - 1) : bySize;
  const others = bySize.slice(own.length);
  const of = new Int32Array(compact.nodes.length).fill(-1);
  const areas = own
    .toSorted(([a, one], [b, other]) => compareText(one.title, other.title) || compareText(a, b))
    .map(([value, { title, nodes }], index) => {
      for (const node of nodes) of[node] = index;
      return { id: areaId(grouping, 'value', value), title };
    });
  if (others.length > 0) {
    for (const [, { nodes }] of others) for (const node of nodes) of[node] = areas.length;
    areas.push({ id: areaId(grouping, 'others'), title: `${others.length} ${OTHERS[grouping.by]}` });
  }
  return { of, areas };
}

function add(
  members: Map<string, { readonly title: string; readonly nodes: number[] }>,
  { value, title }: GroupValue,
  node: number,
): void {
  const known = members.get(value);
  if (known === undefined) members.set(value, { title, nodes: [node] });
  else known.nodes.push(node);
}

/** Area a unit stands in: all its members stand in the same. */
export function areaOf(unit: Unit, { of }: Division): number {
  return of[unit.members[0] ?? -1] ?? -1;
}

/**
 * Divides folds so that each lies in one area. Where that makes more than `limit` units, those of a kind and state in an area are
 * folded together.
 */
export function splitByArea(
  compact: CompactGraph,
  units: readonly Unit[],
  division: Division,
  limit: number,
): readonly Unit[] {
  const split = units.flatMap((unit) => parts(unit, division));
  return split.length <= limit ? split : mergeAlike(compact, split, division);
}

function parts(unit: Unit, { of, areas }: Division): readonly Unit[] {
  if (unit.group === undefined) return [unit];
  const byArea = new Map<number, number[]>();
  for (const member of unit.members) push(byArea, at(of, member), member);
  if (byArea.size === 1) return [unit];
  return [...byArea].map(([area, members]) => {
    const [first] = members;
    if (members.length === 1 && first !== undefined) return single(first);
    return { ...unit, members, group: groupId(unit.group ?? '', areas[area]?.id ?? '') };
  });
}

function mergeAlike(compact: CompactGraph, units: readonly Unit[], division: Division): readonly Unit[] {
  const alike = new Map<string, Unit[]>();
  for (const unit of units) {
    const { kind, state } = nodeAt(compact, at(unit.members, 0));
    push(alike, [division.areas[areaOf(unit, division)]?.id ?? '', kind, state].join('\n'), unit);
  }
  return [...alike].map(([key, same]) => {
    const [first] = same;
    if (same.length === 1 && first !== undefined) return first;
    return { members: same.flatMap(({ members }) => members), group: groupId('alike', key) };
  });
}

/** Draws each folded area as one card; what the user asked to see alone (`keep`) stays out of it. */
export function foldAreas(
  units: readonly Unit[],
  division: Division,
  folded: ReadonlySet<string>,
  keep: (unit: Unit) => boolean,
): readonly Unit[] {
  if (!division.areas.some(({ id }) => folded.has(id))) return units;
  const drawn: Unit[] = [];
  const inside = new Map<string, number[]>();
  for (const unit of units) {
    const id = division.areas[areaOf(unit, division)]?.id;
    if (id === undefined || !folded.has(id) || keep(unit)) drawn.push(unit);
    else inside.set(id, [...(inside.get(id) ?? []), ...unit.members]);
  }
  return [...drawn, ...[...inside].map(([id, members]): Unit => ({ members, group: id, isArea: true }))];
}

function push<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
