import type { View, ViewEdge } from '../../../../shared/graph/view.ts';
import { RELATIONS } from '../../../../shared/links/relations.ts';

/**
 * Returns the rank of each node that data flows through, in the view's order: 0 for sources, for others one more than the highest
 * of what flows into them. A source stands just before the first thing made of it. Where data flows in a circle the link that
 * closes it, in the view's order, does not count; links over which data flows both ways count only for nodes that have no other.
 * Who can connect to whom says nothing of what is made of what.
 * Linear in nodes and links.
 */
export function rankByFlow(view: View): ReadonlyMap<string, number> {
  const arcs = arcsOf(view);
  const after = new Map<string, string[]>();
  const before = new Map<string, string[]>();
  for (const [from, to] of arcs) {
    push(after, from, to);
    push(before, to, from);
  }
  const flowing = view.nodes.map(({ id }) => id).filter((id) => after.has(id) || before.has(id));
  const order = sortTopologically(flowing, after);
  const place = new Map(order.map((id, index) => [id, index]));
  const ranks = new Map<string, number>();
  for (const id of order) {
    // An arc from a later node is one that closes a circle.
    const earlier = (before.get(id) ?? []).filter((from) => isBefore(place, from, id));
    ranks.set(id, Math.max(-1, ...earlier.map((from) => ranks.get(from) ?? 0)) + 1);
  }
  for (const id of flowing) {
    if (ranks.get(id) !== 0) continue;
    const next = (after.get(id) ?? []).filter((to) => isBefore(place, id, to)).map((to) => ranks.get(to) ?? 1);
    if (next.length > 0) ranks.set(id, Math.min(...next) - 1);
  }
  return new Map(flowing.map((id) => [id, ranks.get(id) ?? 0]));
}

function isBefore(place: ReadonlyMap<string, number>, one: string, other: string): boolean {
  return (place.get(one) ?? 0) < (place.get(other) ?? 0);
}

/** From where data comes to where it goes. */
function arcsOf({ edges }: View): readonly (readonly [from: string, to: string])[] {
  const arcs = edges.flatMap((edge) => arcOf(edge) ?? []);
  const directed = new Set(arcs.flat());
  const loose = edges.filter(
    ({ flow, source, target, type }) =>
      flow === 'both' &&
      RELATIONS[type].connects !== true &&
      source !== target &&
      !(directed.has(source) && directed.has(target)),
  );
  return [...arcs, ...loose.map(({ source, target }) => [target, source] as const)];
}

function arcOf({ source, target, flow, type }: ViewEdge): readonly [readonly [string, string]] | undefined {
  if (source === target || RELATIONS[type].connects === true) return undefined;
  if (flow === 'in') return [[target, source]];
  return flow === 'out' ? [[source, target]] : undefined;
}

/** Nodes so that what flows into one comes before it, but for circles. Depth first, without recursion: chains can be long. */
function sortTopologically(ids: readonly string[], after: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const seen = new Set<string>();
  const finished: string[] = [];
  for (const start of ids) {
    if (seen.has(start)) continue;
    seen.add(start);
    const path = [{ id: start, next: 0 }];
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const to = after.get(step.id)?.[step.next];
      step.next += 1;
      if (to === undefined) {
        finished.push(step.id);
        path.pop();
      } else if (!seen.has(to)) {
        seen.add(to);
        path.push({ id: to, next: 0 });
      }
    }
  }
  return finished.toReversed();
}

function push(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
