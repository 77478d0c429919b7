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
 * `unitOf` holds the unit's number per node number, -1 for what is not drawn; `ids` the drawn id of each unit.
 */
export function drawLinks(compact: CompactGraph, unitOf: Int32Array, ids: readonly string[]): DrawnLinks {
  const hiddenLinks = new Int32Array(ids.length);
  const merged = new Map<number, { count: number; evidence: number; readonly edge: number }>();
  for (let edge = 0; edge < compact.edges.length; edge += 1) {
    const source = at(unitOf, at(compact.from, edge));
    const target = at(unitOf, at(compact.to, edge));
    if (source < 0 && target < 0) continue;
    if (source < 0 || target < 0) {
      const seen = Math.max(source, target);
      hiddenLinks[seen] = at(hiddenLinks, seen) + 1;
      continue;
    }
    if (source === target) continue;
    const key = (source * ids.length + target) * compact.classes.length + at(compact.edgeClass, edge);
    const known = merged.get(key);
    const evidence = compact.edges[edge]?.evidence.length ?? 0;
    if (known === undefined) {
      merged.set(key, { count: 1, evidence, edge });
    } else {
      known.count += 1;
      known.evidence += evidence;
    }
  }
  const edges = [...merged.values()].map(({ edge, ...counts }) => {
    const source = ids[at(unitOf, at(compact.from, edge))] ?? '';
    const target = ids[at(unitOf, at(compact.to, edge))] ?? '';
    const { type, confidence, flow } = classAt(compact, edge);
    return {
      id: `${type} ${confidence} ${flow} ${source} ${target}`,
      source,
      target,
      type,
      confidence,
      flow,
      ...counts,
    };
  });
  return { edges: edges.toSorted((a, b) => compareText(a.id, b.id)), hiddenLinks };
}
