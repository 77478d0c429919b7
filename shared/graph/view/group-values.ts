import { kindById } from '../../kinds/index.ts';
import type { RelationId } from '../../kinds/kind.ts';
import type { GraphNode } from '../graph.ts';
import { labelsOf } from '../node-labels.ts';
import type { Grouping } from '../view.ts';
import { lowerFirst } from './describe-unit.ts';
import { at, classAt, type CompactGraph, nodeAt } from './compact-graph.ts';

/** What resources are grouped by, of one of them. */
export interface GroupValue {
  readonly value: string;
  readonly title: string;
}

/** Keys of labels by which people note who made something; Google defines none for this. */
const CREATOR_LABELS: readonly string[] = [
  'creator',
  'created-by',
  'created_by',
  'submitted-by',
  'submitted_by',
  'launched-by',
  'launched_by',
  'owner',
  'user',
];
const IDENTITIES: readonly RelationId[] = ['RUNS_AS', 'IMPLICIT_IDENTITY'];
/** Launchers of launchers that are followed; links that lead in a circle end there too. */
const MOST_STEPS = 8;

/** Returns the value of each node, by its number, that a grouping goes by; undefined for nodes that have none. */
export function groupValues(
  compact: CompactGraph,
  { by, key = '' }: Grouping,
): (node: number) => GroupValue | undefined {
  switch (by) {
    case 'project':
      return (node) => asValue(nodeAt(compact, node).project);
    case 'location':
      return (node) => asValue(nodeAt(compact, node).location);
    case 'label':
      return (node) => asValue(labelsOf(nodeAt(compact, node)).find(([name]) => name === key)?.[1]);
    case 'launcher':
      return launchers(compact);
  }
}

function asValue(text: string | undefined): GroupValue | undefined {
  return text === undefined || text === '' ? undefined : { value: text, title: text };
}

/**
 * Who submitted a job, as far as the inventory tells: the resource that launched it, or the one that launched that; else a label
 * that names a person or a system; else the account it runs as. Launchers and accounts stand with their jobs.
 */
function launchers(compact: CompactGraph): (node: number) => GroupValue | undefined {
  const jobs = [...compact.nodes.keys()].filter((node) => isSubmitted(nodeAt(compact, node)));
  const found = new Map<number, GroupValue>();
  for (const job of jobs) {
    const launcher = rootLauncher(compact, job);
    const creator = launcher === job ? creatorOf(nodeAt(compact, job)) : undefined;
    const by = launcher !== job ? launcher : creator === undefined ? targetOf(compact, job, IDENTITIES) : undefined;
    if (by !== undefined) {
      const { id, kind, title } = nodeAt(compact, by);
      const value = { value: id, title: `${title} (${lowerFirst(kindById(kind).title)})` };
      found.set(job, value);
      found.set(by, value);
    } else if (creator !== undefined) {
      found.set(job, creator);
    }
  }
  return (node) => found.get(node);
}

function isSubmitted({ kind }: GraphNode): boolean {
  const { column } = kindById(kind);
  return column === 'job' || column === 'launcher';
}

function rootLauncher(compact: CompactGraph, job: number): number {
  let launcher = job;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = targetOf(compact, launcher, ['LAUNCHED_BY']);
    if (next === undefined || next === job) break;
    launcher = next;
  }
  return launcher;
}

function creatorOf(node: GraphNode): GroupValue | undefined {
  const labels = new Map(labelsOf(node));
  for (const key of CREATOR_LABELS) {
    const value = labels.get(key);
    if (value !== undefined && value !== '') return { value: `${key}=${value}`, title: `${key}: ${value}` };
  }
  return undefined;
}

/** What the first link out of a node by one of these relations leads to; of several the first by title. */
function targetOf(compact: CompactGraph, node: number, relations: readonly RelationId[]): number | undefined {
  let target: number | undefined;
  for (let place = at(compact.offsets, node); place < at(compact.offsets, node + 1); place += 1) {
    const edge = at(compact.incident, place);
    if (at(compact.from, edge) !== node || !relations.includes(classAt(compact, edge).type)) continue;
    const other = at(compact.to, edge);
    if (other !== node && (target === undefined || other < target)) target = other;
  }
  return target;
}
