import type { CSSProperties } from 'react';
import type { TableColumn } from '../inventory/worker/protocol/table-protocol.ts';
import type { ColumnWidths } from '../state/listing/table-columns.ts';

/** Width in pixels, and the share of what is left over. */
const WIDTHS: Readonly<Record<TableColumn, readonly [least: number, share: number]>> = {
  kind: [170, 0],
  title: [200, 2],
  status: [110, 0],
  project: [110, 1],
  location: [130, 0],
  links: [64, 0],
  created: [190, 0],
  account: [160, 1],
  image: [160, 1],
  state: [120, 0],
  name: [240, 2],
  marks: [110, 0],
  notes: [200, 2],
  why: [240, 2],
};

const GAP = 12;

/** Every row is a grid of its own: with the same least width and the same shares they line up. */
export function rowStyle(columns: readonly TableColumn[], chosen: ColumnWidths): CSSProperties {
  const widths = columns.map((column) => widthOf(column, chosen));
  return {
    gridTemplateColumns: widths
      .map(([least, share]) => (share === 0 ? `${String(least)}px` : `minmax(${String(least)}px, ${String(share)}fr)`))
      .join(' '),
    minWidth: widths.reduce((sum, [least]) => sum + least + GAP, GAP),
  };
}

function widthOf(column: TableColumn, chosen: ColumnWidths): readonly [least: number, share: number] {
  const width = chosen[column];
  return width === undefined ? WIDTHS[column] : [width, 0];
}

/**
 * The columns that are shown: those chosen, and why a resource is found while there is a search. A tree begins with the title, which
 * stands below its groups.
 */
export function shownColumns(
  chosen: readonly TableColumn[],
  display: 'table' | 'tree',
  searching: boolean,
): readonly TableColumn[] {
  const columns = chosen.filter((column) => column !== 'why' && (display === 'table' || column !== 'title'));
  return [
    ...(display === 'tree' ? (['title'] as const) : []),
    ...columns,
    ...(searching || chosen.includes('why') ? (['why'] as const) : []),
  ];
}
