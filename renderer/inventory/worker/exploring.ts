import { compareNodes } from './compare-nodes.ts';
import type { ExploringCalls } from './exploring-protocol.ts';
import type { OpenedInventory } from './opened-inventory.ts';
import { lineageOfNode, pathsBetween } from './traces.ts';

/** Returns the calls by which one explores. `current` throws where no inventory is open. */
export function exploringCalls(current: () => OpenedInventory, maskText: (text: string) => string): ExploringCalls {
  return {
    paths: (question) => pathsBetween(current().graph, question),
    lineage: (id, wanted) => lineageOfNode(current().graph, id, wanted),
    table: (...question) =>
      current()
        .table()
        .page(...question),
    tableCsv: (spec, sort, columns) => current().table().csv(spec, sort, columns, maskText),
    compare: (ids) => compareNodes(current().graph, ids),
  };
}
