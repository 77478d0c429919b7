import { kindById, type KindId } from '../../kinds/index.ts';
import type { GraphNode, NodeState } from '../graph.ts';
import { isFailure, lifecycleLabel } from './lifecycle-label.ts';
import { compareText } from '../../compare.ts';
import { countStems } from './title-stem.ts';

/** Title and second line of a label. */
export interface UnitLabel {
  readonly title: string;
  readonly subtitle: string;
}

const SEPARATOR = ' · ';

/** Returns the label of a node: its title, and where it is and in what state. */
export function describeNode(node: GraphNode): UnitLabel {
  const parts = [
    node.location,
    node.unsubmitted === true ? 'not submitted' : undefined,
    node.lifecycle === undefined ? undefined : lifecycleLabel(node.lifecycle),
    node.state === 'present' ? undefined : STATE_LABELS[node.state],
  ];
  return { title: node.title, subtitle: parts.filter((part) => part !== undefined).join(SEPARATOR) };
}

const STATE_LABELS: Readonly<Record<NodeState, string>> = {
  present: 'collected',
  referenced: 'not collected',
  unresolved: 'unresolved',
};

/**
 * Returns the label of a fold: what its members' names have in common (`train-fraud-*`, else the kind), and their states,
 * failures first, and places (`3 failed, 34 succeeded · us-central1`). How many they are is drawn beside the title.
 */
export function describeGroup(members: readonly GraphNode[]): UnitLabel {
  const [first] = members;
  if (first === undefined) throw new Error('a group needs a member');
  const parts = [
    members.every((member) => member.unsubmitted === true) ? 'not submitted' : undefined,
    lifecycles(members),
    place(members),
    first.state === 'present' ? undefined : STATE_LABELS[first.state],
  ];
  return {
    title: stemsOf(members) ?? kindById(first.kind).plural,
    subtitle: parts.filter((part) => part !== undefined).join(SEPARATOR),
  };
}

/** Begins a title in lower case, but for abbreviations: `custom jobs`, `VPC networks`. */
export function lowerFirst(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** What a folded area holds: its most frequent kind, and a second line (`40 custom jobs, 12 buckets, 3 more`). */
export interface AreaContent {
  readonly kind: KindId;
  readonly subtitle: string;
}

/** Returns what is in a folded area. */
export function describeArea(members: readonly GraphNode[]): AreaContent {
  const counts = new Map<KindId, number>();
  for (const { kind } of members) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const ordered = [...counts].toSorted(([a, countA], [b, countB]) => countB - countA || compareText(a, b));
  const named = ordered.slice(0, 2).map(([kind, count]) => {
    const { title, plural } = kindById(kind);
    return `${count.toLocaleString('en')} ${lowerFirst(count === 1 ? title : plural)}`;
  });
  const others = ordered.slice(2).reduce((sum, [, count]) => sum + count, 0);
  const [[kind]] = ordered as [[KindId, number]];
  const parts = [...named, ...(others === 0 ? [] : [`${others.toLocaleString('en')} more`])];
  return { kind, subtitle: parts.join(', ') };
}

/** `train-fraud-*`, or `train-* +3` with the number of other stems; nothing where most members have a name of their own. */
function stemsOf(members: readonly GraphNode[]): string | undefined {
  const stems = countStems(members.map((member) => member.title));
  const repeated = stems.filter(([, count]) => count > 1);
  const covered = repeated.reduce((sum, [, count]) => sum + count, 0);
  const [first] = repeated;
  if (first === undefined || covered * 2 < members.length) return undefined;
  return stems.length === 1 ? `${first[0]}-*` : `${first[0]}-* +${stems.length - 1}`;
}

function place(members: readonly GraphNode[]): string | undefined {
  const locations = distinct(members.map((member) => member.location));
  if (locations.length > 1) return `${locations.length} locations`;
  return locations[0];
}

function lifecycles(members: readonly GraphNode[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { lifecycle } of members) {
    if (lifecycle !== undefined) counts.set(lifecycle, (counts.get(lifecycle) ?? 0) + 1);
  }
  const [only] = counts.keys();
  if (only !== undefined && counts.size === 1 && counts.get(only) === members.length) return lifecycleLabel(only);
  const ordered = [...counts].toSorted(
    ([a, countA], [b, countB]) => Number(isFailure(b)) - Number(isFailure(a)) || countB - countA || compareText(a, b),
  );
  if (ordered.length === 0) return undefined;
  return ordered.map(([lifecycle, count]) => `${count.toLocaleString('en')} ${lifecycleLabel(lifecycle)}`).join(', ');
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
