import { compareText } from '../../../shared/compare.ts';
import { lineageOf } from '../../../shared/graph/access/access-layer.ts';
import { asksForAccess } from '../../../shared/graph/view/access-view.ts';
import { cell } from '../../../shared/graph/export/csv.ts';
import type { Graph, GraphNode, NodeId } from '../../../shared/graph/graph.ts';
import { lifecycleLabel } from '../../../shared/graph/view/lifecycle-label.ts';
import { compactGraph, degree, nodeAt, type CompactGraph } from '../../../shared/graph/view/compact-graph.ts';
import { countAttention } from '../../../shared/graph/view/importance.ts';
import { SHOWN, visibleNodes } from '../../../shared/graph/view/visible-nodes.ts';
import type { ViewSpec } from '../../../shared/graph/view.ts';
import { isJsonObject, type JsonValue } from '../../../shared/json.ts';
import { kindById } from '../../../shared/kinds/index.ts';
import type { RelationId } from '../../../shared/kinds/kind.ts';
import { summaryOf } from './links.ts';
import { COLUMN_TITLES, type TableColumn, type TablePage, type TableRow, type TableSort } from './table-protocol.ts';

/** The resources a view lets through as a table. */
export interface TableBuilder {
  page(spec: ViewSpec, sort: TableSort, offset: number, limit: number): TablePage;
  /** The whole table (RFC 4180); texts go through `mask`, and what a spreadsheet would run is made harmless. */
  csv(spec: ViewSpec, sort: TableSort, columns: readonly TableColumn[], mask: (text: string) => string): string;
}

const STATES: Readonly<Record<GraphNode['state'], string>> = {
  present: 'collected',
  referenced: 'not collected',
  unresolved: 'unresolved',
};

/** Returns what makes tables of a graph. The order of the last question is kept, so that scrolling does not sort again. */
export function createTableBuilder(graph: Graph): TableBuilder {
  const lineage = lineageOf(graph);
  const attention = countAttention(graph.unclaimed);
  let withoutAccess: CompactGraph | undefined;
  let whole: CompactGraph | undefined;
  let lastKey: string | undefined;
  let lastOrder: readonly number[] = [];
  let lastCompact: CompactGraph | undefined;

  function compactFor(spec: ViewSpec): CompactGraph {
    if (lineage !== graph && asksForAccess(spec, lineage)) return (whole ??= compactGraph(graph));
    return (withoutAccess ??= compactGraph(lineage));
  }

  function sorted(spec: ViewSpec, sort: TableSort): { compact: CompactGraph; order: readonly number[] } {
    const compact = compactFor(spec);
    const { exclude, hidden, focus, only, added, pinned, access } = spec;
    const key = JSON.stringify([exclude, hidden, focus, only, added, pinned, access, sort]);
    if (key !== lastKey || lastCompact !== compact) {
      const { place } = visibleNodes(compact, spec, attention);
      const shown = [...place.keys()].filter((index) => place[index] === SHOWN);
      lastOrder = inOrder(shown, sort, (index) => cellOf(graph, compact, index, sort.column));
      lastKey = key;
      lastCompact = compact;
    }
    return { compact, order: lastOrder };
  }

  return {
    page(spec, sort, offset, limit) {
      const { compact, order } = sorted(spec, sort);
      return {
        total: order.length,
        rows: order.slice(offset, offset + limit).map((index) => rowOf(graph, compact, index)),
      };
    },
    csv(spec, sort, columns, mask) {
      const { compact, order } = sorted(spec, sort);
      const lines = [columns.map((column) => cell(COLUMN_TITLES[column]))];
      for (const index of order) {
        lines.push(columns.map((column) => cell(mask(cellOf(graph, compact, index, column) ?? ''))));
      }
      return lines.map((line) => `${line.join(',')}\r\n`).join('');
    },
  };
}

/** Sorted by the texts of one column, numbers by size; what has none comes last either way. Equal ones keep the order of titles. */
function inOrder(
  shown: readonly number[],
  { column, descending }: TableSort,
  textOf: (index: number) => string | undefined,
): readonly number[] {
  const keyed = shown.map((index) => ({ index, text: textOf(index) }));
  const sign = descending ? -1 : 1;
  const compare =
    column === 'links'
      ? (a: string, b: string): number => Number(a) - Number(b)
      : (a: string, b: string): number => compareText(a, b);
  keyed.sort((a, b) => {
    if (a.text === undefined || b.text === undefined) {
      return Number(a.text === undefined) - Number(b.text === undefined);
    }
    return sign * compare(a.text, b.text);
  });
  return keyed.map(({ index }) => index);
}

const ROW_COLUMNS: readonly TableColumn[] = ['kind', 'status', 'links', 'created', 'account', 'image', 'state'];

function rowOf(graph: Graph, compact: CompactGraph, index: number): TableRow {
  const node = nodeAt(compact, index);
  const cells: Partial<Record<TableColumn, string>> = { title: node.title, name: node.id };
  if (node.project !== undefined) cells.project = node.project;
  if (node.location !== undefined) cells.location = node.location;
  for (const column of ROW_COLUMNS) {
    const text = cellOf(graph, compact, index, column);
    if (text !== undefined) cells[column] = text;
  }
  return { node: summaryOf(node), cells };
}

function cellOf(graph: Graph, compact: CompactGraph, index: number, column: TableColumn): string | undefined {
  const node = nodeAt(compact, index);
  switch (column) {
    case 'kind':
      return kindById(node.kind).title;
    case 'title':
      return node.title;
    case 'status':
      return node.lifecycle === undefined ? undefined : lifecycleLabel(node.lifecycle);
    case 'project':
      return node.project;
    case 'location':
      return node.location;
    case 'links':
      return String(degree(compact, index));
    case 'created':
      return createdTime(node);
    case 'account':
      return targets(graph, node.id, 'RUNS_AS');
    case 'image':
      return targets(graph, node.id, 'PULLS_IMAGE');
    case 'state':
      return STATES[node.state];
    case 'name':
      return node.id;
  }
}

function createdTime(node: GraphNode): string | undefined {
  const path = kindById(node.kind).times.created;
  if (path === undefined || node.document === undefined) return undefined;
  let value: JsonValue | undefined = node.document.data;
  for (const step of path.split('.')) {
    value = isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return typeof value === 'string' ? value : undefined;
}

/** Titles of what the links of one relation lead to. */
function targets(graph: Graph, id: NodeId, relation: RelationId): string | undefined {
  const titles = graph
    .outgoing(id)
    .filter(({ type }) => type === relation)
    .map(({ to }) => graph.nodes.get(to)?.title ?? to);
  return titles.length === 0 ? undefined : titles.join(', ');
}
