import type { Position, View, ViewEdge } from '../../../shared/graph/view.ts';
import type { RelationId } from '../../../shared/kinds/kind.ts';
import { RELATIONS } from '../../../shared/links/relations.ts';
import { type LinkScene, TRAIT } from './worker/link-protocol.ts';

/** The links of a view as they are drawn. */
export interface DrawnLinks {
  readonly scene: LinkScene;
  /** Id of each link, by its number. */
  readonly ids: readonly string[];
  /** Number of a link; undefined for one that is not drawn. */
  numberOf(id: string): number | undefined;
  /** Numbers of the links that begin or end at a node. */
  linksAt(node: string): readonly number[];
  /** Number of a node in `scene.places`; undefined for one that is not drawn. */
  placeOf(node: string): number | undefined;
  /** Ids of the nodes a link joins. */
  endsOf(link: number): readonly [source: string, target: string];
}

const NONE: readonly number[] = [];

/**
 * The links of a view whose ends are in it. Nodes without a position stand at the origin. Linear in nodes and links.
 */
export function drawnLinks(view: View, positions: Readonly<Record<string, Position>>): DrawnLinks {
  const cards = new Map(view.nodes.map(({ id }, card) => [id, card]));
  const places = new Float32Array(view.nodes.length * 2);
  view.nodes.forEach(({ id }, card) => {
    const place = positions[id];
    if (place !== undefined) places.set([place.x, place.y], card * 2);
  });
  const edges: ViewEdge[] = [];
  const joined: number[] = [];
  for (const edge of view.edges) {
    const source = cards.get(edge.source);
    const target = cards.get(edge.target);
    if (source === undefined || target === undefined) continue;
    edges.push(edge);
    joined.push(source, target);
  }
  const ends = Uint32Array.from(joined);
  const traits = new Uint8Array(edges.length);
  edges.forEach((edge, link) => {
    traits[link] = traitsOf(edge);
  });
  for (const link of firstOfEach(edges, ends, places)) traits[link] = (traits[link] ?? 0) | TRAIT.first;
  const ids = edges.map(({ id }) => id);
  let numbers: ReadonlyMap<string, number> | undefined;
  let adjacency: ReadonlyMap<number, readonly number[]> | undefined;
  return {
    scene: { places, ends, lanes: parallelLanes(ends, view.nodes.length), traits, ...labelsOf(edges) },
    ids,
    numberOf(id) {
      numbers ??= new Map(ids.map((each, number) => [each, number]));
      return numbers.get(id);
    },
    linksAt(node) {
      adjacency ??= adjacencyOf(ends);
      return adjacency.get(cards.get(node) ?? -1) ?? NONE;
    },
    placeOf: (node) => cards.get(node),
    endsOf: (link) => [view.nodes[ends[link * 2] ?? -1]?.id ?? '', view.nodes[ends[link * 2 + 1] ?? -1]?.id ?? ''],
  };
}

const CERTAINTY = { exact: 0, derived: TRAIT.derived, heuristic: TRAIT.heuristic } as const;

function traitsOf({ confidence, flow, count, type }: ViewEdge): number {
  const inward = flow === 'in' || flow === 'both' ? TRAIT.sourceHead : 0;
  const outward = flow === 'out' || flow === 'both' ? TRAIT.targetHead : 0;
  const certainty = CERTAINTY[confidence];
  return (
    certainty |
    inward |
    outward |
    (count > 1 ? TRAIT.merged : 0) |
    (flow === 'none' ? TRAIT.roundHead : 0) |
    accessTraits(type, flow)
  );
}

/** Who may do what is told by an open head at the target. */
function accessTraits(type: RelationId, flow: ViewEdge['flow']): number {
  if (RELATIONS[type].layer === undefined) return 0;
  return TRAIT.access | (flow === 'in' ? 0 : TRAIT.targetHead);
}

/** Texts are few: most links of a view have the same. */
function labelsOf(edges: readonly ViewEdge[]): Pick<LinkScene, 'labels' | 'labelOf'> {
  const known = new Map<string, number>();
  const labelOf = new Uint16Array(edges.length);
  edges.forEach(({ type, count }, link) => {
    const relation = RELATIONS[type].label;
    const label = count > 1 ? `${relation} ×${count}` : relation;
    const number = known.get(label) ?? known.size;
    known.set(label, number);
    labelOf[link] = number;
  });
  return { labels: [...known.keys()], labelOf };
}

/** Lane of each link among those that join the same two cards: 0 if alone, else symmetric about 0 in steps of 1. */
export function parallelLanes(ends: Uint32Array, cards: number): Float32Array {
  const first = new Map<number, number>();
  const more = new Map<number, number[]>();
  const lanes = new Float32Array(ends.length / 2);
  for (let link = 0; link < lanes.length; link += 1) {
    const from = ends[link * 2] ?? 0;
    const to = ends[link * 2 + 1] ?? 0;
    const pair = Math.min(from, to) * cards + Math.max(from, to);
    const before = first.get(pair);
    if (before === undefined) {
      first.set(pair, link);
      continue;
    }
    const links = more.get(pair);
    if (links === undefined) more.set(pair, [before, link]);
    else links.push(link);
  }
  for (const links of more.values()) {
    links.forEach((link, index) => {
      lanes[link] = index - (links.length - 1) / 2;
    });
  }
  return lanes;
}

/**
 * The link of each relation into each target that stands for all of them when relations are written on links unasked: the most
 * level one.
 */
function firstOfEach(edges: readonly ViewEdge[], ends: Uint32Array, places: Float32Array): Iterable<number> {
  const best = new Map<RelationId, Map<number, number>>();
  const drop = (link: number): number =>
    Math.abs((places[(ends[link * 2] ?? 0) * 2 + 1] ?? 0) - (places[(ends[link * 2 + 1] ?? 0) * 2 + 1] ?? 0));
  edges.forEach(({ type }, link) => {
    const targets = best.get(type) ?? new Map<number, number>();
    best.set(type, targets);
    const target = ends[link * 2 + 1] ?? 0;
    const before = targets.get(target);
    if (before === undefined || drop(link) < drop(before)) targets.set(target, link);
  });
  return [...best.values()].flatMap((targets) => [...targets.values()]);
}

function adjacencyOf(ends: Uint32Array): ReadonlyMap<number, readonly number[]> {
  const adjacency = new Map<number, number[]>();
  ends.forEach((card, at) => {
    const link = Math.floor(at / 2);
    const links = adjacency.get(card);
    if (links === undefined) adjacency.set(card, [link]);
    else if (links.at(-1) !== link) links.push(link);
  });
  return adjacency;
}
