import { compareText } from '../../../../shared/compare.ts';
import { lineageOf } from '../../../../shared/graph/access/access-layer.ts';
import { cell } from '../../../../shared/graph/export/csv.ts';
import type { Graph, GraphNode } from '../../../../shared/graph/graph.ts';
import type { ViewSpec } from '../../../../shared/graph/view.ts';
import { asksForAccess } from '../../../../shared/graph/view/access-view.ts';
import { compactGraph, type CompactGraph, nodeAt } from '../../../../shared/graph/view/compact-graph.ts';
import { countAttention } from '../../../../shared/graph/view/importance.ts';
import type { ReviewedResources } from '../../../../shared/review/reviewed-resources.ts';
import { SHOWN, visibleNodes } from '../../../../shared/graph/view/visible-nodes.ts';
import { summaryOf } from '../details/links.ts';
import { cellOf, type TellWhy } from './table-cells.ts';
import {
  COLUMN_TITLES,
  type ListedNodes,
  type ListPage,
  type ListPart,
  type ListQuestion,
  type ListRow,
  type OpenGroups,
  TABLE_COLUMNS,
  type TableColumn,
  type TableSort,
  type TreePlace,
} from '../protocol/table-protocol.ts';
import { growTree, isOpen, membersBelow, rowsOfTree, type TreeGroup, type TreeRow } from './table-tree.ts';

/** The resources a view lets through as a table or a tree. */
export interface TableBuilder {
  page(question: ListQuestion, offset: number, limit: number): ListPage;
  /** Resources of a part of the list, the first `limit` of them. */
  nodes(question: ListQuestion, part: ListPart, limit: number): ListedNodes;
  /** All of them (RFC 4180); texts go through `mask`, and what a spreadsheet would run is made harmless. */
  csv(question: ListQuestion, columns: readonly TableColumn[], mask: (text: string) => string): string;
  /** The resources a view lets through, in order of title. */
  visible(spec: ViewSpec): readonly GraphNode[];
}

/** What is kept of the last question, so that scrolling and opening a group do not sort again. */
interface Listed {
  readonly compact: CompactGraph;
  readonly reviewed: ReviewedResources;
  readonly key: string;
  readonly order: readonly number[];
  readonly groupBy: ViewSpec['groupBy'];
  tree?: readonly TreeGroup[];
  rows?: { readonly key: string; readonly rows: readonly TreeRow[] };
}

/** Returns what makes tables and trees of a graph; `tellWhy` is asked for the reasons of the hits of a search. */
export function createTableBuilder(
  graph: Graph,
  reviewed: () => ReviewedResources,
  tellWhy: (query: string) => TellWhy,
): TableBuilder {
  const lineage = lineageOf(graph);
  const attention = countAttention(graph.unclaimed);
  let withoutAccess: CompactGraph | undefined;
  let whole: CompactGraph | undefined;
  let last: Listed | undefined;
  let reasons: { readonly query: string; readonly of: ReviewedResources; readonly why: TellWhy } | undefined;

  function compactFor(spec: ViewSpec): CompactGraph {
    if (lineage !== graph && asksForAccess(spec, lineage)) return (whole ??= compactGraph(graph));
    return (withoutAccess ??= compactGraph(lineage));
  }

  function shown(compact: CompactGraph, spec: ViewSpec): readonly number[] {
    const { place } = visibleNodes(compact, spec, attention);
    return [...place.keys()].filter((index) => place[index] === SHOWN);
  }

  function whyOf(query: string | undefined): TellWhy {
    if (query === undefined) return () => '';
    const of = reviewed();
    if (reasons?.query !== query || reasons.of !== of) reasons = { query, of, why: tellWhy(query) };
    return reasons.why;
  }

  function listed({ spec, sort, query }: ListQuestion): Listed {
    const compact = compactFor(spec);
    const { display: _display, layout: _layout, unfolded: _unfolded, ...asked } = spec;
    const key = JSON.stringify([asked, sort, sort.column === 'why' ? query : '']);
    const of = reviewed();
    if (last === undefined || key !== last.key || last.compact !== compact || last.reviewed !== of) {
      const why = whyOf(query);
      const order = inOrder(shown(compact, spec), sort, (index) =>
        cellOf({ graph, compact, why, reviewed: of }, index, sort.column),
      );
      last = { compact, reviewed: of, key, order, groupBy: spec.groupBy };
    }
    return last;
  }

  function treeOf(list: Listed): readonly TreeGroup[] {
    return (list.tree ??= growTree(list.compact, list.order, list.groupBy));
  }

  function treeRows(list: Listed, open: OpenGroups): readonly TreeRow[] {
    const key = JSON.stringify(open);
    if (list.rows?.key !== key) list.rows = { key, rows: rowsOfTree(treeOf(list), open) };
    return list.rows.rows;
  }

  function rowOf(compact: CompactGraph, index: number, query: string | undefined, tree?: TreePlace): ListRow {
    const [why, of] = [whyOf(query), reviewed()];
    const cells: Partial<Record<TableColumn, string>> = {};
    for (const column of TABLE_COLUMNS) {
      const text = cellOf({ graph, compact, why, reviewed: of }, index, column);
      if (text !== undefined) cells[column] = text;
    }
    return { node: summaryOf(nodeAt(compact, index)), cells, ...(tree === undefined ? {} : { tree }) };
  }

  function indexesOf(list: Listed, { open }: ListQuestion, part: ListPart): readonly number[] {
    if (part === 'all') return list.order;
    if ('group' in part) return membersBelow(treeOf(list), part.group);
    if (open === undefined) return list.order.slice(part.from, part.to + 1);
    return treeRows(list, open)
      .slice(part.from, part.to + 1)
      .flatMap((row) => ('index' in row ? [row.index] : []));
  }

  return {
    page(question, offset, limit) {
      const list = listed(question);
      const { compact, order } = list;
      const { open, query } = question;
      if (open === undefined) {
        const rows = order.slice(offset, offset + limit).map((index) => rowOf(compact, index, query));
        return { total: order.length, resources: order.length, rows };
      }
      const all = treeRows(list, open);
      const opened = { at: open.at, toggled: new Set(open.toggled) };
      const rows = all.slice(offset, offset + limit).map((row): ListRow => {
        if ('index' in row) return rowOf(compact, row.index, query, row.tree);
        const { id, title, count } = row.group;
        return { group: { id, title, count, isOpen: isOpen(opened, id, row.tree.level) }, tree: row.tree };
      });
      return { total: all.length, resources: order.length, rows };
    },
    nodes(question, part, limit) {
      const list = listed(question);
      const indexes = indexesOf(list, question, part);
      return { ids: indexes.slice(0, limit).map((index) => nodeAt(list.compact, index).id), total: indexes.length };
    },
    csv(question, columns, mask) {
      const { compact, order } = listed(question);
      const [why, of] = [whyOf(question.query), reviewed()];
      const lines = [columns.map((column) => cell(COLUMN_TITLES[column]))];
      for (const index of order) {
        lines.push(
          columns.map((column) => cell(mask(cellOf({ graph, compact, why, reviewed: of }, index, column) ?? ''))),
        );
      }
      return lines.map((line) => `${line.join(',')}\r\n`).join('');
    },
    visible(spec) {
      const compact = compactFor(spec);
      return shown(compact, spec).map((index) => nodeAt(compact, index));
    },
  };
}

/** Sorted by the texts of one column, numbers by size; what has none comes last either way. Equal ones keep the order of titles. */
function inOrder(
  indexes: readonly number[],
  { column, descending }: TableSort,
  textOf: (index: number) => string | undefined,
): readonly number[] {
  const keyed = indexes.map((index) => ({ index, text: textOf(index) }));
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
