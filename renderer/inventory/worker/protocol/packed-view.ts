import type { NodeId } from '../../../../shared/graph/graph.ts';
import type { Position, View, ViewArea, ViewEdge, ViewNode } from '../../../../shared/graph/view.ts';

/** A view with a position for each of its nodes. */
export interface LaidOutView {
  readonly view: View;
  readonly positions: Readonly<Record<string, Position>>;
  /** View nodes that stand for resources which the last refresh brought or changed; absent where there was none. */
  readonly news?: Readonly<Record<string, 'added' | 'changed'>>;
}

/**
 * A laid out view as it goes to the window. Copying a message blocks the window for as long as it has objects and texts: links and
 * positions go as flat lists, members of folds, which can be all there is, as numbers and only when they changed.
 */
export interface PackedView {
  readonly view: Omit<View, 'nodes' | 'edges' | 'undrawn'>;
  readonly nodes: readonly Omit<ViewNode, 'members'>[];
  /** Names of members that were not sent yet, as one text with line feeds between them where that can be told apart. */
  readonly names: string | readonly NodeId[];
  /** Forgets the names that were sent before. */
  readonly isAnew: boolean;
  /** Members of folds by id: the numbers of their names, in the order in which these were sent. */
  readonly members: Readonly<Record<string, Uint32Array>>;
  /** Folds with the members that were sent last. */
  readonly unchanged: readonly string[];
  /** Numbers of source and target of each link. */
  readonly ends: Uint32Array;
  /** What links are, and which of these each link is. */
  readonly classes: readonly Pick<ViewEdge, 'type' | 'confidence' | 'flow'>[];
  readonly classOf: Uint16Array;
  readonly counts: Uint32Array;
  readonly evidence: Uint32Array;
  /** x and y of each node. */
  readonly places: Float64Array;
  /** Where the cards of open areas would stand; absent where nothing is grouped. */
  readonly cards?: Readonly<Record<string, Position>>;
  readonly news?: LaidOutView['news'];
}

const SEPARATOR = '\n';

/** Names of resources that are not in the inventory any more are sent, and kept, until they are more than these besides its own. */
const MOST_GONE = 10_000;

/** Returns what packs the views of one worker. It remembers the names and the members it sent. */
export function createViewPacker(): (laidOut: LaidOutView) => PackedView {
  const sent = new Map<string, readonly NodeId[]>();
  const numbers = new Map<NodeId, number>();
  return ({ view, positions, news }) => {
    const { nodes, edges, undrawn: _onlyForTheWorker, ...rest } = view;
    const isAnew = numbers.size > view.total + MOST_GONE;
    if (isAnew) {
      sent.clear();
      numbers.clear();
    }
    const members: Record<string, Uint32Array> = {};
    const unchanged: string[] = [];
    const names: NodeId[] = [];
    const numberOf = (id: NodeId): number => {
      const known = numbers.get(id);
      if (known !== undefined) return known;
      names.push(id);
      numbers.set(id, numbers.size);
      return numbers.size - 1;
    };
    for (const node of nodes) {
      if (node.members === undefined) continue;
      if (sent.get(node.id) === node.members) unchanged.push(node.id);
      else members[node.id] = Uint32Array.from(node.members, numberOf);
      sent.set(node.id, node.members);
    }
    const places = new Map(nodes.map(({ id }, number) => [id, number]));
    const ends = new Uint32Array(edges.length * 2);
    edges.forEach(({ source, target }, link) => {
      ends[link * 2] = places.get(source) ?? 0;
      ends[link * 2 + 1] = places.get(target) ?? 0;
    });
    const classes = new Map<string, number>();
    const known: PackedView['classes'][number][] = [];
    const classOf = Uint16Array.from(edges, ({ type, confidence, flow }) => {
      const key = `${type} ${confidence} ${flow}`;
      const number = classes.get(key) ?? known.push({ type, confidence, flow }) - 1;
      classes.set(key, number);
      return number;
    });
    return {
      view: rest,
      nodes: nodes.map(({ members: _apart, ...node }) => node),
      names: joined(names),
      isAnew,
      members,
      unchanged,
      ends,
      classes: known,
      classOf,
      counts: Uint32Array.from(edges, ({ count }) => count),
      evidence: Uint32Array.from(edges, ({ evidence }) => evidence),
      places: placesOf(nodes, positions),
      ...(view.areas === undefined ? {} : { cards: cardsOf(view.areas, positions) }),
      ...(news === undefined ? {} : { news }),
    };
  };
}

function placesOf(nodes: readonly ViewNode[], positions: LaidOutView['positions']): Float64Array {
  const places = new Float64Array(nodes.length * 2);
  nodes.forEach(({ id }, number) => {
    const { x, y } = positions[id] ?? { x: 0, y: 0 };
    places[number * 2] = x;
    places[number * 2 + 1] = y;
  });
  return places;
}

/** Returns what unpacks the views of one worker, each of them in the order in which they come. */
export function createViewUnpacker(): (packed: PackedView) => LaidOutView {
  const known = new Map<string, readonly NodeId[]>();
  let names: NodeId[] = [];
  return (packed) => {
    const unchanged = new Set(packed.unchanged);
    if (packed.isAnew) {
      known.clear();
      names = [];
    }
    for (const name of parted(packed.names)) names.push(name);
    for (const [id, members] of Object.entries(packed.members)) known.set(id, namesOf(members, names));
    const nodes = packed.nodes.map((node): ViewNode => {
      const isFold = unchanged.has(node.id) || Object.hasOwn(packed.members, node.id);
      return isFold ? { ...node, members: known.get(node.id) ?? [] } : node;
    });
    const positions: Record<string, Position> = { ...packed.cards };
    nodes.forEach(({ id }, number) => {
      positions[id] = { x: packed.places[number * 2] ?? 0, y: packed.places[number * 2 + 1] ?? 0 };
    });
    return {
      view: { ...packed.view, nodes, edges: edgesOf(packed) },
      positions,
      ...(packed.news === undefined ? {} : { news: packed.news }),
    };
  };
}

function cardsOf(
  areas: readonly ViewArea[],
  positions: Readonly<Record<string, Position>>,
): Readonly<Record<string, Position>> {
  return Object.fromEntries(
    areas.flatMap(({ id }) => {
      const position = positions[id];
      return position === undefined ? [] : [[id, position]];
    }),
  );
}

function edgesOf({ nodes, ends, classes, classOf, counts, evidence }: PackedView): ViewEdge[] {
  const edges: ViewEdge[] = [];
  classOf.forEach((number, link) => {
    const kind = classes[number];
    const source = nodes[ends[link * 2] ?? -1]?.id;
    const target = nodes[ends[link * 2 + 1] ?? -1]?.id;
    if (kind === undefined || source === undefined || target === undefined) return;
    const { type, confidence, flow } = kind;
    edges.push({
      // As `drawLinks` makes it.
      id: `${type} ${confidence} ${flow} ${source} ${target}`,
      source,
      target,
      type,
      confidence,
      flow,
      count: counts[link] ?? 1,
      evidence: evidence[link] ?? 0,
    });
  });
  return edges;
}

function namesOf(numbers: Uint32Array, names: readonly NodeId[]): readonly NodeId[] {
  const found: NodeId[] = [];
  for (const number of numbers) {
    const name = names[number];
    if (name !== undefined) found.push(name);
  }
  return found;
}

function joined(members: readonly NodeId[]): string | readonly NodeId[] {
  return members.length === 0 || members.some((id) => id.includes(SEPARATOR)) ? members : members.join(SEPARATOR);
}

function parted(members: string | readonly NodeId[]): readonly NodeId[] {
  // What was joined are ids.
  return typeof members === 'string' ? (members.split(SEPARATOR) as NodeId[]) : members;
}
