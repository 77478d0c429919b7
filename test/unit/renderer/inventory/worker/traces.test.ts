import { describe, expect, it } from 'vitest';
import { extentOfLineage, lineageOfNode } from '../../../../../renderer/inventory/worker/traces.ts';
import type { NodeId } from '../../../../../shared/graph/graph.ts';
import { openBytes, listingBytes } from '../../../../bench/pipeline.ts';

describe('extentOfLineage()', () => {
  it('counts what the lineage has, by distance, and hands over nothing else', () => {
    const { graph } = openBytes(listingBytes(40));
    const options = { direction: 'dependants', way: 'dependencies', limit: 5_000 } as const;
    const hub = [...graph.nodes.keys()].toSorted(
      (one, other) => graph.incoming(other).length - graph.incoming(one).length,
    )[0] as NodeId;
    const { nodes, rings, truncated } = lineageOfNode(graph, hub, options);
    const extent = extentOfLineage(graph, hub, options);
    expect(extent).toStrictEqual({ rings, truncated });
    expect(extent.rings.reduce((sum, { count }) => sum + count, 0)).toBe(nodes.length - 1);
    expect(nodes.length).toBeGreaterThan(10);
  });
});
