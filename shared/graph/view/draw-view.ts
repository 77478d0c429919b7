import { compareText } from '../../compare.ts';
import type { GraphNode, NodeId } from '../graph.ts';
import type { View, ViewArea, ViewNode, ViewSpec } from '../view.ts';
import { areaOf, type Division } from './areas.ts';
import { at, type CompactGraph, nodeAt } from './compact-graph.ts';
import { countValues, describeArea, describeGroup, describeNode, isUnsubmitted } from './describe-unit.ts';
import type { Attention } from './importance.ts';
import { isFailure } from './lifecycle-label.ts';
import { nodeCodes } from './node-codes.ts';
import type { Unit } from './unit.ts';
import { drawLinks } from './view-edges.ts';
import { FILTERED, HIDDEN, linkClasses, OUT_OF_FOCUS, OVER_LIMIT, SHOWN } from './visible-nodes.ts';

/** What is drawn of a unit, whatever is drawn around it. */
export type UnitDescription = Omit<ViewNode, 'hiddenLinks'>;

/** What a view is drawn from besides its units. */
export interface Drawing {
  /** Why each node is shown or not, by its number. */
  readonly place: Uint8Array;
  readonly division: Division | undefined;
  readonly spec: ViewSpec;
}

/** Returns the view of these units. One pass over nodes and links, and sorting. */
export function draw(
  compact: CompactGraph,
  units: readonly Unit[],
  { place, division, spec }: Drawing,
  describe: (unit: Unit) => UnitDescription,
): View {
  const unitOf = new Int32Array(compact.nodes.length).fill(-1);
  units.forEach((unit, index) => {
    for (const member of unit.members) unitOf[member] = index;
  });
  const ids = units.map((unit) => unit.group ?? nodeAt(compact, at(unit.members, 0)).id);
  const { edges, hiddenLinks } = drawLinks(compact, unitOf, ids, linkClasses(compact, spec.exclude));
  const pinned = new Set(spec.pinned);
  const titles = division?.areas ?? [];
  const nodes = units.map((unit, index) => ({
    rank: at(compact.kindRank, at(unit.members, 0)),
    node: drawnNode(unit, describe(unit), titles[division === undefined ? -1 : areaOf(unit, division)], {
      hiddenLinks: at(hiddenLinks, index),
      pinned,
    }),
  }));
  const ordered = nodes.toSorted(
    (a, b) => a.rank - b.rank || compareText(a.node.title, b.node.title) || compareText(a.node.id, b.node.id),
  );
  const counts = [0, 0, 0, 0, 0];
  for (const reason of place) counts[reason] = at(counts, reason) + 1;
  const left = (
    [
      ['filter', FILTERED],
      ['hidden', HIDDEN],
      ['focus', OUT_OF_FOCUS],
      ['limit', OVER_LIMIT],
    ] as const
  ).map(([reason, code]) => ({ reason, count: at(counts, code) }));
  return {
    nodes: ordered.map(({ node }) => node),
    edges,
    ...(division === undefined
      ? {}
      : {
          areas: drawnAreas(
            division,
            ordered.map(({ node }) => node),
          ),
        }),
    ...(counts[OVER_LIMIT] === 0 ? {} : { undrawn: undrawnNodes(compact, place) }),
    shown: at(counts, SHOWN),
    total: compact.nodes.length,
    left: left.filter(({ count }) => count > 0),
  };
}

function undrawnNodes(compact: CompactGraph, place: Uint8Array): readonly NodeId[] {
  return compact.nodes.filter((_, index) => at(place, index) === OVER_LIMIT).map(({ id }) => id);
}

function drawnNode(
  unit: Unit,
  description: UnitDescription,
  area: { readonly id: string; readonly title: string } | undefined,
  { hiddenLinks, pinned }: { readonly hiddenLinks: number; readonly pinned: ReadonlySet<string> },
): ViewNode {
  return {
    ...description,
    ...(unit.isArea === true ? { title: area?.title ?? '' } : {}),
    ...(area === undefined ? {} : { area: area.id }),
    ...(unit.isBrought === true ? { brought: true } : {}),
    ...(pinned.has(description.id) ? { pinned: true } : {}),
    hiddenLinks,
  };
}

/** The areas that something is drawn of. */
function drawnAreas({ areas }: Division, nodes: readonly ViewNode[]): readonly ViewArea[] {
  const members = new Map<string, ViewNode[]>(areas.map(({ id }) => [id, []]));
  for (const node of nodes) if (node.area !== undefined) members.get(node.area)?.push(node);
  return areas.flatMap(({ id, title }) => {
    const inside = members.get(id) ?? [];
    if (inside.length === 0) return [];
    return {
      id,
      title,
      members: inside.map((node) => node.id),
      count: inside.reduce((sum, node) => sum + (node.members?.length ?? 1), 0),
      ...(inside.some((node) => node.id === id) ? { folded: true } : {}),
    };
  });
}

/** Returns what is drawn of a unit. */
export function describeUnit(compact: CompactGraph, unit: Unit, attention: Attention): UnitDescription {
  const numbers = unit.members.length === 1 ? unit.members : unit.members.toSorted((a, b) => a - b);
  const members = numbers.map((member) => nodeAt(compact, member));
  const [first] = members;
  if (first === undefined) throw new Error('a unit needs a member');
  if (unit.isArea === true) return describeAreaCard(unit, members, attention);
  const label = unit.group === undefined ? describeNode(first) : describeGroup(compact, numbers);
  const lifecycle = groupLifecycle(compact, numbers);
  return {
    id: unit.group ?? first.id,
    kind: first.kind,
    state: first.state,
    ...label,
    ...(lifecycle === undefined ? {} : { lifecycle }),
    ...(isUnsubmitted(compact, numbers) ? { unsubmitted: true } : {}),
    ...(unit.group === undefined ? {} : { members: members.map(({ id }): NodeId => id) }),
    ...(unit.unfoldedFrom === undefined ? {} : { unfoldedFrom: unit.unfoldedFrom }),
    attention: attentionTo(members, attention),
  };
}

/** What is drawn of a folded area but its title; its kind is the one most of its members are of. */
function describeAreaCard(unit: Unit, members: readonly GraphNode[], attention: Attention): UnitDescription {
  const { kind, subtitle } = describeArea(members);
  return {
    id: unit.group ?? '',
    kind,
    state: 'present',
    title: '',
    subtitle,
    members: members.map(({ id }): NodeId => id),
    attention: attentionTo(members, attention),
  };
}

function attentionTo(members: readonly GraphNode[], attention: Attention): number {
  return members.reduce((sum, { id }) => sum + (attention.get(id) ?? 0), 0);
}

/** With this share of failed members a fold counts as failed; in a large fold there is nearly always one. */
const FAILED_SHARE = 0.25;

/** The state all members are in, or that of the first which failed where these are many. */
function groupLifecycle(compact: CompactGraph, members: readonly number[]): string | undefined {
  const counts = countValues(nodeCodes(compact).lifecycle, members);
  const [first] = counts;
  if (first?.[1] === members.length) return first[0];
  let failed = 0;
  let failure: string | undefined;
  for (const [lifecycle, count] of counts) {
    if (!isFailure(lifecycle)) continue;
    failed += count;
    failure ??= lifecycle;
  }
  return failed >= members.length * FAILED_SHARE ? failure : undefined;
}
