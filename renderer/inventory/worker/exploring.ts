import type { Masker } from '../../../shared/inventory/masking.ts';
import { timelineOf } from '../../../shared/timeline/timeline.ts';
import { answersAbout } from './details/answers.ts';
import { compareNodes } from './details/compare-nodes.ts';
import type { ExploringCalls } from './protocol/exploring-protocol.ts';
import type { MaskValue } from './details/links.ts';
import type { OpenedInventory } from './opening/opened-inventory.ts';
import { extentOfLineage, lineageOfNode, pathsBetween } from './traces.ts';

/** Returns the calls by which one explores. `current` throws where no inventory is open. */
export function exploringCalls(current: () => OpenedInventory, masker: Masker, mask: MaskValue): ExploringCalls {
  return {
    paths: (question) => pathsBetween(current().graph, question),
    lineage: (id, wanted) => lineageOfNode(current().graph, id, wanted),
    extent: (id, wanted) => extentOfLineage(current().graph, id, wanted),
    table: (...question) =>
      current()
        .table()
        .page(...question),
    tableNodes: (...question) =>
      current()
        .table()
        .nodes(...question),
    tableCsv: (question, columns) => current().table().csv(question, columns, masker.maskText),
    runs: (...question) =>
      current()
        .runs()
        .runs(...question),
    templates: (...question) =>
      current()
        .runs()
        .templates(...question),
    timeline({ time: _time, ...others }, question) {
      return timelineOf(current().table().visible(others), question);
    },
    answers(id) {
      const { graph, queries, access } = current();
      return answersAbout({ graph, queries: queries(), model: access(), mask }, id);
    },
    compare: (ids) =>
      compareNodes(current().graph, ids, ({ document }) =>
        document === undefined ? undefined : masker.maskDocument(document).data,
      ),
  };
}
