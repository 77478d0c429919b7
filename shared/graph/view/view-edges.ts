import type { ViewEdge } from '../view.ts';
import { at, classAt, type CompactGraph } from './compact-graph.ts';
import { compareText } from '../../compare.ts';

export interface DrawnLinks {
  readonly edges: readonly ViewEdge[];
  /** Links per unit that lead to nodes which are not drawn. */
  readonly hiddenLinks: Int32Array;
}

/**
 * Returns the links between drawn units: links of the same relation, confidence and flow between the same two units are one,
 * with their number. Links inside a fold are not drawn. One pass over the edges.
 *
 * `unitOf` holds the unit's number per node number, -1 for what is not drawn; `ids` the drawn id of each unit; `classes` 1 for
 * each class of links that is drawn at all.
 */
export function drawLinks(
  compact: CompactGraph,
  unitOf: Int32Array,
  ids: readonly string[],
  classes: Uint8Array,
): DrawnLinks {
  const hiddenLinks = new Int32Array(ids.length);
  const merged = new Map<number, { count: number; evidence: number; readonly edge: number }>();
  for (let edge = 0; edge < compact.edges.length; edge += 1) {
    const source = at(unitOf, at(compact.from, edge));
    const target = at(unitOf, at(compact.to, edge));
    if ((source < 0 && target < 0) || at(classes, at(compact.edgeClass, edge)) === 0) continue;
    if (source < 0 || target < 0) {
      const seen = Math.max(source, target);
      hiddenLinks[seen] = at(hiddenLinks, seen) + 1;
      continue;
    }
    if (source === target) continue;
    const key = (source * ids.length + target) * compact.classes.length + at(compact.edgeClass, edge);
    const known = merged.get(key);
    const evidence = at(compact.evidence, edge);
    if (known === undefined) {
      merged.set(key, { count: 1, evidence, edge });
    } else {
      known.count += 1;
      known.evidence += evidence;
    }
  }
  const unitRank = ranks(ids);
  const classRank = ranks(compact.classes.map(({ type, confidence, flow }) => `${type} ${confidence} ${flow}`));
  const edges = [...merged.values()].map(({ edge, count, evidence }) => {
    const from = at(unitOf, at(compact.from, edge));
    const to = at(unitOf, at(compact.to, edge));
    const source = ids[from] ?? '';
    const target = ids[to] ?? '';
    const { type, confidence, flow } = classAt(compact, edge);
    const id = `${type} ${confidence} ${flow} ${source} ${target}`;
    return {
      // The order of the ids, for which thousands of long texts would have to be compared.
      rank: [at(classRank, at(compact.edgeClass, edge)), at(unitRank, from), at(unitRank, to)] as const,
      drawn: { id, source, target, type, confidence, flow, count, evidence },
    };
  });
  const ordered = edges.toSorted(({ rank: a }, { rank: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  return { edges: ordered.map(({ drawn }) => drawn), hiddenLinks };
}

/** The place of each text among all of them in order. */
function ranks(texts: readonly string[]): Int32Array {
  const order = texts.map((_, index) => index).toSorted((a, b) => compareText(texts[a] ?? '', texts[b] ?? ''));
  const places = new Int32Array(texts.length);
  order.forEach((index, place) => {
    places[index] = place;
  });
  return places;
}
