import type { Position, ViewEdge } from '../../../shared/graph/view.ts';
import { nearestTo } from './spatial.ts';
import type { PlacedNode } from './spatial.ts';

/** One end of an edge, seen from the other end. */
export interface Link {
  readonly edge: ViewEdge;
  readonly other: string;
  readonly direction: 'outgoing' | 'incoming';
}

/** The links of every node, in the order of `edges`. An edge from a node to itself is one outgoing link. */
export function linksByNode(edges: readonly ViewEdge[]): ReadonlyMap<string, readonly Link[]> {
  const links = new Map<string, Link[]>();
  function add(id: string, link: Link): void {
    const known = links.get(id);
    if (known === undefined) links.set(id, [link]);
    else known.push(link);
  }
  for (const edge of edges) {
    add(edge.source, { edge, other: edge.target, direction: 'outgoing' });
    if (edge.target !== edge.source) add(edge.target, { edge, other: edge.source, direction: 'incoming' });
  }
  return links;
}

/** The link to follow from a place in a direction: the one whose other end is nearest. `nodes` are those in the view. */
export function linkToFollow(
  links: readonly Link[],
  direction: Link['direction'],
  from: Position,
  nodes: ReadonlyMap<string, PlacedNode>,
): Link | undefined {
  const open = links.filter((link) => link.direction === direction);
  const ends = open.flatMap((link) => nodes.get(link.other) ?? []);
  const nearest = nearestTo(ends, from);
  return open.find((link) => link.other === nearest);
}

/** The link `step` places after `current` among the links of a node, round and round; the first (or last) if it is none of them. */
export function linkInRing(links: readonly Link[], current: string | undefined, step: 1 | -1): Link | undefined {
  const id = neighbourInRing(
    links.map(({ edge }) => edge.id),
    current ?? '',
    step,
  );
  return links.find(({ edge }) => edge.id === id);
}

/** The neighbour after (`step` 1) or before (-1) `current` in a ring of neighbours; the first or last if it is none of them. */
export function neighbourInRing(neighbours: readonly string[], current: string, step: 1 | -1): string | undefined {
  const at = neighbours.indexOf(current);
  if (at === -1) return step === 1 ? neighbours[0] : neighbours.at(-1);
  return neighbours[(at + step + neighbours.length) % neighbours.length];
}
