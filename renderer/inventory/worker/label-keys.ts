import { compareText } from '../../../shared/compare.ts';
import type { Graph } from '../../../shared/graph/graph.ts';
import { labelsOf } from '../../../shared/graph/node-labels.ts';
import type { LabelKey } from './protocol/canvas-protocol.ts';

/** Returns the keys of all labels, those most resources have first. Linear in labels but for sorting. */
export function labelKeys(graph: Graph): readonly LabelKey[] {
  const found = new Map<string, { resources: number; readonly values: Set<string> }>();
  for (const node of graph.nodes.values()) {
    for (const [key, value] of labelsOf(node)) {
      const known = found.get(key) ?? { resources: 0, values: new Set<string>() };
      known.resources += 1;
      known.values.add(value);
      found.set(key, known);
    }
  }
  return [...found]
    .map(([key, { resources, values }]): LabelKey => ({ key, resources, values: values.size }))
    .toSorted((one, other) => other.resources - one.resources || compareText(one.key, other.key));
}
