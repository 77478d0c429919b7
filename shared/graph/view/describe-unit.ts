import { kindById, type KindId } from '../../kinds/index.ts';
import type { GraphNode, NodeState } from '../graph.ts';
import { isFailure, lifecycleLabel } from './lifecycle-label.ts';
import { compareText } from '../../compare.ts';
import { at, type CompactGraph, nodeAt } from './compact-graph.ts';
import { type Coded, nodeCodes } from './node-codes.ts';
import { byCount } from './title-stem.ts';

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
 * failures first, and places (`3 failed, 34 succeeded · us-central1`). How many they are is drawn beside the title. `members`, of
 * which there is at least one, are node numbers.
 */
export function describeGroup(compact: CompactGraph, members: readonly number[]): UnitLabel {
  const first = nodeAt(compact, at(members, 0));
  const codes = nodeCodes(compact);
  const parts = [
    isUnsubmitted(compact, members) ? 'not submitted' : undefined,
    lifecycles(countValues(codes.lifecycle, members), members.length),
    place(countValues(codes.location, members)),
    first.state === 'present' ? undefined : STATE_LABELS[first.state],
  ];
  return {
    title: stemsOf(countValues(codes.stem, members), members.length) ?? kindById(first.kind).plural,
    subtitle: parts.filter((part) => part !== undefined).join(SEPARATOR),
  };
}

/** Whether none of these nodes was ever submitted. */
export function isUnsubmitted(compact: CompactGraph, members: readonly number[]): boolean {
  return members.every((member) => nodeAt(compact, member).unsubmitted === true);
}

/** How often each value occurs among these nodes, in order of first occurrence; nodes without one are left out. */
export function countValues({ of, values }: Coded, members: readonly number[]): ReadonlyMap<string, number> {
  const counts = new Map<number, number>();
  for (const member of members) {
    const code = at(of, member);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const named = [...counts].map(([code, count]) => [values[code] ?? '', count] as const);
  return new Map(named.filter(([value]) => value !== ''));
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
function stemsOf(counts: ReadonlyMap<string, number>, members: number): string | undefined {
  const stems = byCount(counts);
  const repeated = stems.filter(([, count]) => count > 1);
  const covered = repeated.reduce((sum, [, count]) => sum + count, 0);
  const [first] = repeated;
  if (first === undefined || covered * 2 < members) return undefined;
  return stems.length === 1 ? `${first[0]}-*` : `${first[0]}-* +${stems.length - 1}`;
}

function place(counts: ReadonlyMap<string, number>): string | undefined {
  const [location] = counts.keys();
  return counts.size > 1 ? `${counts.size} locations` : location;
}

function lifecycles(counts: ReadonlyMap<string, number>, members: number): string | undefined {
  const [only] = counts.keys();
  if (only !== undefined && counts.size === 1 && counts.get(only) === members) return lifecycleLabel(only);
  const ordered = [...counts].toSorted(
    ([a, countA], [b, countB]) => Number(isFailure(b)) - Number(isFailure(a)) || countB - countA || compareText(a, b),
  );
  if (ordered.length === 0) return undefined;
  return ordered.map(([lifecycle, count]) => `${count.toLocaleString('en')} ${lifecycleLabel(lifecycle)}`).join(', ');
}
