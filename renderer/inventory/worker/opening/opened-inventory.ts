import { createAccessModel } from '../../../../shared/graph/access/access-model.ts';
import { deriveGraph } from '../../../../shared/graph/derive-graph.ts';
import type { AccessModel } from '../../../../shared/graph/access/access.ts';
import { lineageOf } from '../../../../shared/graph/access/access-layer.ts';
import type { Graph, NodeId } from '../../../../shared/graph/graph.ts';
import type { View, ViewSpec } from '../../../../shared/graph/view.ts';
import { compactGraph } from '../../../../shared/graph/view/compact-graph.ts';
import { createViewBuilder } from '../../../../shared/graph/view/build-view.ts';
import { type Attention, countAttention } from '../../../../shared/graph/view/importance.ts';
import type { Inventory } from '../../../../shared/inventory/inventory.ts';
import type { Masker } from '../../../../shared/inventory/masking.ts';
import { kindById } from '../../../../shared/kinds/index.ts';
import type { ReviewedResources } from '../../../../shared/review/reviewed-resources.ts';
import { findingLookup } from '../../../../shared/search/query/finding-words.ts';
import { createQueryEngine, type QueryEngine } from '../../../../shared/search/query/engine.ts';
import { buildSearchIndex, type SearchIndex } from '../../../../shared/search/search-index.ts';
import { createJudge, type Judge, type Standards } from '../findings/judge.ts';
import type { InventorySummary } from '../protocol/protocol.ts';
import { createRunsBuilder, type RunsBuilder } from '../runs.ts';
import { reasonsFor } from '../search-box.ts';
import { createTableBuilder, type TableBuilder } from '../table/table.ts';

/** An inventory with all that is derived from it once. */
export interface OpenedInventory {
  readonly inventory: Inventory;
  readonly graph: Graph;
  readonly index: SearchIndex;
  readonly summary: InventorySummary;
  readonly attention: Attention;
  buildView(spec: ViewSpec): View;
  /** Answers queries; made when it is first asked for. */
  queries(): QueryEngine;
  /** Makes tables; made when it is first asked for. */
  table(): TableBuilder;
  /** Puts runs of one template together; made when it is first asked for. */
  runs(): RunsBuilder;
  /** Who can do what; worked out when it is first asked for. */
  access(): AccessModel;
  /** What is wrong. */
  readonly judge: Judge;
}

/** Hits of a search for words whose place is told in the table. */
const EXPLAINED = 2000;

/** The steps in which an inventory is derived; the name is that of the phase which begins. `now` is in milliseconds since 1970. */
export function* deriveInSteps(
  inventory: Inventory,
  files: readonly string[],
  now: () => number,
  masker: Masker,
  standards: () => Standards,
): Generator<'linking' | 'indexing', OpenedInventory> {
  yield 'linking';
  const graph = deriveGraph(inventory);
  yield 'indexing';
  const index = buildSearchIndex(graph);
  const attention = countAttention(graph.unclaimed);
  const buildView = rememberingLast(createViewBuilder(graph, attention));
  let model: AccessModel | undefined;
  function access(): AccessModel {
    model ??= createAccessModel(graph);
    return model;
  }
  const judge = createJudge(() => ({ graph, access: access(), inventory, masker, now: now() }), standards);
  const findings = findingLookup(() => judge.atOnce());
  const reviewed = (): ReviewedResources => standards().reviewed;
  function mask(document: NodeId, path: string, value: string): string {
    const source = graph.nodes.get(document)?.document;
    return source === undefined ? value : masker.maskAt(source, path, value);
  }
  let runsBuilder: RunsBuilder | undefined;
  function runs(): RunsBuilder {
    return (runsBuilder ??= createRunsBuilder(graph, masker));
  }
  let tables: TableBuilder | undefined;
  function table(): TableBuilder {
    tables ??= createTableBuilder(graph, reviewed, (query) =>
      reasonsFor({ graph, index, queries, mask }, query, EXPLAINED),
    );
    return tables;
  }
  let engine: QueryEngine | undefined;
  function queries(): QueryEngine {
    engine ??= createQueryEngine({ graph, index, compact: compactGraph(graph), now, findings, reviewed });
    return engine;
  }
  const summary = summaryOf(inventory, graph, files);
  return { inventory, graph, index, attention, buildView, table, runs, access, judge, queries, summary };
}

/** Details, counts and the like ask about the view that is on the screen: it need not be built for each of them. */
function rememberingLast(buildView: (spec: ViewSpec) => View): (spec: ViewSpec) => View {
  let last: { readonly key: string; readonly view: View } | undefined;
  return (spec) => {
    const key = JSON.stringify(spec);
    if (last?.key !== key) last = { key, view: buildView(spec) };
    return last.view;
  };
}

function summaryOf(inventory: Inventory, graph: Graph, files: readonly string[]): InventorySummary {
  const lineage = lineageOf(graph);
  let jobs = 0;
  for (const node of graph.nodes.values()) {
    if (node.state === 'present' && kindById(node.kind).column === 'job') jobs += 1;
  }
  return {
    files,
    jobs,
    resources: lineage.nodes.size,
    links: lineage.edges.size,
    problems: inventory.problems.length + graph.problems.length,
    unclaimed: graph.unclaimed.length,
    ...(inventory.createdTime === undefined ? {} : { createdTime: inventory.createdTime }),
  };
}
