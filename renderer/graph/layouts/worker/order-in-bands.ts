import type { View } from '../../../../shared/graph/view.ts';
import { compareText } from '../../../../shared/compare.ts';
import { BANDS, type Band, type Place } from './place-in-columns.ts';

/** Rounds of moving every node to the middle of its neighbours; more rounds change little. */
const SWEEPS = 12;

/** The nodes of each band from top to bottom, block by block. */
export type BandOrder = ReadonlyMap<Band, readonly string[]>;

/**
 * Orders each band so that linked nodes stand at similar heights, which keeps crossings few: each node moves to the mean height
 * of its neighbours in other bands, band after band, to and fro (barycentre heuristic of Sugiyama, Tagawa and Toda, 1981).
 * Nodes are taken in the view's order at first, so the result is the same for the same view.
 */
export function orderInBands(view: View, places: ReadonlyMap<string, Place>, sweeps = SWEEPS): BandOrder {
  const bands = new Map<Band, string[]>(BANDS.map((band) => [band, []]));
  for (const { id } of view.nodes) bands.get(places.get(id)?.band ?? 'left')?.push(id);
  if (sweeps === 0) return bands;
  const neighbours = neighboursByBand(view, places);
  const heights = new Map<string, number>();
  for (const order of bands.values()) setHeights(order, heights);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const direction = sweep % 2 === 0 ? BANDS : BANDS.toReversed();
    for (const band of direction) {
      const sorted = sortByHeight(bands.get(band) ?? [], neighbours, heights, places);
      bands.set(band, sorted);
      setHeights(sorted, heights);
    }
  }
  return bands;
}

/** Neighbours in other bands; of a node that has none, those in its own band. */
function neighboursByBand(view: View, places: ReadonlyMap<string, Place>): ReadonlyMap<string, readonly string[]> {
  const across = new Map<string, string[]>(view.nodes.map(({ id }) => [id, []]));
  const within = new Map<string, string[]>(view.nodes.map(({ id }) => [id, []]));
  for (const { source, target } of view.edges) {
    const links = places.get(source)?.band === places.get(target)?.band ? within : across;
    links.get(source)?.push(target);
    links.get(target)?.push(source);
  }
  return new Map([...across].map(([id, others]) => [id, others.length > 0 ? others : (within.get(id) ?? [])]));
}

/** Height as a share of the band, so that short and long bands can be compared. */
function setHeights(order: readonly string[], heights: Map<string, number>): void {
  order.forEach((id, index) => heights.set(id, (index + 0.5) / order.length));
}

/** Kinds stay together within a block, so that one sees at a glance where the keys are; kinds and nodes are ordered by height. */
function sortByHeight(
  order: readonly string[],
  neighbours: ReadonlyMap<string, readonly string[]>,
  heights: ReadonlyMap<string, number>,
  places: ReadonlyMap<string, Place>,
): string[] {
  const wanted = new Map(order.map((id) => [id, meanHeight(id, neighbours, heights)]));
  const groups = new Map<string, { readonly block: number; readonly kind: string; readonly ids: string[] }>();
  for (const id of order) {
    const { block = 0, kind = '' } = places.get(id) ?? {};
    const group = groups.get(`${block} ${kind}`);
    if (group === undefined) groups.set(`${block} ${kind}`, { block, kind, ids: [id] });
    else group.ids.push(id);
  }
  const height = (ids: readonly string[]): number =>
    ids.reduce((sum, id) => sum + (wanted.get(id) ?? 0), 0) / ids.length;
  return [...groups.values()]
    .toSorted((a, b) => a.block - b.block || height(a.ids) - height(b.ids) || compareText(a.kind, b.kind))
    .flatMap(({ ids }) => ids.toSorted((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0)));
}

function meanHeight(
  id: string,
  neighbours: ReadonlyMap<string, readonly string[]>,
  heights: ReadonlyMap<string, number>,
): number {
  const linked = neighbours.get(id) ?? [];
  if (linked.length === 0) return heights.get(id) ?? 0;
  return linked.reduce((sum, other) => sum + (heights.get(other) ?? 0), 0) / linked.length;
}
