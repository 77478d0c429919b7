import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../shared/findings/analyse.ts';
import { RULES } from '../../../../shared/findings/catalogue.ts';
import { createAccessModel } from '../../../../shared/graph/access/access-model.ts';
import { deriveGraph } from '../../../../shared/graph/derive-graph.ts';
import type { Graph, GraphEdge } from '../../../../shared/graph/graph.ts';
import { createMasker } from '../../../../shared/inventory/masking.ts';
import { createInventoryReader } from '../../../../shared/inventory/reader.ts';
import type { Inventory } from '../../../../shared/inventory/inventory.ts';
import { asGcloudListing, generateInventory } from '../../../tools/generate-inventory.ts';

const SMALL = 300;
const TIMES = 4;

function estateOf(jobs: number): { readonly inventory: Inventory; readonly graph: Graph } {
  const reader = createInventoryReader();
  reader.beginFile('jobs.json');
  reader.push(new TextEncoder().encode(asGcloudListing(generateInventory({ jobs }))));
  reader.endFile();
  const inventory = reader.finish();
  return { inventory, graph: deriveGraph(inventory) };
}

/** A graph that counts the links that are gone through and the resources that are looked up. */
function counted(graph: Graph): { readonly graph: Graph; readonly count: () => number } {
  let count = 0;
  const listed = (edges: readonly GraphEdge[]): readonly GraphEdge[] => {
    count += 1 + edges.length;
    return edges;
  };
  const nodes = new Map(graph.nodes);
  nodes.get = (id) => {
    count += 1;
    return graph.nodes.get(id);
  };
  nodes.values = () => {
    count += graph.nodes.size;
    return graph.nodes.values();
  };
  return {
    graph: {
      ...graph,
      nodes,
      outgoing: (id) => listed(graph.outgoing(id)),
      incoming: (id) => listed(graph.incoming(id)),
    },
    count: () => count,
  };
}

const small = estateOf(SMALL);
const large = estateOf(SMALL * TIMES);
const masker = createMasker(new Uint8Array(32));

function workOf(rule: string, { inventory, graph }: typeof small): number {
  const counting = counted(graph);
  analyse({ graph: counting.graph, access: createAccessModel(graph), inventory, masker, now: 0, rules: [rule] });
  return counting.count();
}

describe('the work of a rule', () => {
  it.each(RULES.map(({ id }) => id))('%s grows as the inventory does', (rule) => {
    // A rule whose work was quadratic would do sixteen times as much.
    expect(workOf(rule, large)).toBeLessThan(workOf(rule, small) * TIMES * 1.6 + 50);
  });
});
