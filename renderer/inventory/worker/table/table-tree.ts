import { compareText } from '../../../../shared/compare.ts';
import { at, type CompactGraph, nodeAt } from '../../../../shared/graph/view/compact-graph.ts';
import type { Grouping } from '../../../../shared/graph/view.ts';
import { type GroupValue, groupValues } from '../../../../shared/graph/view/group-values.ts';
import { kindById } from '../../../../shared/kinds/index.ts';
import type { OpenGroups, TreePlace } from '../protocol/table-protocol.ts';

/** A group of resources in a tree. */
export interface TreeGroup {
  readonly id: string;
  readonly title: string;
  /** Of equal rank groups go by title; a higher rank comes later. */
  readonly rank: number;
  readonly groups: readonly TreeGroup[];
  /** Numbers of the resources right below it, in the order of the list; only the lowest groups have any. */
  readonly members: readonly number[];
  readonly count: number;
}

/** A row of a tree: a group, or the number of a resource. */
export type TreeRow = { readonly tree: TreePlace } & ({ readonly group: TreeGroup } | { readonly index: number });

interface Draft {
  readonly title: string;
  readonly rank: number;
  readonly groups: Map<string, Draft>;
  readonly members: number[];
}

interface Step {
  readonly key: string;
  readonly title: string;
  readonly rank: number;
}

/** A separator that no value has in it. */
const PARTED = '\u0000';

/**
 * Puts resources below their project, location and kind, or below what the view groups them by and their kind; in each group they
 * keep the order they come in.
 */
export function growTree(
  compact: CompactGraph,
  order: readonly number[],
  groupBy: Grouping | undefined,
): readonly TreeGroup[] {
  const levels = levelsFor(compact, groupBy);
  const root: Draft = { title: '', rank: 0, groups: new Map(), members: [] };
  for (const index of order) {
    let draft = root;
    for (const level of levels) {
      const { key, title, rank } = level(index);
      const known = draft.groups.get(key) ?? { title, rank, groups: new Map<string, Draft>(), members: [] };
      draft.groups.set(key, known);
      draft = known;
    }
    draft.members.push(index);
  }
  return finished(root, '');
}

/** The group of a resource at one level of the tree. */
type Level = (index: number) => Step;

function levelsFor(compact: CompactGraph, groupBy: Grouping | undefined): readonly Level[] {
  const kind: Level = (index) => {
    const { kind: id } = nodeAt(compact, index);
    return { key: id, title: kindById(id).plural, rank: at(compact.kindRank, index) };
  };
  const project = levelOf(groupValues(compact, { by: 'project' }), 'No project');
  const location = levelOf(groupValues(compact, { by: 'location' }), 'No location');
  switch (groupBy?.by) {
    case 'location':
      return [location, project, kind];
    case 'launcher':
      return [levelOf(groupValues(compact, groupBy), 'No launcher'), kind];
    case 'label':
      return [levelOf(groupValues(compact, groupBy), `No label ${groupBy.key ?? ''}`), kind];
    case 'project':
    case undefined:
      return [project, location, kind];
  }
}

/** What has no value stands last. */
function levelOf(valueOf: (index: number) => GroupValue | undefined, none: string): Level {
  return (index) => {
    const known = valueOf(index);
    return known === undefined ? { key: '', title: none, rank: 1 } : { key: known.value, title: known.title, rank: 0 };
  };
}

function finished(draft: Draft, prefix: string): readonly TreeGroup[] {
  return [...draft.groups]
    .map(([key, { title, rank, groups: below, members, ...rest }]) => {
      const id = `${prefix}${PARTED}${key}`;
      const groups = finished({ title, rank, groups: below, members, ...rest }, id);
      const count = groups.reduce((sum, group) => sum + group.count, members.length);
      return { id, title, rank, groups, members, count };
    })
    .toSorted((a, b) => a.rank - b.rank || compareText(a.title, b.title));
}

/** Whether a group of a tree is open. */
export function isOpen(
  { at: all, toggled }: { readonly at: OpenGroups['at']; readonly toggled: ReadonlySet<string> },
  id: string,
  level: number,
): boolean {
  const first = all === 'all' || (all === 'first' && level === 1);
  return toggled.has(id) !== first;
}

/** The rows one sees: groups, and what is below the open ones. Linear in the rows. */
export function rowsOfTree(tree: readonly TreeGroup[], open: OpenGroups): readonly TreeRow[] {
  const opened = { at: open.at, toggled: new Set(open.toggled) };
  const rows: TreeRow[] = [];
  function add(groups: readonly TreeGroup[], level: number): void {
    groups.forEach((group, position) => {
      rows.push({ group, tree: { level, position: position + 1, siblings: groups.length } });
      if (!isOpen(opened, group.id, level)) return;
      add(group.groups, level + 1);
      group.members.forEach((index, place) => {
        rows.push({ index, tree: { level: level + 1, position: place + 1, siblings: group.members.length } });
      });
    });
  }
  add(tree, 1);
  return rows;
}

/** Numbers of all resources below a group, in the order of the tree. */
export function membersBelow(tree: readonly TreeGroup[], id: string): readonly number[] {
  for (const group of tree) {
    if (group.id === id) return allMembers(group);
    if (id.startsWith(`${group.id}${PARTED}`)) return membersBelow(group.groups, id);
  }
  return [];
}

function allMembers({ groups, members }: TreeGroup): readonly number[] {
  return [...groups.flatMap(allMembers), ...members];
}
